package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.performance.Approvals;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.Functions;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.Subject;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// New facts ask for another decision, and change none.
@WardTest
class OutdatingTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final Signing signing;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    OutdatingTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            Signing signing,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.signing = signing;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    @Test
    @Statement("PR-7.3")
    void asksAnewWhenASourceSaysSomethingNew() {
        AssessmentId id = people.answered();
        people.decide(id);
        assertThat(outdating.look()).isZero();

        people.revise("2099-03-04T00:00:00Z");
        outdating.look();

        assertThat(assessments.get(AssessingPeople.READER, id).state()).isEqualTo(AssessmentState.OUTDATED);
        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .singleElement()
                .satisfies(one -> assertThat(one.because()).contains("revised its record on 2099-03-04"));
        assertThat(people.clinician.get("/risk").body()).contains(people.vulnerability, "revised its record");
        AssessingPeople.assertTaken(people.security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "The record was revised.")));
        assertThat(assessments.get(AssessingPeople.READER, id).version()).isEqualTo(2);
        assertThat(assessments.standing(AssessingPeople.READER, id).signatures())
                .isEmpty();
        assertThat(decisions.list(AssessingPeople.READER, id)).hasSize(1);
    }

    @Test
    void looksByItselfWhenASourceWasHeard() {
        AssessmentId id = people.answered();
        people.decide(id);

        people.revise("2099-03-04T00:00:00Z");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> assessments.get(AssessingPeople.READER, id).state() == AssessmentState.OUTDATED);
    }

    @Test
    @Statement("PR-5.3")
    void asksAnewWhenEssentialPerformanceIsApprovedAnew() {
        AssessmentId id = people.answered();
        people.decide(id);
        Subject subject = performances.subject(AssessingPeople.READER, UUID.fromString(people.product));
        drafts.save(callers.caller("product-security"), subject, Functions.delivery(), 0);
        approvals.approve(
                signing.confirm(
                        callers.caller("clinical-safety"),
                        Shown.of(TestCallers.email("clinical-safety"), TestCallers.PASSWORD, "UTC")),
                subject,
                performances.draft(subject).orElseThrow().sha256());

        outdating.look();

        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("performance");
        AssessingPeople.assertTaken(people.security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "It is described now.")));
        assertThat(people.clinician.get("/assessments/" + id).body())
                .contains(Functions.delivery().name());
    }

    @Test
    void asksAnewWhenItIsFoundInAFurtherRelease() {
        AssessmentId id = people.answered();
        people.decide(id);

        String further = people.ward.releaseOf(people.product, "2");
        people.fillIn(further);
        outdating.look();

        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("release");
        AssessingPeople.assertTaken(people.security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "A further release.")));
        assertThat(assessments.get(AssessingPeople.READER, id).releases()).hasSize(2);
    }

    @Test
    void asksAnewWhenItIsFoundAgainWhereItWasDecidedToBeAbsent() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "presence",
                Map.of(
                        "release",
                        people.release,
                        "presence",
                        "absent",
                        "justification",
                        "vulnerable_code_not_present",
                        "evidence",
                        "It is built without the parser.")));
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.RESULT_SECURITY, TestCallers.email("product-security")));
        AssessingPeople.assertTaken(people.sign(
                people.clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, TestCallers.email("clinical-safety")));
        outdating.look();
        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .isEmpty();

        people.ward.upload(people.release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "1.5", "purl": "pkg:pypi/%1$s@1.5"}]}
                """.formatted(people.component));
        outdating.look();

        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("release");
    }
}
