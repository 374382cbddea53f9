package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricQuestion;
import dev.ward.web.Browser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Security and clinical safety, who assess a vulnerability by the pages; and the vulnerability, found in a release.
final class AssessingPeople {

    static final Reader READER = Reader.machine("test");

    final RestClientOfTests ward;
    final Browser security;
    final Browser clinician;
    final String component;
    final String product;
    final String release;
    String vulnerability;
    private final Assessments assessments;

    AssessingPeople(int port, TestCallers callers, Assessments assessments) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.security = callers.signedIn(port, "product-security");
        this.clinician = callers.signedIn(port, "clinical-safety");
        this.assessments = assessments;
        String tail = UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 10);
        this.vulnerability = "CVE-2099-" + tail;
        this.component = "parser" + tail;
        this.release = ward.release("Pump " + tail, "1");
        this.product = ward.get("/releases/" + release).at("/product").asString();
        revise("2099-01-02T00:00:00Z");
        fillIn(release);
    }

    /// Lets the source say it anew.
    void revise(String modified) {
        ward.load("osv", """
                {"id": "%1$s", "modified": "%3$s", "summary": "A parser that trusts lengths",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "%2$s"},
                               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
                """.formatted(vulnerability, component, modified).replace('\n', ' '));
    }

    /// Says that the component is in a release.
    void fillIn(String into) {
        ward.upload(into, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "1.0", "purl": "pkg:pypi/%1$s@1.0"}]}
                """.formatted(component));
    }

    AssessmentId opened() {
        HttpResponse<String> opened = security.submit(
                "/assessments/new", "/assessments", Map.of("vulnerability", vulnerability, "product", product));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        String at = opened.headers().firstValue("Location").orElseThrow();
        return AssessmentId.of(at.substring(at.lastIndexOf('/') + 1));
    }

    HttpResponse<String> send(Browser who, AssessmentId id, String part, Map<String, String> answers) {
        Map<String, String> form = new HashMap<>(answers);
        form.put("revision", Integer.toString(assessments.get(READER, id).revision()));
        return who.submit("/assessments/" + id, "/assessments/" + id + "/" + part, form);
    }

    static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    static Map<String, String> rubric(String answer) {
        Map<String, String> form = new HashMap<>();
        for (RubricQuestion question : MedicalDeviceRubric.questions()) {
            form.put("q-" + question.id(), answer);
        }
        form.put("exploitation", "none");
        return form;
    }

    AssessmentId answered() {
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
        assertTaken(send(security, id, "mitigation", Mitigations.accepted()));
        return id;
    }

    HttpResponse<String> sign(Browser who, AssessmentId id, SignedPart part, String email) {
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

    void decide(AssessmentId id) {
        assertTaken(sign(security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        assertTaken(sign(clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));
        assertTaken(sign(security, id, SignedPart.RESULT_SECURITY, ""));
        assertTaken(sign(clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, ""));
    }
}
