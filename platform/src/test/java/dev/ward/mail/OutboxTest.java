package dev.ward.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages are sent once, and one that nobody takes is kept.
@WardTest
class OutboxTest {

    private static final Instant START = Instant.parse("2031-03-01T06:00:00Z");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final TestCallers callers;
    private final int port;
    private final TestMail mail = new TestMail();

    @Autowired
    OutboxTest(
            JdbcClient jdbc,
            AuditTrail audit,
            TransactionTemplate transactions,
            TestCallers callers,
            @LocalServerPort int port) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.callers = callers;
        this.port = port;
    }

    @AfterEach
    void close() {
        mail.close();
        jdbc.sql("UPDATE mail.message SET next_at = NULL, state = 'given-up' WHERE state = 'waiting'")
                .update();
    }

    private Outbox at(Duration later) {
        return mail.outbox(jdbc, audit, Clock.fixed(START.plus(later), ZoneOffset.UTC));
    }

    private String state(String subject) {
        return jdbc.sql("SELECT state || ' ' || attempts || ' ' || (body IS NULL) FROM mail.message WHERE subject = :s")
                .param("s", subject)
                .query(String.class)
                .single();
    }

    @Test
    void aMessageGoesOutOnceAndItsTextIsForgotten() {
        Outbox outbox = at(Duration.ZERO);
        assertThat(outbox.put("once/1", "ada@maker.example", "Once ünd", "Zwölf")).isTrue();
        assertThat(outbox.put("once/1", "ada@maker.example", "Again", "Other")).isFalse();
        outbox.deliver();
        outbox.deliver();
        assertThat(mail.received()).hasSize(1).first().asString().contains("ada@maker.example", "Once ünd", "Zwölf");
        assertThat(state("Once ünd")).isEqualTo("sent 1 true");
    }

    @Test
    void whatNobodyTakesWaitsAndIsGivenUpAndCanBeTriedAgain() {
        at(Duration.ZERO).put("away/1", "ada@maker.example", "Away", "Text");
        mail.stop();
        for (int day = 0; day < 4; day++) {
            at(Duration.ofHours(24L * day)).deliver();
        }
        assertThat(state("Away")).isEqualTo("waiting 4 false");
        for (int day = 4; day < 9; day++) {
            at(Duration.ofHours(24L * day)).deliver();
        }
        assertThat(state("Away")).isEqualTo("given-up 6 false");
        assertThat(jdbc.sql("SELECT failure FROM mail.message WHERE subject = 'Away'")
                        .query(String.class)
                        .single())
                .isNotBlank();
        try (TestMail other = new TestMail()) {
            Outbox outbox = other.outbox(jdbc, audit, Clock.fixed(START.plus(Duration.ofDays(10)), ZoneOffset.UTC));
            Message given = outbox.newest(10).stream()
                    .filter(one -> one.subject().equals("Away"))
                    .findFirst()
                    .orElseThrow();
            transactions.executeWithoutResult(_ -> outbox.again(Actor.machine("test"), given.id()));
            outbox.deliver();
            assertThat(other.received()).hasSize(1);
            assertThatThrownBy(() -> outbox.again(Actor.machine("test"), given.id()))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aRecipientThatIsNoneIsSaidAndKeepsNoOtherFromGoing() {
        Outbox outbox = at(Duration.ZERO);
        outbox.put("bad/1", "x@maker.example\r\nBcc: all@maker.example", "Bad", "Text");
        outbox.put("good/1", "ada@maker.example", "Good", "Text");
        outbox.deliver();
        assertThat(mail.received()).hasSize(1).first().asString().contains("Good");
        assertThat(state("Bad")).isEqualTo("waiting 1 false");
    }

    @Test
    void withoutAServerNothingIsPutIn() {
        Outbox closed = TestMail.closed(jdbc, audit, Clock.systemUTC());
        assertThat(closed.isOpen()).isFalse();
        assertThatThrownBy(() -> closed.put("none/1", "ada@maker.example", "None", "Text"))
                .isInstanceOf(IllegalStateException.class);
        closed.deliver();
    }

    @Test
    void thePageShowsWhatWasSentAndNeverTheText() {
        at(Duration.ZERO).put("page/1", "ada@maker.example", "On the page", "Inside");
        at(Duration.ZERO).deliver();
        String page = callers.signedIn(port, "administrator").get("/settings/mail").body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("On the page", "Taken by the server").doesNotContain("Inside");
        assertThat(callers.signedIn(port, "auditor").get("/settings/mail").statusCode())
                .isEqualTo(403);
    }
}
