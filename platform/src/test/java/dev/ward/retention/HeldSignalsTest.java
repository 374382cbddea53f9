package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseMerges;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.Disposition;
import dev.ward.handling.PersonalField;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalId;
import dev.ward.handling.SignalPeople;
import dev.ward.handling.Signals;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A legal hold holds a signal wherever it was moved since.
@WardTest
class HeldSignalsTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final CaseMerges merges;
    private final Signals signals;
    private final SignalActs acts;
    private final SignalPeople people;
    private final KeptRecords records;
    private final LegalHolds holds;
    private final LegalHoldRepository standing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Api security;
    private final Browser browser;

    @Autowired
    HeldSignalsTest(
            Cases cases,
            CaseMerges merges,
            Signals signals,
            SignalActs acts,
            SignalPeople people,
            KeptRecords records,
            LegalHolds holds,
            LegalHoldRepository standing,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.merges = merges;
        this.signals = signals;
        this.acts = acts;
        this.people = people;
        this.records = records;
        this.holds = holds;
        this.standing = standing;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.security = Api.at(port, callers.token("product-security"));
        this.browser = callers.signedIn(port, "product-security");
    }

    private SignalId signal() {
        return SignalId.of(security.post(
                        "/api/v1/signals",
                        "{\"origin\":\"researcher\",\"tlp\":\"AMBER\",\"title\":\"A hole\",\"contact\":\"r@x.example\"}")
                .text("id"));
    }

    private CaseNumber opened(String title) {
        return cases.open(ACTOR, new CaseDraft(title, null)).number();
    }

    private static RecordName name(SignalId id) {
        return new RecordName(RecordKind.SIGNAL, id.toString());
    }

    private static RecordName name(CaseNumber number) {
        return new RecordName(RecordKind.CASE, number.text());
    }

    private void hold(RecordName of, String name) {
        holds.place(ACTOR, READER, of, name, "A suit");
    }

    private Optional<String> held(SignalId id) {
        KeptRecord record = records.get(READER, name(id));
        return standing.holding(record.name(), record.within()).map(LegalHold::name);
    }

    /// How often the page asks which releases a case concerns.
    private long scopesAskedBy(String path) {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = log.getLevel();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(told);
        try {
            assertThat(browser.get(path).statusCode()).isEqualTo(200);
        } finally {
            log.detachAppender(told);
            log.setAdditive(true);
            log.setLevel(before);
        }
        return List.copyOf(told.list).stream()
                .filter(event -> event.getFormattedMessage().contains("WITH found AS"))
                .count();
    }

    @Test
    void asksForTheReleasesOfACaseNoMoreOftenThanItsPagesNeed() {
        SignalId id = signal();
        CaseNumber number = opened("Asked of once");
        acts.join(ACTOR, READER, id, number, null);
        hold(name(number), "Suit over the case");

        assertThat(scopesAskedBy("/cases/" + number)).isEqualTo(1);
        assertThat(scopesAskedBy("/signals/" + id)).isZero();
        assertThat(scopesAskedBy("/records/case/" + number)).isEqualTo(1);
        assertThat(browser.get("/cases/" + number).body()).contains("Suit over the case");
        assertThat(browser.get("/signals/" + id).body()).contains("Suit over the case");
    }

    @Test
    void staysHeldByItsCaseWhenThatIsMergedAndWhenItLeaves() {
        SignalId id = signal();
        CaseNumber first = opened("First");
        acts.join(ACTOR, READER, id, first, null);
        hold(name(first), "First suit");

        CaseNumber second = opened("Second");
        merges.merge(ACTOR, READER, first, second, "The same");
        assertThat(signals.get(READER, id).ofCase()).isEqualTo(second);
        assertThat(held(id)).as("merged once").contains("First suit");
        merges.merge(ACTOR, READER, second, opened("Third"), "The same");
        assertThat(held(id)).as("merged twice").contains("First suit");
        acts.reopen(ACTOR, READER, id, "Not of this case");
        assertThat(held(id)).as("of no case any more").contains("First suit");
        assertThat(holds.of(READER, name(id))).extracting(LegalHold::name).containsExactly("First suit");
    }

    @Test
    void isHeldByTheSignalThatItRepeatsAndByItsCase() {
        SignalId original = signal();
        CaseNumber number = opened("Of the original");
        acts.join(ACTOR, READER, original, number, null);
        SignalId again = signal();
        acts.disposition(ACTOR, READER, again, Disposition.DUPLICATE, original, "The same");
        assertThat(held(again)).isEmpty();

        hold(name(number), "Suit over the case");
        assertThat(held(again)).contains("Suit over the case");

        SignalId other = signal();
        SignalId repeat = signal();
        acts.disposition(ACTOR, READER, repeat, Disposition.DUPLICATE, other, "The same");
        hold(name(other), "Suit over the signal");
        assertThat(held(repeat)).contains("Suit over the signal");
        assertThat(held(signal())).isEmpty();
    }

    @Test
    void isHeldHoweverManyHoldsWereLiftedSince() {
        SignalId id = signal();
        hold(name(id), "The first of many");
        jdbc.sql("""
                INSERT INTO retention.legal_hold (id, record_kind, record_id, name, reason, placed_at, placed_by, placer_name,
                            lifted_at, lifted_by, lifter_name, lifted_because)
                SELECT gen_random_uuid(), 'signal', :id, 'Lifted', 'x', now() + interval '1 minute', 'x', 'x', now(), 'x', 'x', 'x'
                  FROM generate_series(1, 200)
                """).param("id", id.toString()).update();

        assertThat(held(id)).contains("The first of many");
    }

    @Test
    void keepsWhyItWasHeldAndWhereItWasWhenItsHistoryIsPurged() {
        SignalId id = signal();
        SignalId original = signal();
        CaseNumber number = opened("Left");
        String why = "Counsel expects a suit " + UUID.randomUUID();
        String because = "The suit was settled " + UUID.randomUUID();
        LegalHold placed = holds.place(ACTOR, READER, name(id), "Suit", why);
        holds.lift(ACTOR, READER, placed.id(), because);
        acts.join(ACTOR, READER, id, number, "Rhea said so");
        acts.reopen(ACTOR, READER, id, "Rhea was wrong");
        acts.disposition(ACTOR, READER, id, Disposition.DUPLICATE, original, "Rhea wrote twice");
        int revision = signals.get(READER, id).revision();

        transaction.executeWithoutResult(
                _ -> assertThat(people.purge(ACTOR, READER, id, revision, Set.of(PersonalField.HISTORY), "Asked for"))
                        .isPositive());

        assertThat(signals.history(READER, id))
                .noneMatch(step -> step.because() != null)
                .extracting(step -> String.valueOf(step.detail()))
                .contains(number.text(), original.toString());
        List<String> kept = jdbc.sql("SELECT value FROM audit.erasable WHERE subject_id = :id AND value IS NOT NULL")
                .param("id", id.toString())
                .query(String.class)
                .list();
        assertThat(kept).contains(why, because, number.text()).noneMatch(value -> value.contains("Rhea"));
        assertThat(people.personal(READER, id)).doesNotContainKey(PersonalField.HISTORY);
        hold(name(number), "After the purge");
        assertThat(held(id)).contains("After the purge");
    }
}
