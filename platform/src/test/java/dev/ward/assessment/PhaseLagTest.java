package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case says where it stands that it is further than its phase.
@WardTest
class PhaseLagTest {

    private static final String CAN_BEGIN = "Decided: remediation can begin";

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Browser auditor;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    PhaseLagTest(@LocalServerPort int port, TestCallers callers, Assessments assessments, JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.auditor = callers.signedIn(port, "auditor");
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private String opened() {
        HttpResponse<String> opened = people.security.submit(
                "/cases/new",
                "/cases",
                Map.of("title", "Case of " + people.vulnerability, "vulnerabilities", people.vulnerability));
        AssessingPeople.assertTaken(opened);
        String at = opened.headers().firstValue("Location").orElseThrow();
        return at.substring(at.indexOf("/cases/"));
    }

    private String list(Browser who) {
        return who.get("/cases?vulnerability=" + people.vulnerability).body();
    }

    @Test
    void saysThatRemediationCanBeginUntilSomebodyEntersIt() {
        String here = opened();
        assertThat(list(auditor)).doesNotContain("ward-lag");
        AssessmentId id = people.answered();
        assertThat(list(auditor)).contains("It is being assessed: verification has begun");
        AssessingPeople.assertTaken(
                people.security.submit(here, here + "/phase", Map.of("phasePhase", "verification")));
        assertThat(list(auditor)).as("what is open says no more").doesNotContain("ward-lag");

        people.decide(id);
        assertThat(list(auditor)).contains(CAN_BEGIN);
        String page = people.security.get(here).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains(CAN_BEGIN, "Enter remediation development");
        assertThat(auditor.get(here).body()).contains(CAN_BEGIN).doesNotContain("Enter remediation development");
        String lagging = auditor.get("/cases?lags=true").body();
        PageAsserts.assertSound(lagging);
        assertThat(lagging).contains(here, CAN_BEGIN);
        assertThat(people.security.get("/work").body()).contains("in verification still. " + CAN_BEGIN);
        assertThat(people.security.get("/").body()).contains(CAN_BEGIN);

        AssessingPeople.assertTaken(
                people.security.submit(here, here + "/phase", Map.of("phasePhase", "remediation-development")));
        assertThat(list(auditor)).doesNotContain("ward-lag");
        assertThat(people.security.get(here).body()).doesNotContain("remediation can begin");
        assertThat(auditor.get("/cases?lags=true").body()).doesNotContain(here);
    }

    @Test
    void countsOnlyDecisionsThatStandAndThatTheReaderSees() {
        opened();
        AssessmentId id = people.answered();
        people.decide(id);
        assertThat(list(auditor)).contains(CAN_BEGIN);

        people.fillIn(people.ward.release("Other " + people.vulnerability, "1"));
        assertThat(list(auditor)).contains("Decided in 1 of 2 assessments that it takes: remediation can begin there");

        state(id, "outdated");
        assertThat(list(auditor)).doesNotContain("remediation can begin");
        state(id, "decided");
        jdbc.sql("UPDATE assessment.assessment SET restricted_to = ARRAY[gen_random_uuid()] WHERE id = :id")
                .param("id", id.value())
                .update();
        assertThat(list(auditor)).doesNotContain("ward-lag");
    }

    @Test
    void saysNothingIsDecidedOfAVulnerabilityThatNobodyLookedAt() {
        AssessingPeople.assertTaken(people.security.submit(
                "/cases/new",
                "/cases",
                Map.of(
                        "title",
                        "Case of two, " + people.vulnerability,
                        "vulnerabilities",
                        people.vulnerability + "\nCVE-2099-70001")));
        AssessmentId id = people.answered();
        people.decide(id);

        assertThat(list(auditor)).contains("Decided in 1 of 2 assessments that it takes: remediation can begin there");
    }

    private void state(AssessmentId id, String state) {
        jdbc.sql("UPDATE assessment.assessment SET state = :state WHERE id = :id")
                .param("id", id.value())
                .param("state", state)
                .update();
    }

    @Test
    void saysThatNoProductIsAffected() {
        String here = opened();
        AssessmentId id = people.answered();
        Map<String, String> absent = new HashMap<>();
        absent.put("release", people.release);
        absent.put("presence", "absent");
        absent.put("justification", "vulnerable_code_not_present");
        absent.put("evidence", "It is built without the parser.");
        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absent));
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.RESULT_SECURITY, TestCallers.email("product-security")));
        AssessingPeople.assertTaken(people.sign(
                people.clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, TestCallers.email("clinical-safety")));

        assertThat(list(auditor)).contains("Decided: no assessment says that a product is affected");
        assertThat(people.security.get(here).body())
                .contains("Look whether it can be closed")
                .doesNotContain("Enter remediation development");
    }
}
