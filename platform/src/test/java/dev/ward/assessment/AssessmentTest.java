package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Signature;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// From a finding to a signed decision, by the pages, as people do it.
@WardTest
class AssessmentTest {

    private final int port;
    private final TestCallers callers;
    private final Browser auditor;
    private final Assessments assessments;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    AssessmentTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.auditor = callers.signedIn(port, "auditor");
        this.assessments = assessments;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private void restrict(AssessmentId id, String to) {
        jdbc.sql("UPDATE assessment.assessment SET restricted_to = %s WHERE id = :id".formatted(to))
                .param("id", id.value())
                .update();
    }

    private String gate() {
        for (JsonNode row :
                people.ward.get("/releases/" + people.release + "/gates/design").at("/rows")) {
            if (row.at("/id").asString().equals("design.risks")) {
                return row.at("/answer").asString() + ": " + row.at("/because").asString();
            }
        }
        throw new AssertionError("no requirement");
    }

    @Test
    @Statement({"PR-3.5", "PR-3.7", "X1"})
    void goesFromAFindingToADecisionThatBothDisciplinesSigned() {
        AssessmentId id = people.answered();
        assertThat(gate()).isEqualTo("unknown: 1 vulnerability was found in it without a decision that stands.");
        assertThat(people.clinician.get("/").body()).contains("Decisions", people.vulnerability);
        people.decide(id);
        assertThat(gate()).startsWith("met: ");
        restrict(id, "ARRAY[gen_random_uuid()]");
        assertThat(gate()).as("to whom the decision is not shown").startsWith("unknown: ");
        restrict(id, "NULL");
        assertThat(people.clinician.get("/assessments?privacy=none").body()).contains(people.vulnerability);
        assertThat(people.clinician.get("/assessments?privacy=many").body()).doesNotContain(people.vulnerability);

        assertThat(assessments.get(AssessingPeople.READER, id).state()).isEqualTo(AssessmentState.DECIDED);
        Decision decision = decisions.list(AssessingPeople.READER, id).getFirst();
        assertThat(decision.verdict()).isEqualTo(Verdict.CONTROLLED);
        assertThat(decisions.replay(decision).same()).isTrue();
        List<Signature> signatures =
                assessments.standing(AssessingPeople.READER, id).signatures();
        assertThat(signatures).hasSize(4).allMatch(one -> one.seals(one.of().content()));
        assertThat(signatures.getLast().of().sha256()).isEqualTo(decision.sha256());
        assertThat(signatures.getFirst().components()).containsExactly("identifier", "password");
        assertThat(signatures.getFirst().localTime()).endsWith("(Europe/Berlin)");
        String report = auditor.get("/assessments/" + id + "/report?version=1").body();
        PageAsserts.assertSound(report);
        assertThat(report).contains("Same result", "Person of clinical-safety", decision.sha256());
        String risk = auditor.get("/risk").body();
        PageAsserts.assertSound(risk);
        assertThat(risk)
                .containsPattern("[0-9]</strong> decided")
                .as("the cell names what is in it")
                .contains("<a href=\"/assessments/%s\">%s</a> in Pump ".formatted(id, people.vulnerability))
                .contains("In the list");
        RiskMonth now = decisions.months(AssessingPeople.READER).getLast();
        assertThat(now.controlled()).isPositive();
        assertThat(now.decided()).isGreaterThanOrEqualTo(now.controlled());
        assertThat(decisions.months(AssessingPeople.READER)).hasSize(12);
        assertThat(auditor.get("/assessments?verdict=controlled").body()).contains(people.vulnerability);
        assertThat(people.security
                        .get("/vulnerabilities/" + people.vulnerability)
                        .body())
                .as("with its result")
                .containsPattern("(?s)/assessments/" + id + ".{0,900}Controlled");
    }

    @Test
    void answersProgramsAndLetsNoneSign() {
        AssessmentId id = people.opened();
        String path = "/assessments/" + id;
        int revision = people.ward.get(path).at("/revision").asInt();

        HttpResponse<String> answered = people.ward.send(
                "PUT",
                path + "/exploitability",
                HttpRequest.BodyPublishers.ofString(
                        "{\"revision\":%d,\"answers\":{\"exploitation\":\"active\",\"q-XACL\":\"Y\"}}"
                                .formatted(revision)));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(people.ward.get(path).at("/judgement/exploitation").asString())
                .isEqualTo("active");
        assertThat(people.ward.get(path).at("/answers/q-XACL").asString()).isEqualTo("Y");
        assertThat(people.ward
                        .send(
                                "PUT",
                                path + "/exploitability",
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"revision\":%d,\"answers\":{}}".formatted(revision)))
                        .statusCode())
                .as("what was changed since it was read")
                .isEqualTo(412);
        assertThat(people.ward.get(path + "/decisions").at("/items")).isEmpty();
    }

    @Test
    @Statement({"PR-3.1", "PR-3.2"})
    void blocksTheResultWhileAnAnswerIsMissing() {
        AssessmentId id = people.opened();
        String page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("nobody has said whether a function depends on it", "has no essential performance");

        HttpResponse<String> early =
                people.sign(people.security, id, SignedPart.RESULT_SECURITY, TestCallers.email("product-security"));

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body())
                .contains("It is not said whether it is in", "Patient harm is not signed by clinical safety");
        assertThat(people.send(people.security, id, "presence", Map.of("release", people.release, "presence", "absent"))
                        .body())
                .contains("An absence has one of the five justifications.");
    }

    @Test
    @Statement({"PR-3.5", "X4"})
    void letsEachDisciplineSignItsOwnAlone() {
        AssessmentId id = people.answered();

        HttpResponse<String> wrong = people.security.submit(
                "/assessments/" + id,
                "/assessments/" + id + "/sign-security",
                Map.of(
                        "part",
                        "harm",
                        "seen",
                        assessments.standing(AssessingPeople.READER, id).sha256(SignedPart.HARM),
                        "identifier",
                        TestCallers.email("product-security"),
                        "password",
                        TestCallers.PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .isEmpty();
    }

    @Test
    @Statement({"PR-3.5", "X4"})
    void letsNobodySignForBothDisciplines() {
        AssessmentId id = people.answered();
        AccountId both = callers.account("product-security");
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        jdbc.sql("UPDATE identity.account SET role = 'clinical-safety' WHERE id = :id")
                .param("id", both.value())
                .update();
        try {
            HttpResponse<String> second = people.sign(people.security, id, SignedPart.HARM, "");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("You have signed for the other discipline.");
        } finally {
            jdbc.sql("UPDATE identity.account SET role = 'product-security' WHERE id = :id")
                    .param("id", both.value())
                    .update();
        }
    }

    @Test
    void voidsTheSignaturesOfWhatIsChanged() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        AssessingPeople.assertTaken(
                people.sign(people.clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));

        AssessingPeople.assertTaken(people.send(people.security, id, "exploitability", AssessingPeople.rubric("U")));

        Standing standing = assessments.standing(AssessingPeople.READER, id);
        assertThat(standing.signature(SignedPart.EXPLOITABILITY)).isNull();
        assertThat(standing.signature(SignedPart.HARM)).isNotNull();
        assertThat(standing.signatures())
                .filteredOn(one -> !one.stands())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.of().part()).isEqualTo("exploitability");
                    assertThat(one.seals(one.of().content())).isTrue();
                });
        assertThat(auditor.get("/assessments/" + id).body()).contains("Voided", "The answers were changed");
    }

    @Test
    void refusesASignatureOnWhatWasChangedSinceItWasSeen() {
        AssessmentId id = people.answered();
        String seen = assessments.standing(AssessingPeople.READER, id).sha256(SignedPart.EXPLOITABILITY);
        AssessingPeople.assertTaken(people.send(people.security, id, "exploitability", AssessingPeople.rubric("U")));

        HttpResponse<String> late = people.security.submit(
                "/assessments/" + id,
                "/assessments/" + id + "/sign-security",
                Map.of(
                        "part",
                        "exploitability",
                        "seen",
                        seen,
                        "identifier",
                        TestCallers.email("product-security"),
                        "password",
                        TestCallers.PASSWORD));

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("What you saw was changed since");
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .isEmpty();
    }

    @Test
    void takesASignatureOnceWhenItIsSentTwiceAtOnce() {
        AssessmentId id = people.answered();
        Browser again = callers.signedIn(port, "product-security");
        String email = TestCallers.email("product-security");

        List<CompletableFuture<Integer>> sent = Stream.of(people.security, again)
                .map(browser ->
                        CompletableFuture.supplyAsync(() -> people.sign(browser, id, SignedPart.EXPLOITABILITY, email)
                                .statusCode()))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(302, 409);
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .hasSize(1);
    }

    @Test
    void takesBothComponentsForTheFirstSignatureOfASeries() {
        AssessmentId id = people.answered();
        Browser fresh = callers.signedIn(port, "product-security");

        assertThat(people.sign(fresh, id, SignedPart.EXPLOITABILITY, "").body())
                .contains("is needed for the first signature");
        assertThat(people.sign(fresh, id, SignedPart.EXPLOITABILITY, TestCallers.email("clinical-safety"))
                        .body())
                .contains("That is not your e-mail address.");
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .isEmpty();
    }

    @Test
    @Statement("PR-3.6")
    void assessesAFlawThatNobodyElseKnows() {
        people.vulnerability = "W-" + people.component;
        AssessmentId id = people.opened();

        assertThat(assessments.get(AssessingPeople.READER, id).releases()).hasSize(1);
        assertThat(people.security.get("/assessments/" + id).body()).contains("no source tells of it");
        HttpResponse<String> again = people.security.submit(
                "/assessments/new",
                "/assessments",
                Map.of("vulnerability", people.vulnerability, "product", people.product));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("No release of");
    }

    @Test
    void letsNoSignatureFallWhenTheSameAnswersAreKeptAgain() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        int revision = assessments.get(AssessingPeople.READER, id).revision();

        AssessingPeople.assertTaken(people.send(people.clinician, id, "exploitability", AssessingPeople.rubric("N")));
        assertThat(assessments.get(AssessingPeople.READER, id).revision()).isEqualTo(revision);
        assertThat(people.security.get("/assessments/" + id).body()).doesNotContain("Exploitability: security signs");

        AssessingPeople.assertTaken(people.send(people.clinician, id, "exploitability", AssessingPeople.rubric("U")));
        assertThat(people.security.get("/assessments/" + id).body()).contains("Exploitability: security signs");
    }
}
