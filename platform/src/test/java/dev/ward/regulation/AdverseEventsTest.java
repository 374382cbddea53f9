package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A graver verdict counts at once; a milder one when somebody else has signed it for regulatory
/// affairs too.
@WardTest
class AdverseEventsTest {

    private final Cases cases;
    private final JdbcClient jdbc;
    private final int port;
    private final TestCallers callers;
    private final Browser safety;
    private final Api program;
    private VulnerabilityCase one;

    @Autowired
    AdverseEventsTest(Cases cases, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.port = port;
        this.callers = callers;
        this.safety = callers.signedIn(port, "clinical-safety");
        this.program = Api.at(port, callers.token("product-security"));
        this.one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    private String page() {
        return "/cases/" + one.number() + "/due/events";
    }

    private String api() {
        return "/api/v1/cases/" + one.number() + "/due";
    }

    private String enter(String kind) {
        var answer = program.post(api() + "/events", """
                {"kind": "%s", "happened": "%s", "aware": "%s", "description": "The pump stopped.", "devices": ["SN-1", "SN-2"]}
                """.formatted(kind, ago(6), ago(5)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JsonPath.read(answer.body(), "$.event.id");
    }

    private HttpResponse<String> sign(Browser browser, String role, String act, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        return browser.submit(page(), page() + "/sign-" + act, sent);
    }

    private void judge(String event, String verdict) {
        HttpResponse<String> answer = sign(
                safety,
                "clinical-safety",
                "verdict",
                Map.of(
                        "verdictEvent", event,
                        "verdictAssociation", verdict,
                        "verdictReason", "By the log of the pump"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String firstCondition() {
        List<String> states = JsonPath.read(
                program.get(api()).body(), "$.ruleSets[?(@.id=='FDA-FINAL-2016')].conditions[?(@.id=='1')].state");
        return String.join(", ", states);
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private List<String> kept(String clock) {
        return jdbc.sql("""
                SELECT d.start_text || ' ' || d.last_day FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = :clock AND d.state <> 'void'
                """)
                .param("case", one.id())
                .param("clock", clock)
                .query(String.class)
                .list();
    }

    @Test
    @Statement("PR-9.3")
    void anAssociatedInjuryEndsTheFirstConditionAtOnce() {
        assertThat(firstCondition()).isEqualTo("met");
        String event = enter("serious-injury");
        assertThat(firstCondition()).as("not judged").isEqualTo("unprovable");
        judge(event, "suspected");
        assertThat(firstCondition()).isEqualTo("unprovable");
        judge(event, "associated");
        assertThat(firstCondition()).isEqualTo("not met");
        String shown = safety.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("SN-1, SN-2", "associated", "Version 2, counts", "The pump stopped.");
        PageAsserts.assertSound(safety.get("/cases/" + one.number() + "/due").body());
    }

    @Test
    void aMalfunctionLeavesTheFirstConditionAloneAndIsLookedAtUnder803() {
        String event = enter("malfunction");
        judge(event, "associated");
        assertThat(firstCondition()).isEqualTo("met");
        assertThat(kept("FDA-MDR-30")).containsExactly(ago(5) + " " + ago(-25));
    }

    @Test
    @Statement("PR-9.3")
    void aMilderVerdictNeedsTwo() {
        String event = enter("death");
        judge(event, "associated");
        judge(event, "ruled-out");
        assertThat(firstCondition()).as("waits").isEqualTo("not met");
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(head.get(page()).body()).contains("Sign the milder verdict too");
        assertThat(sign(safety, "clinical-safety", "second", Map.of("secondEvent", event))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sign(head, "regulatory-head", "second", Map.of("secondEvent", event))
                        .statusCode())
                .isEqualTo(302);
        assertThat(firstCondition()).isEqualTo("met");
        assertThat(sign(head, "regulatory-head", "second", Map.of("secondEvent", event))
                        .statusCode())
                .as("twice")
                .isEqualTo(409);
        judge(event, "suspected");
        assertThat(firstCondition()).as("a graver one again").isEqualTo("unprovable");
        PageAsserts.assertSound(head.get(page()).body());
        assertThat(jdbc.sql("SELECT count(*) FROM regulation.association WHERE event_id = :event::uuid")
                        .param("event", event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aMilderVerdictThatAGraverOneFollowedIsSignedNoMore() {
        String event = enter("death");
        judge(event, "suspected");
        judge(event, "ruled-out");
        judge(event, "associated");
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(sign(head, "regulatory-head", "second", Map.of("secondEvent", event))
                        .statusCode())
                .isEqualTo(409);
        assertThat(firstCondition()).isEqualTo("not met");
    }

    @Test
    @Statement("PR-9.3")
    void whoeverIsNotOfClinicalSafetyJudgesNothing() {
        String event = enter("serious-injury");
        for (String role : List.of("regulatory-head", "product-security", "administrator")) {
            assertThat(sign(
                                    callers.signedIn(port, role),
                                    role,
                                    "verdict",
                                    Map.of(
                                            "verdictEvent", event,
                                            "verdictAssociation", "ruled-out",
                                            "verdictReason", "It was not us"))
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(firstCondition()).isEqualTo("unprovable");
    }

    @Test
    void nobodySignsBoth() {
        String event = enter("death");
        judge(event, "associated");
        judge(event, "ruled-out");
        jdbc.sql("UPDATE identity.account SET role = 'regulatory-head' WHERE email = :email")
                .param("email", TestCallers.email("clinical-safety"))
                .update();
        try {
            HttpResponse<String> answer = sign(safety, "clinical-safety", "second", Map.of("secondEvent", event));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("You judged it yourself");
        } finally {
            jdbc.sql("UPDATE identity.account SET role = 'clinical-safety' WHERE email = :email")
                    .param("email", TestCallers.email("clinical-safety"))
                    .update();
        }
        assertThat(firstCondition()).isEqualTo("not met");
    }

    @Test
    void numbersOfReportsAreChecked() {
        String event = enter("death");
        String reports = api() + "/events/" + event + "/reports";
        assertThat(program.post(reports, "{\"authority\": \"FDA\", \"number\": \"12-26-1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.post(reports, "{\"authority\": \"FDA\", \"number\": \"1234567-2026-00001\"}")
                        .status())
                .isEqualTo(204);
        assertThat(program.post(reports, "{\"authority\": \"FDA\", \"number\": \"1234567-2026-00001\"}")
                        .status())
                .isEqualTo(409);
        assertThat(program.get(api() + "/events").body()).contains("1234567-2026-00001");
    }

    @Test
    void whatIsEnteredIsChecked() {
        assertThat(program.post(api() + "/events", "{\"kind\": \"mishap\", \"description\": \"x\"}")
                        .body())
                .contains("is no kind of event");
        assertThat(program.post(
                                api() + "/events",
                                "{\"kind\": \"death\", \"description\": \"x\", \"happened\": \"%s\"}"
                                        .formatted(ago(-2)))
                        .body())
                .contains("lies ahead");
        assertThat(program.post(api() + "/events", "{\"kind\": \"death\"}").status())
                .isEqualTo(400);
        HttpResponse<String> answer = safety.submit(
                page(),
                page() + "/enter",
                Map.of("eventKind", "death", "eventDescription", "", "eventDevices", "SN-9"));
        assertThat(answer.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(answer.body());
        assertThat(answer.body()).contains("SN-9");
    }

    @Test
    void whatWasEnteredByMistakeCountsUntilTwoHaveSignedThatWhereItWouldMakeSomethingBetter() {
        String event = enter("death");
        judge(event, "associated");
        assertThat(kept("FDA-MDR-30")).hasSize(1);
        Map<String, String> mistake =
                Map.of("withdrawalEvent", event, "withdrawalReason", "It was another pump, of another maker.");
        assertThat(sign(safety, "clinical-safety", "withdrawal", mistake).statusCode())
                .isEqualTo(302);
        assertThat(firstCondition()).as("it counts still").isEqualTo("not met");
        assertThat(kept("FDA-MDR-30")).hasSize(1);
        assertThat(safety.get(page()).body()).contains("Something would be better by it");
        assertThat(sign(safety, "clinical-safety", "withdrawal-too", Map.of("withdrawnEvent", event))
                        .statusCode())
                .as("who signs for nobody of regulatory affairs")
                .isEqualTo(403);
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(sign(head, "regulatory-head", "withdrawal-too", Map.of("withdrawnEvent", event))
                        .statusCode())
                .isEqualTo(302);
        assertThat(firstCondition()).isEqualTo("met");
        assertThat(kept("FDA-MDR-30")).isEmpty();
        String shown = head.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("<s>", "withdrawn: entered by mistake", "It was another pump", "The pump stopped.");
        PageAsserts.assertSound(head.get("/cases/" + one.number() + "/due").body());
        assertThat(sign(safety, "clinical-safety", "withdrawal", mistake).body())
                .contains("withdrawn before");
        assertThat(sign(
                                safety,
                                "clinical-safety",
                                "verdict",
                                Map.of(
                                        "verdictEvent", event,
                                        "verdictAssociation", "associated",
                                        "verdictReason", "No"))
                        .body())
                .contains("It was withdrawn");
    }

    @Test
    void theSecondSignatureOfAWithdrawalIsSomebodyElses() {
        String event = enter("serious-injury");
        Browser head = callers.signedIn(port, "regulatory-head");
        Map<String, String> mistake = Map.of("withdrawalEvent", event, "withdrawalReason", "Twice entered.");
        assertThat(sign(head, "regulatory-head", "withdrawal", mistake).statusCode())
                .isEqualTo(302);
        assertThat(sign(head, "regulatory-head", "withdrawal-too", Map.of("withdrawnEvent", event))
                        .body())
                .contains("You withdrew it yourself");
        assertThat(kept("FDA-MDR-30")).hasSize(1);
    }

    @Test
    void whatChangesNothingIsWithdrawnAtOnce() {
        String event = enter("death");
        judge(event, "ruled-out");
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(firstCondition()).isEqualTo("met");
        assertThat(sign(
                                safety,
                                "clinical-safety",
                                "withdrawal",
                                Map.of("withdrawalEvent", event, "withdrawalReason", "Another maker's."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.get(page()).body()).contains("<s>").doesNotContain("Something would be better by it");
    }
}
