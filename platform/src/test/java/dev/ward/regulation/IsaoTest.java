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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Active is who meets all four criteria in one ISAO, on the day that counts.
@WardTest
class IsaoTest {

    private static final String PAGE = "/due/isaos";
    private static final String API = "/api/v1/due/isaos";

    private final Cases cases;
    private final Evaluations evaluations;
    private final JdbcClient jdbc;
    private final Browser security;
    private final Api program;

    @Autowired
    IsaoTest(Cases cases, Evaluations evaluations, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.jdbc = jdbc;
        this.security = callers.signedIn(port, "product-security");
        this.program = Api.at(port, callers.token("product-security"));
    }

    /// All cases share the binder.
    @AfterEach
    void withdrawAll() {
        jdbc.sql("SELECT id FROM regulation.isao_period WHERE withdrawn_at IS NULL")
                .query(String.class)
                .list()
                .forEach(this::withdraw);
    }

    private void withdraw(String id) {
        assertThat(program.post(API + "/" + id + "/withdrawal", "{\"because\": \"The test is over.\"}")
                        .status())
                .isEqualTo(204);
    }

    private String enter(int criterion, String from, @Nullable String until) {
        var answer = program.post(API, """
                {"isao": "Health-ISAC", "criterion": %d, "from": "%s", "until": %s, "evidence": "Agreement 12"}
                """.formatted(criterion, from, until == null ? "null" : "\"" + until + "\""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JsonPath.read(answer.body(), "$.id");
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private void done(VulnerabilityCase one, String type, int daysAgo) {
        assertThat(program.post("/api/v1/cases/" + one.number() + "/due/evidence", """
                                {"type": "%s", "at": "%s", "note": "Record 7"}
                                """.formatted(type, ago(daysAgo)))
                        .status())
                .isEqualTo(201);
    }

    private String fourth(VulnerabilityCase one) {
        List<String> states = JsonPath.read(
                program.get("/api/v1/cases/" + one.number() + "/due").body(),
                "$.ruleSets[?(@.id=='FDA-FINAL-2016')].conditions[?(@.id=='4')].state");
        return String.join(", ", states);
    }

    private String kept(VulnerabilityCase one) {
        return jdbc.sql("SELECT outcome FROM regulation.outcome WHERE case_id = :case AND rule_set = 'FDA-FINAL-2016'")
                .param("case", one.id())
                .query(String.class)
                .single();
    }

    /// Learned 20 days ago, told on day 10, fixed on day 15.
    private VulnerabilityCase told() {
        VulnerabilityCase one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
        String page = "/cases/" + one.number() + "/due";
        assertThat(security.submit(
                                page,
                                page + "/sign-awareness",
                                Map.of(
                                        "awarenessRegime",
                                        "FDA",
                                        "awarenessAt",
                                        ago(20),
                                        "awarenessRestsOn",
                                        "A mail",
                                        "identifier",
                                        TestCallers.email("product-security"),
                                        "password",
                                        TestCallers.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        List.of("customer-communication", "interim-control-assessed", "timeline-rationale", "isao-submission")
                .forEach(type -> done(one, type, 10));
        done(one, "fix-validated", 5);
        done(one, "fix-available", 5);
        return one;
    }

    @Test
    @Statement({"PR-10.5", "PR-11.1"})
    void aMembershipThatLapsesOnDayTwelveChangesTheOutcome() {
        String member = enter(1, ago(100), null);
        List.of(2, 3, 4).forEach(criterion -> enter(criterion, ago(90), null));
        VulnerabilityCase one = told();
        assertThat(fourth(one)).isEqualTo("met");
        assertThat(kept(one)).isEqualTo("discretion");
        withdraw(member);
        enter(1, ago(100), ago(8));
        assertThat(fourth(one)).isEqualTo("not met");
        evaluations.lookWhenTold();
        assertThat(kept(one)).isEqualTo("report");
        String shown = security.get(PAGE + "?at=" + ago(9)).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("Active on " + ago(9), "from " + ago(90) + " to " + ago(8), "The test is over.");
        assertThat(security.get(PAGE).body()).contains("Not active on " + ago(0));
    }

    @Test
    void withoutTheFourthCriterionNobodyIsActive() {
        List.of(1, 2, 3).forEach(criterion -> enter(criterion, ago(90), null));
        assertThat(program.get(API).body()).contains("\"active\":[]");
        assertThat(fourth(told())).isEqualTo("not met");
    }

    @Test
    void whatNobodyEnteredIsNotKnown() {
        assertThat(program.get(API).body()).doesNotContain("\"active\":[");
        assertThat(fourth(told())).isEqualTo("unprovable");
    }

    @Test
    void aPeriodIsShownByOneFile() {
        enter(1, ago(90), null);
        String id = enter(2, ago(90), null);
        String file = PAGE + "/" + id + "/file";
        byte[] bytes = "Operating procedures".getBytes(StandardCharsets.UTF_8);
        assertThat(security.upload(PAGE, file, "procedures.txt", bytes).statusCode())
                .isEqualTo(302);
        assertThat(security.get(file).body()).isEqualTo("Operating procedures");
        String page = security.get(PAGE).body();
        assertThat(page).contains("procedures.txt").doesNotContain(file + "?_csrf");
        String token = page.split("\\?_csrf=", 2)[1].split("\"", 2)[0];
        assertThat(security.multipart(file + "?_csrf=" + token, "other.txt", bytes)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void periodsAreChecked() {
        assertThat(program.post(
                                API,
                                "{\"isao\": \"X\", \"criterion\": 5, \"from\": \"2026-01-01\", \"evidence\": \"e\"}")
                        .body())
                .contains("is no criterion");
        HttpResponse<String> refused = security.submit(
                PAGE,
                PAGE + "/enter",
                Map.of(
                        "periodIsao", "Health-ISAC",
                        "periodCriterion", "1",
                        "periodFrom", "2026-02-01",
                        "periodUntil", "2026-01-01",
                        "periodEvidence", "Agreement"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("lies before the first");
        PageAsserts.assertSound(refused.body());
        assertThat(program.post(
                                API,
                                "{\"isao\": \"X\", \"criterion\": 1, \"from\": \"%s\", \"evidence\": \"e\"}"
                                        .formatted(ago(-9)))
                        .body())
                .contains("lies ahead");
    }
}
