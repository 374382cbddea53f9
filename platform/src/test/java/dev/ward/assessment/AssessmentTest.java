package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.identity.Reauthentication;
import dev.ward.identity.TestCallers;
import dev.ward.performance.Approvals;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.Functions;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.Subject;
import dev.ward.signature.Signature;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricQuestion;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static final Reader READER = Reader.machine("test");
    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "1.0", "purl": "pkg:pypi/%1$s@1.0"}]}
            """;
    private static final String RECORD = """
            {"id": "%1$s", "modified": "%3$s", "summary": "A parser that trusts lengths",
             "affected": [{"package": {"ecosystem": "PyPI", "name": "%2$s"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
            """.replace('\n', ' ');

    private final RestClientOfTests ward;
    private final TestCallers callers;
    private final Browser security;
    private final Browser clinician;
    private final Browser auditor;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final Reauthentication reauthentication;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private final JdbcClient jdbc;
    private final int port;
    private String vulnerability = "";
    private String component = "";
    private String product = "";
    private String release = "";

    @Autowired
    AssessmentTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            Reauthentication reauthentication,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals,
            JdbcClient jdbc) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.callers = callers;
        this.security = callers.signedIn(port, "product-security");
        this.clinician = callers.signedIn(port, "clinical-safety");
        this.auditor = callers.signedIn(port, "auditor");
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.reauthentication = reauthentication;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void findOne() {
        String tail = UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 10);
        vulnerability = "CVE-2099-" + tail;
        component = "parser" + tail;
        release = ward.release("Pump " + tail, "1");
        product = ward.get("/releases/" + release).at("/product").asString();
        ward.load("osv", RECORD.formatted(vulnerability, component, "2099-01-02T00:00:00Z"));
        ward.upload(release, SBOM.formatted(component));
    }

    private AssessmentId opened() {
        HttpResponse<String> opened = security.submit(
                "/assessments/new", "/assessments", Map.of("vulnerability", vulnerability, "product", product));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        String at = opened.headers().firstValue("Location").orElseThrow();
        return AssessmentId.of(at.substring(at.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> send(Browser who, AssessmentId id, String part, Map<String, String> answers) {
        Map<String, String> form = new HashMap<>(answers);
        form.put("revision", Integer.toString(assessments.get(READER, id).revision()));
        return who.submit("/assessments/" + id, "/assessments/" + id + "/" + part, form);
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static Map<String, String> rubric(String answer) {
        Map<String, String> form = new HashMap<>();
        for (RubricQuestion question : MedicalDeviceRubric.questions()) {
            form.put("q-" + question.id(), answer);
        }
        form.put("exploitation", "none");
        return form;
    }

    private AssessmentId answered() {
        AssessmentId id = opened();
        assertTaken(send(security, id, "presence", Map.of("release", release, "presence", "present")));
        assertTaken(send(security, id, "exploitability", rubric("N")));
        assertTaken(send(
                clinician,
                id,
                "harm",
                Map.of("noneReason", "It reads logs alone.", "multiPatient", "no", "privacy", "none")));
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();
        assertTaken(send(security, id, "result", Map.of("reassessBy", later)));
        return id;
    }

    private HttpResponse<String> sign(Browser who, AssessmentId id, SignedPart part, String email) {
        String seen = assessments.standing(READER, id).sha256(part);
        return who.submit(
                "/assessments/" + id,
                "/assessments/" + id + "/sign-" + part.discipline().word(),
                Map.of(
                        "part",
                        part.word(),
                        "seen",
                        seen,
                        "identifier",
                        email,
                        "password",
                        TestCallers.PASSWORD,
                        "zone",
                        "Europe/Berlin"));
    }

    private void decide(AssessmentId id) {
        assertTaken(sign(security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        assertTaken(sign(clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));
        assertTaken(sign(security, id, SignedPart.RESULT_SECURITY, ""));
        assertTaken(sign(clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, ""));
    }

    private String gate() {
        for (JsonNode row : ward.get("/releases/" + release + "/gates/design").at("/rows")) {
            if (row.at("/id").asString().equals("design.risks")) {
                return row.at("/answer").asString() + ": " + row.at("/because").asString();
            }
        }
        throw new AssertionError("no requirement");
    }

    @Test
    @Statement({"PR-3.5", "PR-3.7", "X1"})
    void goesFromAFindingToADecisionThatBothDisciplinesSigned() {
        AssessmentId id = answered();
        assertThat(gate()).isEqualTo("unknown: 1 vulnerability was found in it without a decision that stands.");
        assertThat(clinician.get("/").body()).contains("To be decided", vulnerability);
        decide(id);
        assertThat(gate()).startsWith("met: ");

        assertThat(assessments.get(READER, id).state()).isEqualTo(AssessmentState.DECIDED);
        Decision decision = decisions.list(READER, id).getFirst();
        assertThat(decision.verdict()).isEqualTo(Verdict.CONTROLLED);
        assertThat(decisions.replay(decision).same()).isTrue();
        List<Signature> signatures = assessments.standing(READER, id).signatures();
        assertThat(signatures).hasSize(4).allMatch(one -> one.seals(one.of().content()));
        assertThat(signatures.getLast().of().sha256()).isEqualTo(decision.sha256());
        assertThat(signatures.getFirst().components()).containsExactly("identifier", "password");
        assertThat(signatures.getFirst().localTime()).endsWith("(Europe/Berlin)");
        String report = auditor.get("/assessments/" + id + "/report?version=1").body();
        PageAsserts.assertSound(report);
        assertThat(report).contains("Same result", "Person of clinical-safety", decision.sha256());
        assertThat(auditor.get("/risk").body()).containsPattern("[0-9]</strong> decided");
        assertThat(auditor.get("/assessments?verdict=controlled").body()).contains(vulnerability);
        assertThat(security.get("/vulnerabilities/" + vulnerability).body()).contains("/assessments/" + id);
    }

    @Test
    void answersProgramsAndLetsNoneSign() {
        AssessmentId id = opened();
        String path = "/assessments/" + id;
        int revision = ward.get(path).at("/revision").asInt();

        HttpResponse<String> answered = ward.send(
                "PUT",
                path + "/exploitability",
                HttpRequest.BodyPublishers.ofString(
                        "{\"revision\":%d,\"answers\":{\"exploitation\":\"active\",\"q-XACL\":\"Y\"}}"
                                .formatted(revision)));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(ward.get(path).at("/judgement/exploitation").asString()).isEqualTo("active");
        assertThat(ward.get(path).at("/answers/q-XACL").asString()).isEqualTo("Y");
        assertThat(ward.send(
                                "PUT",
                                path + "/exploitability",
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"revision\":%d,\"answers\":{}}".formatted(revision)))
                        .statusCode())
                .as("what was changed since it was read")
                .isEqualTo(412);
        assertThat(ward.get(path + "/decisions").at("/items")).isEmpty();
    }

    @Test
    @Statement({"PR-3.1", "PR-3.2"})
    void blocksTheResultWhileAnAnswerIsMissing() {
        AssessmentId id = opened();
        String page = security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("nobody has said whether a function depends on it", "has no essential performance");

        HttpResponse<String> early =
                sign(security, id, SignedPart.RESULT_SECURITY, TestCallers.email("product-security"));

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body())
                .contains("It is not said whether it is in", "Patient harm is not signed by clinical safety");
        assertThat(send(security, id, "presence", Map.of("release", release, "presence", "absent"))
                        .body())
                .contains("An absence has one of the five justifications.");
    }

    @Test
    @Statement({"PR-3.5", "X4"})
    void letsEachDisciplineSignItsOwnAlone() {
        AssessmentId id = answered();

        HttpResponse<String> wrong = security.submit(
                "/assessments/" + id,
                "/assessments/" + id + "/sign-security",
                Map.of(
                        "part",
                        "harm",
                        "seen",
                        assessments.standing(READER, id).sha256(SignedPart.HARM),
                        "identifier",
                        TestCallers.email("product-security"),
                        "password",
                        TestCallers.PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(assessments.standing(READER, id).signatures()).isEmpty();
    }

    @Test
    @Statement({"PR-3.5", "X4"})
    void letsNobodySignForBothDisciplines() {
        AssessmentId id = answered();
        AccountId both = callers.account("product-security");
        assertTaken(sign(security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        jdbc.sql("UPDATE identity.account SET role = 'clinical-safety' WHERE id = :id")
                .param("id", both.value())
                .update();
        try {
            HttpResponse<String> second = sign(security, id, SignedPart.HARM, "");

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
        AssessmentId id = answered();
        assertTaken(sign(security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        assertTaken(sign(clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));

        assertTaken(send(security, id, "exploitability", rubric("U")));

        Standing standing = assessments.standing(READER, id);
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
        AssessmentId id = answered();
        String seen = assessments.standing(READER, id).sha256(SignedPart.EXPLOITABILITY);
        assertTaken(send(security, id, "exploitability", rubric("U")));

        HttpResponse<String> late = security.submit(
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
        assertThat(assessments.standing(READER, id).signatures()).isEmpty();
    }

    @Test
    void takesASignatureOnceWhenItIsSentTwiceAtOnce() {
        AssessmentId id = answered();
        Browser again = callers.signedIn(port, "product-security");
        String email = TestCallers.email("product-security");

        List<CompletableFuture<Integer>> sent = Stream.of(security, again)
                .map(browser -> CompletableFuture.supplyAsync(() ->
                        sign(browser, id, SignedPart.EXPLOITABILITY, email).statusCode()))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(302, 409);
        assertThat(assessments.standing(READER, id).signatures()).hasSize(1);
    }

    @Test
    void takesBothComponentsForTheFirstSignatureOfASeries() {
        AssessmentId id = answered();
        Browser fresh = callers.signedIn(port, "product-security");

        assertThat(sign(fresh, id, SignedPart.EXPLOITABILITY, "").body()).contains("is needed for the first signature");
        assertThat(sign(fresh, id, SignedPart.EXPLOITABILITY, TestCallers.email("clinical-safety"))
                        .body())
                .contains("That is not your e-mail address.");
        assertThat(assessments.standing(READER, id).signatures()).isEmpty();
    }

    @Test
    @Statement("PR-7.3")
    void asksAnewWhenASourceSaysSomethingNew() {
        AssessmentId id = answered();
        decide(id);
        assertThat(outdating.look()).isZero();

        ward.load("osv", RECORD.formatted(vulnerability, component, "2099-03-04T00:00:00Z"));
        outdating.look();

        assertThat(assessments.get(READER, id).state()).isEqualTo(AssessmentState.OUTDATED);
        assertThat(decisions.list(READER, id).getFirst().outdated())
                .singleElement()
                .satisfies(one -> assertThat(one.because()).contains("revised its record on 2099-03-04"));
        assertThat(clinician.get("/risk").body()).contains(vulnerability, "revised its record");
        assertTaken(security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "The record was revised.")));
        assertThat(assessments.get(READER, id).version()).isEqualTo(2);
        assertThat(assessments.standing(READER, id).signatures()).isEmpty();
        assertThat(decisions.list(READER, id)).hasSize(1);
    }

    @Test
    @Statement("PR-5.3")
    void asksAnewWhenEssentialPerformanceIsApprovedAnew() {
        AssessmentId id = answered();
        decide(id);
        Subject subject = performances.subject(READER, UUID.fromString(product));
        drafts.save(callers.caller("product-security"), subject, Functions.delivery(), 0);
        approvals.approve(
                reauthentication.confirm(callers.caller("clinical-safety"), TestCallers.PASSWORD),
                subject,
                performances.draft(subject).orElseThrow().sha256());

        outdating.look();

        assertThat(decisions.list(READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("performance");
        assertTaken(security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "It is described now.")));
        assertThat(clinician.get("/assessments/" + id).body())
                .contains(Functions.delivery().name());
    }

    @Test
    void asksAnewWhenItIsFoundInAFurtherRelease() {
        AssessmentId id = answered();
        decide(id);

        String further = ward.releaseOf(product, "2");
        ward.upload(further, SBOM.formatted(component));
        outdating.look();

        assertThat(decisions.list(READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("release");
        assertTaken(security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "A further release.")));
        assertThat(assessments.get(READER, id).releases()).hasSize(2);
    }

    @Test
    @Statement("PR-3.6")
    void assessesAFlawThatNobodyElseKnows() {
        vulnerability = "W-" + component;
        AssessmentId id = opened();

        assertThat(assessments.get(READER, id).releases()).hasSize(1);
        assertThat(security.get("/assessments/" + id).body()).contains("no source tells of it");
        HttpResponse<String> again = security.submit(
                "/assessments/new", "/assessments", Map.of("vulnerability", vulnerability, "product", product));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("No release of");
    }
}
