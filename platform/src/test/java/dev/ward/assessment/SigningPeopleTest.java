package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Signature;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who may sign a decision: whoever is qualified today, in their own name or as somebody's deputy.
@WardTest
class SigningPeopleTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final RestClientOfTests training;
    private AssessingPeople people;

    @Autowired
    SigningPeopleTest(@LocalServerPort int port, TestCallers callers, Assessments assessments) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.training = new RestClientOfTests(port, callers.token("quality-regulatory"));
    }

    @BeforeEach
    void begin() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private void revokeAll(AccountId person) {
        String path = "/people/" + person + "/qualifications";
        for (JsonNode one : training.get(path).at("/items")) {
            if (one.at("/revoked").isMissingNode() || one.at("/revoked").isNull()) {
                String revoke = path + "/" + one.at("/id").asString() + "/revoke";
                String reason = "{\"reason\": \"Retraining is due.\"}";
                assertThat(training.send("POST", revoke, BodyPublishers.ofString(reason))
                                .statusCode())
                        .isEqualTo(204);
            }
        }
    }

    private void qualify(AccountId person, String competence) {
        assertThat(training.post("/people/" + person + "/qualifications", """
                        {"competence": "%s", "basis": "TR-2026-1"}""".formatted(competence))
                        .at("/competence")
                        .asString())
                .isEqualTo(competence);
    }

    @Test
    void refusesWhoIsNotQualifiedTodayAndOffersNoForm() {
        AccountId person = callers.account("clinical-safety");
        callers.account("quality-regulatory");
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.sign(people.clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));
        revokeAll(person);

        String page = people.clinician.get("/assessments/" + id).body();
        HttpResponse<String> refused = people.sign(
                people.clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, TestCallers.email("clinical-safety"));

        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("no qualification to sign for clinical safety today", "Person of quality-regulatory")
                .doesNotContain("/sign-clinical-safety");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("TR-1 was revoked on");
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .hasSize(1);
        qualify(person, "clinical-safety");
        assertThat(people.clinician.get("/assessments/" + id).body())
                .doesNotContain("no qualification to sign for clinical safety today");
    }

    @Test
    @Statement("X4")
    void letsADeputySignForOneDisciplineAndNeverForBoth() {
        AccountId absent = callers.account("clinical-safety");
        AccountId deputy = callers.account("product-security");
        AssessmentId id = people.answered();
        Browser browser = people.security;
        AssessingPeople.assertTaken(
                people.sign(browser, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();

        HttpResponse<String> named = people.clinician.submit(
                "/account",
                "/account/deputies",
                Map.of("deputy", deputy.toString(), "lastDay", last, "reason", "Away."));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(302);
        String deputyship = training.get("/people/" + absent + "/deputies")
                .at("/items/0/id")
                .asString();
        String account = browser.get("/account").body();
        PageAsserts.assertSound(account);
        assertThat(account).contains("/account/deputies/" + deputyship + "/act");
        browser.submit("/account", "/account/deputies/" + deputyship + "/act", Map.of());

        assertThat(browser.get("/account").body())
                .contains("You act as deputy of Person of clinical-safety (Clinical safety)");
        HttpResponse<String> both = people.sign(browser, id, SignedPart.HARM, "");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("You have signed for the other discipline.");
        AssessingPeople other = new AssessingPeople(port, callers, assessments);
        AssessmentId second = other.answered();
        AssessingPeople.assertTaken(
                other.sign(browser, second, SignedPart.HARM, TestCallers.email("product-security")));

        Signature signature = assessments
                .standing(AssessingPeople.READER, second)
                .signatures()
                .getLast();
        assertThat(signature.signerId()).isEqualTo(deputy.value());
        assertThat(signature.signerName()).isEqualTo("Person of product-security");
        assertThat(signature.signerRole()).isEqualTo("deputy of Person of clinical-safety (Clinical safety)");
        assertThat(browser.get("/audit").statusCode())
                .as("what the role of the absent person may not")
                .isEqualTo(403);
        browser.submit("/account", "/account/deputies/leave", Map.of());
        String end = "/people/" + absent + "/deputies/" + deputyship + "/end";
        assertThat(people.ward.send("POST", end, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/account").body()).doesNotContain("You act as", "/act\"");
    }

    @Test
    void showsAPersonWithFormsForWhoMayChangeThem() {
        AccountId person = callers.account("executive");
        Browser quality = callers.signedIn(port, "quality-regulatory");
        String page = "/settings/people/" + person;

        HttpResponse<String> refused = quality.submit(page, page + "/qualifications", Map.of("competence", "security"));
        HttpResponse<String> granted =
                quality.submit(page, page + "/qualifications", Map.of("competence", "security", "basis", "TR-2026-77"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is missing.");
        PageAsserts.assertSound(refused.body());
        assertThat(granted.statusCode()).isEqualTo(302);
        assertThat(quality.get(page).body()).contains("TR-2026-77").doesNotContain("Name a deputy");
        String own = "/settings/people/" + callers.account("quality-regulatory");
        assertThat(quality.get(own).body()).contains("Nobody qualifies themselves");
        Browser administrator = callers.signedIn(port, "administrator");
        String seen = administrator.get(page).body();
        PageAsserts.assertSound(seen);
        assertThat(seen).contains("Name a deputy").doesNotContain("Grant a qualification");
    }
}
