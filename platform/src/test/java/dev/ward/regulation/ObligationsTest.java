package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.clock.Deadlines;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is due for all cases, for whoever may see them.
@WardTest
class ObligationsTest {

    private final Cases cases;
    private final CaseTeams teams;
    private final Evaluations evaluations;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser security;
    private final Caller owner;

    @Autowired
    ObligationsTest(
            Cases cases,
            CaseTeams teams,
            Evaluations evaluations,
            Deadlines deadlines,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.evaluations = evaluations;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.security = callers.signedIn(port, "product-security");
        this.owner = callers.caller("product-security");
    }

    private VulnerabilityCase learned(String title, int daysAgo) {
        VulnerabilityCase one = cases.open(owner.actor(), new CaseDraft(title, null));
        String here = "/cases/" + one.number() + "/due";
        Map<String, String> sent = new HashMap<>(Map.of(
                "awarenessRegime", "FDA",
                "awarenessAt", LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toString(),
                "awarenessRestsOn", "A mail"));
        sent.put("identifier", TestCallers.email("product-security"));
        sent.put("password", TestCallers.PASSWORD);
        assertThat(security.submit(here, here + "/sign-awareness", sent).statusCode())
                .isEqualTo(302);
        return one;
    }

    @Test
    void theBoardShowsWhatEndsFirstBeforeTheOthersAndFilters() {
        VulnerabilityCase late = learned("Late board", 40);
        VulnerabilityCase soon = learned("Soon board", 10);
        String board = security.get("/due?clock=FDA-CUST-30").body();
        PageAsserts.assertSound(board);
        assertThat(board.indexOf(late.title())).isPositive().isLessThan(board.indexOf(soon.title()));
        assertThat(board).contains("tell customers and users", "Overdue", "Running");
        assertThat(security.get("/due?clock=FDA-CUST-30&state=overdue").body())
                .contains(late.title())
                .doesNotContain(soon.title());
        assertThat(security.get("/due?authority=nobody").body()).contains("Nothing fits");
        Api program = Api.at(port, callers.token("auditor"));
        assertThat(program.get("/api/v1/obligations?clock=FDA-FIX-60").body())
                .contains(late.number().text(), "fix-validated");
        assertThat(program.get("/api/v1/obligations?state=nothing").status()).isEqualTo(400);
    }

    @Test
    void anEmbargoHidesWhatIsDue() {
        VulnerabilityCase secret = learned("Secret board", 40);
        teams.embargo(
                owner.actor(),
                new Reader(owner.actor().id(), true, null),
                secret.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        Browser auditor = callers.signedIn(port, "auditor");
        assertThat(security.get("/due").body()).contains(secret.title());
        assertThat(auditor.get("/due").body())
                .doesNotContain(secret.title(), secret.number().text());
        assertThat(auditor.get("/cases/" + secret.number() + "/due").statusCode())
                .isEqualTo(404);
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1/obligations")
                        .body())
                .doesNotContain(secret.number().text());
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1/cases/" + secret.number() + "/due/facts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Statement("PR-10.2")
    void whatIsOverdueComesToTheOwnerAndTheHeadOfRegulatoryAffairs() {
        VulnerabilityCase late = learned("Late work", 40);
        deadlines.advance();
        String here = "/cases/" + late.number() + "/due";
        assertThat(security.get("/work").body()).contains("Overdue: ", here);
        assertThat(callers.signedIn(port, "regulatory-head").get("/work").body())
                .contains(here);
        assertThat(callers.signedIn(port, "clinical-safety").get("/work").body())
                .doesNotContain(here);
    }

    @Test
    @Statement("X6")
    void anAlarmSaysHowLateItIsWhenWardWasNotRunning() {
        VulnerabilityCase late = learned("Late alarm", 20);
        jdbc.sql("""
                UPDATE clock.deadline
                   SET over_at = now() - interval '192 minutes', end_known_at = now() - interval '9 days', next_at = now()
                 WHERE owner_id = :case AND clock = 'FDA-CUST-30'
                """).param("case", late.id()).update();
        deadlines.advance();
        String words = "told 3 h 12 min after the deadline, as Ward was not running";
        assertThat(security.get("/due?state=overdue").body()).contains(words);
        assertThat(security.get("/cases/" + late.number() + "/due").body()).contains(words);
        assertThat(security.get("/work").body()).contains(words);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE what = 'case.deadline-told-late'"
                                + " AND subject_id = :case AND actor = 'clock'")
                        .param("case", late.number().text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        deadlines.advance();
    }

    @Test
    @Statement("PR-10.1")
    void whatTimeAloneChangesIsFoundAndWrittenOnce() {
        VulnerabilityCase one = learned("Time board", 3);
        jdbc.sql(
                        "UPDATE regulation.evaluation SET next_at = now() - interval '1 minute', digest = '' WHERE case_id = :id")
                .param("id", one.id())
                .update();
        long before = judgements(one);
        assertThat(evaluations.lookAtStale()).isPositive();
        assertThat(judgements(one)).as("nothing became another outcome").isEqualTo(before);
        assertThat(jdbc.sql("SELECT next_at > now() FROM regulation.evaluation WHERE case_id = :id")
                        .param("id", one.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql(
                                "SELECT facts || outcomes FROM regulation.judgement WHERE case_id = :id ORDER BY number DESC LIMIT 1")
                        .param("id", one.id())
                        .query(String.class)
                        .single())
                .as("the facts as ./ward due reads them, and what each version of the rules came to")
                .contains("\"regime\":\"FDA\"", "\"ruleSet\":\"FDA-FINAL-2016\"", "\"version\":\"1.0.0\"");
        cases.open(Actor.machine("test"), new CaseDraft("A new one", null));
        evaluations.lookAtStale();
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM handling.published_case c
                         WHERE NOT EXISTS (SELECT FROM regulation.evaluation e WHERE e.case_id = c.case_id)
                        """).query(Long.class).single()).isZero();
    }

    private long judgements(VulnerabilityCase one) {
        return jdbc.sql("SELECT count(*) FROM regulation.judgement WHERE case_id = :id")
                .param("id", one.id())
                .query(Long.class)
                .single();
    }

    @Test
    void theCalendarShowsTheDayAndTheFeedHoldsTheSame() {
        VulnerabilityCase one = learned("Calendar, board; ü" + "x".repeat(80), 10);
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String month = security.get("/due/calendar?month=" + last.toString().substring(0, 7))
                .body();
        PageAsserts.assertSound(month);
        assertThat(month).contains(ClockWords.day(last), one.title());
        assertThat(security.get("/due/calendar?month=2026-13").statusCode()).isEqualTo(400);
        assertThat(security.get("/due/calendar?month=9999999-01").statusCode()).isEqualTo(400);
        String feed = Api.at(port, callers.token("auditor"))
                .get("/api/v1/obligations/calendar.ics")
                .body();
        assertThat(feed)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTSTART;VALUE=DATE:" + last.toString().replace("-", ""))
                .contains(one.number().text())
                .contains("\\, ");
        assertThat(feed.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void theRulesCanBeRead() {
        String sets = security.get("/due/rules").body();
        PageAsserts.assertSound(sets);
        assertThat(sets).contains("FDA-FINAL-2016", "superseded", "proposal", "Not verified in the source yet");
        String one = security.get("/due/rules/FDA-FINAL-2016").body();
        PageAsserts.assertSound(one);
        assertThat(one).contains("FDA-CUST-30", "30 calendar days", "2016-12-28", "timeline-rationale");
        assertThat(security.get("/due/rules/nothing").statusCode()).isEqualTo(404);
    }
}
