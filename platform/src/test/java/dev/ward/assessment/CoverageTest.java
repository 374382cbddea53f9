package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One decision stands for further releases too, as far and as long as those who signed it said.
@WardTest
class CoverageTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final ReleaseRisks risks;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    CoverageTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            ReleaseRisks risks,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.risks = risks;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private static String inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private AssessmentId decided(String until) {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.send(people.security, id, "result", Map.of("reassessBy", inDays(90), "coversUntil", until)));
        people.decide(id);
        return id;
    }

    private String further(String version) {
        String further = people.ward.releaseOf(people.product, version);
        people.fillIn(further);
        return further;
    }

    private ReleaseRisks.Risks risks(String release) {
        return risks.of(AssessingPeople.READER, UUID.fromString(release));
    }

    private Decision decision(AssessmentId id) {
        return decisions.list(AssessingPeople.READER, id).getFirst();
    }

    @Test
    @Statement("PR-3.11")
    void coversAFurtherReleaseWithTheSameComponentUntilTheDay() {
        AssessmentId id = decided(inDays(30));
        String further = further("2");
        outdating.look();

        assertThat(decision(id).outdated()).isEmpty();
        assertThat(risks(further).undecided()).isZero();
        assertThat(decisions.replay(decision(id)).same()).isTrue();
        String page = people.security.get("/releases/" + further).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Covered by decision", "until " + inDays(30), people.vulnerability);
        page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("until " + inDays(30), "/releases/" + further);
        assertThat(people.ward
                        .get("/assessments/" + id + "/covered")
                        .at("/0/release")
                        .asString())
                .isEqualTo(further);
    }

    @Test
    @Statement("PR-3.11")
    void asksAgainWhenTheDayHasCome() {
        AssessmentId id = decided("");
        jdbc.sql("INSERT INTO assessment.decision_cover VALUES (:id, :day)")
                .param("id", decision(id).id())
                .param("day", LocalDate.now(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO assessment.covered_component
                SELECT :id, component_id FROM finding.published_finding WHERE release_id = :release
                """)
                .param("id", decision(id).id())
                .param("release", UUID.fromString(people.release))
                .update();

        String further = further("2");
        outdating.look();

        assertThat(decision(id).outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("release");
        assertThat(risks(further).undecided()).isEqualTo(1);
    }

    @Test
    void coversNoOtherVersionOfTheComponent() {
        AssessmentId id = decided(inDays(30));
        String further = people.ward.releaseOf(people.product, "2");
        people.ward.upload(further, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "%1$s", "version": "1.1", "purl": "pkg:pypi/%1$s@1.1"}]}
                """.formatted(people.component));
        outdating.look();

        assertThat(decision(id).outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("release");
        assertThat(risks(further).undecided()).isEqualTo(1);
    }

    @Test
    @Statement("PR-3.11")
    void coversNothingMoreWhenANewFactAsksForAnotherDecision() {
        AssessmentId id = decided(inDays(30));
        String further = further("2");
        assertThat(risks(further).undecided()).isZero();

        people.revise("2099-03-04T00:00:00Z");
        outdating.look();

        assertThat(decision(id).outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("advisory");
        assertThat(risks(further).undecided()).isEqualTo(1);
    }

    @Test
    void asksForADayThatLiesAheadAndBeforeTheNextLook() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(
                people.security, id, "result", Map.of("reassessBy", inDays(90), "coversUntil", inDays(91))));

        assertThat(assessments.standing(AssessingPeople.READER, id).open(SignedPart.RESULT_SECURITY))
                .anySatisfy(open -> assertThat(open).contains("is after the day on which it is looked at again"));
        AssessingPeople.assertTaken(
                people.send(people.security, id, "result", Map.of("reassessBy", inDays(90), "coversUntil", inDays(0))));
        assertThat(assessments.standing(AssessingPeople.READER, id).open(SignedPart.RESULT_SECURITY))
                .anySatisfy(open -> assertThat(open).contains("further releases are covered"));
    }
}
