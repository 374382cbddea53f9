package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Beside the instant of an embargo stands what is known of the clock by which it passes.
@WardTest
class EmbargoClockTest {

    private static final String LINE = "By the server's clock: ";

    private final Cases cases;
    private final CaseTeams teams;
    private final JdbcClient jdbc;
    private final Caller paul;
    private final Browser his;
    private CaseNumber number = CaseNumber.draw();

    @Autowired
    EmbargoClockTest(Cases cases, CaseTeams teams, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.jdbc = jdbc;
        this.paul = callers.caller("product-security");
        this.his = callers.signedIn(port, "product-security");
    }

    @BeforeEach
    void open() {
        number = cases.open(paul.actor(), new CaseDraft("A case by the clock", null))
                .number();
    }

    private void hide(String until) {
        Reader reader = new Reader(paul.actor().id(), true, null);
        teams.embargo(
                paul.actor(), reader, number, new EmbargoDraft(until, "Europe/Berlin", "We publish what we have."));
    }

    private String room() {
        String page = his.get("/cases/" + number).body();
        PageAsserts.assertSound(page);
        return page;
    }

    private void measured(Instant at, String source, long offset) {
        jdbc.sql("""
                INSERT INTO signature.clock_check (at, server, source, outside, offset_ms, uncertain_ms, trouble)
                VALUES (:at, 'one', :source, true, :offset, 100, NULL)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("offset", offset)
                .update();
    }

    @Test
    void saysBesideTheEmbargoWhatIsKnownOfTheClock() {
        assertThat(room()).as("no instant, no clock").doesNotContain(LINE);
        hide("2099-12-24T18:00");
        assertThat(room())
                .contains("2099-12-24 18:00 Europe/Berlin (2099-12-24 17:00 UTC)")
                .contains(LINE + "clock not checked against a source of time");

        measured(Instant.now().minusSeconds(20), "time.example", 300);
        assertThat(room()).contains(LINE + "clock agrees with time.example: 0.3 s ahead, give or take 0.1 s");

        measured(Instant.now().minusSeconds(10), "time.example", -90_000);
        assertThat(room()).contains(LINE + "clock differs from time.example: 90.0 s behind, give or take 0.1 s");

        hide("2099-12-31T18:00");
        assertThat(room()).as("a changed instant, too").contains("2099-12-31 18:00", LINE + "clock differs from");
    }
}
