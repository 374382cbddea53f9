package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Each authority's question is answered by itself; another answer voids the signature under the whole.
@WardTest
class WorksheetTest {

    private final Cases cases;
    private final Browser head;
    private final Browser security;
    private VulnerabilityCase one;

    @Autowired
    WorksheetTest(Cases cases, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.head = callers.signedIn(port, "regulatory-head");
        this.security = callers.signedIn(port, "product-security");
        this.one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    private String page() {
        return "/cases/" + one.number() + "/due/worksheet";
    }

    private HttpResponse<String> answer(String question, String answer) {
        return security.submit(
                page(),
                page() + "/answer",
                Map.of(
                        "worksheetQuestion", question,
                        "worksheetAnswer", answer,
                        "worksheetReason", "By record 7"));
    }

    private HttpResponse<String> sign(Browser browser, String role, String version) {
        return browser.submit(
                page(),
                page() + "/sign-worksheet",
                Map.of(
                        "sheetVersion",
                        version,
                        "identifier",
                        TestCallers.email(role),
                        "password",
                        TestCallers.PASSWORD));
    }

    private List<String> questions() {
        return Pattern.compile("id=\"q-([A-Z0-9-]+)\"")
                .matcher(security.get(page()).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whatIsNotKnownOfMarketsAsksAll() {
        assertThat(questions())
                .contains(
                        "CORRECTION",
                        "REPORTED-ELSEWHERE",
                        "RISK-HEALTH-1",
                        "RISK-HEALTH-2",
                        "MDR-HARM",
                        "MDR-MALFUNCTION",
                        "RADIATION",
                        "PREMARKET",
                        "EU-INCIDENT",
                        "EU-FSCA",
                        "CRA",
                        "NIS2",
                        "PRIVACY");
    }

    @Test
    @Statement("PR-9.1")
    void whatIsUndeterminedIsReported() {
        answer("EU-INCIDENT", "undetermined");
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(means(shown, "EU-INCIDENT")).contains("undetermined", "Report: who is unsure");
        answer("EU-INCIDENT", "no");
        shown = security.get(page()).body();
        assertThat(means(shown, "EU-INCIDENT")).contains("Nothing.", "Answers before");
        assertThat(means(shown, "RISK-HEALTH-1")).as("nobody answered").contains("Report if unsure");
    }

    private static String means(String page, String question) {
        Matcher found = Pattern.compile("id=\"q-" + question + "\".*?</section>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    @Statement("PR-9.1")
    void theWholeIsSignedAndAnotherAnswerVoidsIt() {
        List<String> asked = questions();
        assertThat(sign(head, "regulatory-head", "0").statusCode())
                .as("nothing is answered")
                .isEqualTo(409);
        asked.forEach(
                question -> assertThat(answer(question, "no").statusCode()).isEqualTo(302));
        String version = String.valueOf(asked.size());
        assertThat(sign(security, "product-security", version).statusCode()).isEqualTo(403);
        assertThat(sign(head, "regulatory-head", "3").statusCode())
                .as("not what was shown")
                .isEqualTo(409);
        assertThat(sign(head, "regulatory-head", version).statusCode()).isEqualTo(302);
        String due = "/cases/" + one.number() + "/due";
        assertThat(head.get(due).body()).contains("Every question is answered, and signed.");
        answer("CORRECTION", "yes");
        assertThat(head.get(due).body()).contains("Every question is answered; nobody has signed it.");
        PageAsserts.assertSound(head.get(page()).body());
    }

    @Test
    void answersAreChecked() {
        assertThat(answer("CORRECTION", "perhaps").statusCode()).isEqualTo(400);
        assertThat(answer("NOTHING", "no").statusCode()).isEqualTo(404);
        HttpResponse<String> refused = security.submit(
                page(),
                page() + "/answer",
                Map.of("worksheetQuestion", "CORRECTION", "worksheetAnswer", "no", "worksheetReason", " "));
        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
    }
}
