package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.clock.Deadlines;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Only our own clocks stand still, with a reason; what is due by law or guidance does not.
@WardTest
class PausesTest {

    private final Cases cases;
    private final Evaluations evaluations;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Browser security;
    private final Api program;
    private VulnerabilityCase one;

    @Autowired
    PausesTest(
            Cases cases,
            Evaluations evaluations,
            Deadlines deadlines,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.security = callers.signedIn(port, "product-security");
        this.program = Api.at(port, callers.token("product-security"));
        this.one = cases.open(Actor.machine("test"), new CaseDraft("A pause", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(Actor.machine("test"), new CaseDraft("A pause", null));
        evaluations.lookAtStale();
    }

    private String page() {
        return "/cases/" + one.number() + "/due";
    }

    private HttpResponse<String> pause(String clock, String from) {
        return security.submit(
                page(),
                page() + "/pauses/begin",
                Map.of("pauseClock", clock, "pauseFrom", from, "pauseReason", "The supplier is to answer first."));
    }

    private HttpResponse<String> goOn(String until) {
        String id = jdbc.sql("SELECT id FROM regulation.pause WHERE case_id = :case ORDER BY number DESC LIMIT 1")
                .param("case", one.id())
                .query(String.class)
                .single();
        return security.submit(
                page(),
                page() + "/pauses/end",
                Map.of("resumePause", id, "resumeUntil", until, "resumeReason", "It answered."));
    }

    private List<String> kept() {
        return jdbc.sql("""
                SELECT d.last_day || ' ' || d.state FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = 'TRIAGE-5' AND d.state <> 'void'
                """).param("case", one.id()).query(String.class).list();
    }

    private static String in(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    /// So that days have passed since it was opened.
    private void opened(int daysAgo) {
        jdbc.sql(
                        "UPDATE handling.vulnerability_case SET opened_at = opened_at - :days * interval '1 day' WHERE id = :id")
                .param("days", daysAgo)
                .param("id", one.id())
                .update();
        jdbc.sql("UPDATE regulation.evaluation SET next_at = now() - interval '1 minute' WHERE case_id = :id")
                .param("id", one.id())
                .update();
        evaluations.lookAtStale();
    }

    @Test
    @Statement("X6")
    void ourOwnClockStandsStillAndItsEndMovesByThat() {
        opened(3);
        assertThat(kept()).containsExactly(in(2) + " warning");
        assertThat(pause("TRIAGE-5", in(-2)).statusCode()).isEqualTo(302);
        assertThat(kept()).as("two midnights have passed").containsExactly(in(4) + " paused");
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains(
                        "Paused",
                        "The supplier is to answer first.",
                        "paused since " + in(-2) + ", so far: 2 days later");
        assertThat(program.get("/api/v1/cases/" + one.number() + "/due/facts").body())
                .as("./ward due finds the same")
                .contains("\"pauses\":[{\"clock\":\"TRIAGE-5\",\"from\":\"" + in(-2) + "\"}]");
        assertThat(goOn(in(-1)).statusCode()).isEqualTo(302);
        assertThat(kept()).containsExactly(in(3) + " running");
        assertThat(security.get(page()).body()).contains("paused from " + in(-2) + " to " + in(-1) + ": 1 day later");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE subject_id = :case AND what LIKE 'case.clock-%'")
                        .param("case", one.number().text())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatStandsStillIsTellingNothing() {
        opened(4);
        pause("TRIAGE-5", in(-4));
        jdbc.sql(
                        "UPDATE clock.deadline SET over_at = now() - interval '1 day' WHERE owner_id = :id AND clock = 'TRIAGE-5'")
                .param("id", one.id())
                .update();
        deadlines.advance();
        assertThat(kept()).hasSize(1).allMatch(line -> line.endsWith("paused"));
    }

    @Test
    @Statement("X6")
    void whatIsDueByLawOrGuidanceNobodyPauses() {
        for (String clock : List.of("FDA-CUST-30", "FDA-806", "CRA-24", "EU-SI-15", "GDPR-72")) {
            assertThat(pause(clock, "").statusCode()).as(clock).isEqualTo(400);
            assertThat(pause(clock, "").body()).contains("nobody can pause it");
        }
        assertThat(program.post(
                                "/api/v1/cases/" + one.number() + "/due/pauses",
                                "{\"clock\":\"FDA-806\",\"reason\":\"We wait.\"}")
                        .body())
                .contains("by law", "Nobody can pause or extend it");
        assertThat(security.get(page()).body()).doesNotContain("<option value=\"FDA-806\" >FDA-806 – ");
    }

    @Test
    void aPauseNeedsAReasonUndoesNothingAndIsNotDoubled() {
        assertThat(program.post("/api/v1/cases/" + one.number() + "/due/pauses", "{\"clock\":\"TRIAGE-5\"}")
                        .status())
                .isEqualTo(400);
        assertThat(pause("CERT-45", "").body()).contains("does not run in this case");
        assertThat(pause("TRIAGE-5", in(1)).body()).contains("lies ahead");
        assertThat(pause("TRIAGE-5", "").statusCode()).isEqualTo(302);
        assertThat(pause("TRIAGE-5", "").body()).contains("stands still already");
        assertThat(goOn(in(-1)).body()).contains("lies before the pause");
        assertThat(goOn("").statusCode()).isEqualTo(302);
        assertThat(goOn("").statusCode()).as("once").isEqualTo(409);
        opened(9);
        assertThat(pause("TRIAGE-5", in(-9)).body()).contains("undoes nothing that is over");
    }
}
