package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A new fact about any vulnerability of a chain asks for another decision.
@WardTest
class ChainTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    ChainTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    /// A decision that another vulnerability is used with it.
    private AssessmentId decided(String chain) {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "result",
                Map.of(
                        "reassessBy",
                        LocalDate.now(ZoneOffset.UTC).plusDays(90).toString(),
                        "chain",
                        chain,
                        "chainExploitability",
                        "low",
                        "chainWords",
                        "It opens the port.")));
        people.decide(id);
        outdating.look();
        assertThat(because(id)).isEmpty();
        return id;
    }

    private List<String> because(AssessmentId id) {
        return decisions.list(AssessingPeople.READER, id).getFirst().outdated().stream()
                .map(one -> one.trigger() + ": " + one.because())
                .toList();
    }

    /// Another vulnerability of the same component.
    private String another() {
        String first = people.vulnerability;
        String second = first + "7";
        people.vulnerability = second;
        people.revise("2099-01-02T00:00:00Z");
        people.vulnerability = first;
        return second;
    }

    private void revise(String vulnerability) {
        String first = people.vulnerability;
        people.vulnerability = vulnerability;
        people.revise("2099-03-04T00:00:00Z");
        people.vulnerability = first;
    }

    @Test
    @Statement("PR-7.3")
    void asksAnewWhenASourceRevisesAnotherOfTheChain() {
        String second = another();
        AssessmentId id = decided(second);

        revise(second);
        outdating.look();

        assertThat(because(id))
                .containsExactly("advisory: A source revised its record of \"" + second
                        + "\" in its chain on 2099-03-04 00:00 UTC.");
        assertThat(assessments.get(AssessingPeople.READER, id).state()).isEqualTo(AssessmentState.OUTDATED);
    }

    @Test
    void asksAnewWhenCisaListsAnotherOfTheChainAsExploited() {
        String second = another();
        AssessmentId id = decided(second + " opens the port");

        people.ward.load("kev", """
                {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2099.03.05",
                 "dateReleased": "2099-03-05T00:00:00.000Z", "count": 1, "vulnerabilities": [
                 {"cveID": "%s", "vendorProject": "x", "product": "x", "vulnerabilityName": "x", "dateAdded": "2099-03-05",
                  "shortDescription": "x", "requiredAction": "x", "dueDate": "2099-03-26",
                  "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}
                """.formatted(second));
        outdating.look();

        assertThat(because(id))
                .singleElement()
                .satisfies(because -> assertThat(because)
                        .startsWith("kev: CISA lists \"" + second)
                        .endsWith("in its chain as exploited since 2099-03-05."));
    }

    @Test
    void asksAnewWhenASourceTellsOfOneOfWhichNoneDid() {
        String second = people.vulnerability + "8";
        AssessmentId id = decided(second);

        revise(second);
        outdating.look();

        assertThat(because(id))
                .singleElement()
                .satisfies(because ->
                        assertThat(because).startsWith("advisory: A source revised its record of \"" + second));
    }

    /// Opens an assessment of another vulnerability of the same product.
    private AssessmentId opened(String vulnerability) {
        String first = people.vulnerability;
        people.vulnerability = vulnerability;
        AssessmentId opened = people.opened();
        people.vulnerability = first;
        return opened;
    }

    private void withdrawnControl(AssessmentId of) {
        jdbc.sql("""
                INSERT INTO assessment.compensating_control (id, assessment_id, state, draft, expires_on, issued_at, withdrawn,
                            withdrawn_by, withdrawn_at, changed_at)
                VALUES (:id, :assessment, 'withdrawn', '{}', current_date + 9, now(), 'It breaks.', 'T', now(), now())
                """)
                .param("id", UUID.randomUUID())
                .param("assessment", of.value())
                .update();
    }

    @Test
    void asksAnewWhenAControlOfAnotherOfTheChainIsWithdrawn() {
        String second = another();
        AssessmentId of = opened(second);
        AssessmentId id = decided(second);

        withdrawnControl(of);
        outdating.look();

        assertThat(because(id))
                .containsExactly("control: A compensating control of \"" + second
                        + "\" in its chain was verified or withdrawn, or has expired.");
    }

    @Test
    void tellsNobodyOfAnotherOfTheChainThatIsUnderEmbargo() {
        String second = another();
        AssessmentId of = opened(second);
        AssessmentId id = decided(second);
        jdbc.sql("UPDATE assessment.assessment SET restricted_to = ARRAY[gen_random_uuid()] WHERE id = :id")
                .param("id", of.value())
                .update();

        withdrawnControl(of);
        outdating.look();

        assertThat(because(id)).isEmpty();
    }

    @Test
    void asksAnewOnTheDayOfAnUndeterminedReleaseOfAnotherOfTheChain() {
        String second = another();
        AssessmentId of = opened(second);
        AssessmentId id = decided(second);
        UUID decision = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO assessment.decision (id, assessment_id, version, product_id, vulnerability, vulnerability_id, verdict,
                            exploitability, harm, matrix, exploitability_table, reassess_by, advisory_modified, performance,
                            content, sha256, decided_at)
                SELECT :id, :of, 1, product_id, :second, vulnerability_id, verdict, exploitability, harm, matrix,
                       exploitability_table, reassess_by, advisory_modified, performance, content, sha256, decided_at
                  FROM assessment.decision WHERE assessment_id = :first
                """)
                .param("id", decision)
                .param("of", of.value())
                .param("second", second)
                .param("first", id.value())
                .update();
        jdbc.sql("""
                INSERT INTO assessment.decision_release (decision_id, release_id, presence, recheck_on)
                VALUES (:id, :release::uuid, 'undetermined', :day)
                """)
                .param("id", decision)
                .param("release", people.release)
                .param("day", LocalDate.now(ZoneOffset.UTC))
                .update();

        outdating.look();

        assertThat(because(id))
                .containsExactly("recheck: A release in which \"" + second
                        + "\" in its chain is undetermined was to be looked at again.");
    }
}
