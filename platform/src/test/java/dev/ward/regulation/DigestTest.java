package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.AuditTrail;
import dev.ward.clock.DeadlineState;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.Accounts;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.Roles;
import dev.ward.identity.TestCallers;
import dev.ward.mail.Outbox;
import dev.ward.mail.TestMail;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.PublicAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each morning whoever wants it is told what is due, of the cases that they may see.
@WardTest
class DigestTest {

    private final Cases cases;
    private final CaseTeams teams;
    private final DigestRepository digests;
    private final ObligationRepository obligations;
    private final Accounts accounts;
    private final Roles roles;
    private final PublicAddress address;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Caller owner;
    private final TestMail mail = new TestMail();

    @Autowired
    DigestTest(
            Cases cases,
            CaseTeams teams,
            DigestRepository digests,
            ObligationRepository obligations,
            Accounts accounts,
            Roles roles,
            PublicAddress address,
            AuditTrail audit,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.digests = digests;
        this.obligations = obligations;
        this.accounts = accounts;
        this.roles = roles;
        this.address = address;
        this.audit = audit;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.owner = callers.caller("product-security");
    }

    @AfterEach
    void close() {
        mail.close();
        jdbc.sql("DELETE FROM regulation.digest").update();
    }

    private VulnerabilityCase learned(String title) {
        VulnerabilityCase one = cases.open(owner.actor(), new CaseDraft(title, null));
        String here = "/cases/" + one.number() + "/due";
        Map<String, String> sent = new HashMap<>(Map.of(
                "awarenessRegime",
                "FDA",
                "awarenessAt",
                LocalDate.now(ZoneOffset.UTC).minusDays(40).toString(),
                "awarenessRestsOn",
                "A mail",
                "identifier",
                TestCallers.email("product-security"),
                "password",
                TestCallers.PASSWORD));
        assertThat(callers.signedIn(port, "product-security")
                        .submit(here, here + "/sign-awareness", sent)
                        .statusCode())
                .isEqualTo(302);
        return one;
    }

    private Digests at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Outbox outbox = mail.outbox(jdbc, audit, clock);
        return new Digests(digests, obligations, outbox, accounts, roles, address, audit, clock, "UTC", 8080);
    }

    private List<String> told(Instant now) {
        at(now).tell();
        mail.outbox(jdbc, audit, Clock.fixed(now, ZoneOffset.UTC)).deliver();
        return mail.received();
    }

    private static Instant today(String time) {
        return Instant.parse(LocalDate.now(ZoneOffset.UTC) + "T" + time + "Z");
    }

    private AccountId want(String role) {
        AccountId account = Objects.requireNonNull(callers.caller(role).account());
        digests.want(account, Instant.now());
        return account;
    }

    @Test
    void whoeverWantsItIsToldOnceADayOfNumbersAndNeverOfTitles() {
        VulnerabilityCase late = learned("Pump stops at night");
        want("auditor");
        assertThat(told(today("05:59:00"))).isEmpty();
        assertThat(told(today("06:01:00"))).hasSize(1);
        assertThat(told(today("06:06:00")))
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "auditor",
                        "overdue",
                        late.number().text(),
                        "FDA-CUST-30",
                        "/cases/" + late.number() + "/due",
                        "/due/digest")
                .doesNotContain(late.title());
    }

    @Test
    void nobodyIsToldOfACaseThatAnEmbargoHides() {
        VulnerabilityCase secret = learned("Hidden");
        teams.embargo(
                owner.actor(),
                new Reader(owner.actor().id(), true, null),
                secret.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        want("auditor");
        want("product-security");
        List<String> told = told(today("07:00:00"));
        assertThat(told)
                .filteredOn(text -> text.contains(TestCallers.email("auditor")))
                .allSatisfy(
                        text -> assertThat(text).doesNotContain(secret.number().text()));
        assertThat(told)
                .filteredOn(text -> text.contains(TestCallers.email("product-security")))
                .singleElement()
                .asString()
                .contains(secret.number().text(), "yours");
    }

    private static Obligation obligation(DeadlineState state, int days) {
        LocalDate last = LocalDate.parse("2026-12-01").plusDays(days);
        return new Obligation(
                UUID.randomUUID(),
                "FDA-806",
                "Report of the correction or removal",
                "FDA",
                "law",
                last,
                "America/New_York",
                Instant.parse("2026-12-01T05:00:00Z"),
                Instant.parse("2026-12-01T05:00:00Z"),
                state,
                "initiated, 2026-11-01",
                List.of("reported:FDA or FDA-MDR"),
                Objects.requireNonNull(CaseNumber.of("C-7Q4M-2KX9")),
                "Title",
                null,
                0,
                2,
                null);
    }

    private static Digest digest(Obligation... due) {
        return Digest.of(List.of(due), UUID.randomUUID(), LocalDate.parse("2026-12-01"), ZoneOffset.UTC, path -> path);
    }

    @Test
    void whatIsDueOnlyIfDiscretionIsLostStandsApartAndIsNotCounted() {
        Obligation reliedOn = obligation(DeadlineState.RELIED_ON, -67);
        Digest both = digest(reliedOn, obligation(DeadlineState.WARNING, 3));
        assertThat(both.subject()).isEqualTo("Ward: 1 due within 14 days");
        assertThat(both.text()).containsSubsequence("Ends within 14 days", "2026-12-04", "To be done: report it to");
        assertThat(both.text())
                .containsSubsequence(
                        "Only if discretion is lost",
                        "2026-09-25",
                        "To be done: none is due while discretion holds; if it is lost: report it to");
        Digest alone = digest(reliedOn);
        assertThat(alone.subject()).isNull();
        assertThat(alone.text())
                .contains("Nothing is overdue", "Only if discretion is lost")
                .doesNotContain("Ends within");
        assertThat(reliedOn.doing()).startsWith("none is due while discretion holds");
    }

    @Test
    void whoMayNotSeeWhatIsDueAnyMoreIsToldNothing() {
        learned("Late");
        want("field-service");
        assertThat(told(today("08:00:00"))).isEmpty();
    }

    @Test
    void aPersonChoosesOnThePageAndTheTrailSaysSo() {
        Browser auditor = callers.signedIn(port, "auditor");
        String page = auditor.get("/due/digest").body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("You do not get it.", "Today it would say", "named no server");
        auditor.submit("/due/digest", "/due/digest", Map.of("wanted", "yes"));
        assertThat(auditor.get("/due/digest").body()).contains("You get it.");
        auditor.submit("/due/digest", "/due/digest", Map.of("wanted", "no"));
        assertThat(auditor.get("/due/digest").body()).contains("You do not get it.");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE what = 'digest.wanted'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
