package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.TestCallers;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A manufacturer's own risk matrix: drafted, refused with its gaps, signed by both, in force, and what
/// it does to decisions.
@WardTest
class OwnTablesTest {

    private static final String HERE = "/rules/risk-matrix";

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final RuleSets rules;
    private final RuleKind matrix;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    OwnTablesTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            RuleSets rules) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.rules = rules;
        this.matrix = rules.kind("risk-matrix");
    }

    @BeforeEach
    void begin() {
        people = new AssessingPeople(port, callers, assessments);
        rules.draft(matrix)
                .ifPresent(draft -> people.security.submit(
                        HERE,
                        HERE + "/withdraw",
                        Map.of("revision", Integer.toString(draft.revision()), "why", "An earlier test left it.")));
    }

    /// What Ward brings, with other outcomes. Row 0 is low exploitability and negligible harm.
    private HttpResponse<String> write(Browser who, Map<String, String> cells) {
        Map<String, String> form = new HashMap<>();
        List<List<String>> shipped = matrix.shipped();
        for (int i = 0; i < shipped.size(); i++) {
            form.put("r" + i + "c2", shipped.get(i).getLast());
        }
        form.putAll(cells);
        form.put(
                "revision",
                Integer.toString(rules.draft(matrix).map(RuleSet::revision).orElse(0)));
        form.put("why", "Our own risk policy");
        return who.submit(HERE + "/draft", HERE + "/draft", form);
    }

    private HttpResponse<String> sign(Browser who, String discipline, String email, String seen) {
        return who.submit(
                HERE,
                HERE + "/sign-" + discipline,
                Map.of(
                        "part",
                        discipline,
                        "seen",
                        seen,
                        "identifier",
                        email,
                        "password",
                        TestCallers.PASSWORD,
                        "zone",
                        "Europe/Berlin"));
    }

    private String drafted() {
        return rules.draft(matrix).orElseThrow().sha256();
    }

    @Test
    @Statement({"X1", "X2"})
    void decidesByTheManufacturersOwnMatrixOnceBothHaveSignedIt() {
        AssessmentId id = people.answered();
        people.decide(id);
        Decision before = decisions.list(AssessingPeople.READER, id).getFirst();
        assertThat(before.verdict()).isEqualTo(Verdict.CONTROLLED);

        AssessingPeople.assertTaken(write(people.security, everythingUncontrolled()));
        String page = people.clinician.get(HERE).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("differ from what decides now", "Sign for clinical safety");
        PageAsserts.assertSound(people.security.get(HERE + "/draft").body());
        AssessingPeople.assertTaken(
                sign(people.security, "security", TestCallers.email("product-security"), drafted()));
        assertThat(rules.inForce(matrix).orElseThrow().version())
                .as("one signature is not enough")
                .isNotEqualTo(rules.draft(matrix).orElseThrow().version());
        AssessingPeople.assertTaken(
                sign(people.clinician, "clinical-safety", TestCallers.email("clinical-safety"), drafted()));

        RuleSet inForce = rules.inForce(matrix).orElseThrow();
        assertThat(rules.signatures(inForce)).hasSize(2).allMatch(one -> one.seals(inForce.content()));
        outdating.look();
        assertThat(assessments.get(AssessingPeople.READER, id).state()).isEqualTo(AssessmentState.OUTDATED);
        assertThat(people.security.get("/assessments/" + id).body()).contains("Another risk matrix is in force.");
        assertThat(decisions.replay(before).same())
                .as("by the table that it names")
                .isTrue();
        assertThat(people.clinician.get("/risk").body()).contains("own:RISK:" + inForce.version() + ".0.0");
        PageAsserts.assertSound(people.security.get("/rules").body());
        PageAsserts.assertSound(people.security.get(HERE + "/versions/1").body());

        assessments.reopen(Actor.machine("test"), AssessingPeople.READER, id, "Another matrix is in force.");
        assertThat(assessments.standing(AssessingPeople.READER, id).judgement().verdict())
                .isEqualTo(Verdict.UNCONTROLLED);
    }

    private static Map<String, String> everythingUncontrolled() {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < 15; i++) {
            cells.put("r" + i + "c2", "U");
        }
        return cells;
    }

    @Test
    @Statement("X2")
    void refusesAMatrixWithAContradictionAndNamesTheCell() {
        HttpResponse<String> refused = write(people.security, Map.of("r0c2", "U"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "Exploitability: Low, Severity of Patient Harm: Negligible",
                        "but the graver",
                        "Nothing was kept");
        assertThat(refused.body())
                .as("the cells at fault are marked, and led to")
                .contains(
                        "<a href=\"#r0c2\">Exploitability: Low, Severity of Patient Harm: Negligible</a>",
                        "<a href=\"#r1c2\">",
                        "<a href=\"#r5c2\">")
                .doesNotContain("<a href=\"#r6c2\">")
                .containsPattern("id=\"r0c2\"[^>]*aria-invalid=\"true\"")
                .doesNotContainPattern("id=\"r6c2\"[^>]*aria-invalid");
        PageAsserts.assertSound(refused.body());
        assertThat(rules.draft(matrix)).isEmpty();
    }

    @Test
    void drawsTheMatrixWithAChoiceInEachCellAndMarksWhatDiffers() {
        String fresh = people.security.get(HERE + "/draft").body();
        PageAsserts.assertSound(fresh);
        assertThat(fresh.split("<select", -1)).as("one in each cell").hasSize(16);
        assertThat(fresh.indexOf("id=\"r14c2\""))
                .as("the most exploitable above, the worst harm on the right")
                .isLessThan(fresh.indexOf("id=\"r0c2\""))
                .isGreaterThan(fresh.indexOf("id=\"r13c2\""));
        assertThat(fresh)
                .contains("aria-label=\"Exploitability: Low, Severity of Patient Harm: Negligible\"")
                .doesNotContain("ward-changed");

        int cell = inForce().getFirst().getLast().equals("C") ? 4 : 0;
        String outcome = inForce().get(cell).getLast();
        AssessingPeople.assertTaken(write(people.security, with(cell, cell == 0 ? "C" : "U")));
        String edited = people.security.get(HERE + "/draft").body();
        assertThat(edited.split(" ward-changed", -1)).as("one cell").hasSize(2);
        assertThat(edited).containsPattern("<option value=\"" + outcome + "\" class=\"[^\"]*ward-decides\"");
        assertThat(people.clinician.get(HERE).body()).contains("<strong>Changed.</strong> In force: ");
        assertThat(people.security.get("/rules/exploitability/draft").body())
                .as("a table over more questions keeps its rows")
                .contains("aria-label=\"Row 1, ")
                .doesNotContain("ward-rule-grid");
    }

    private List<List<String>> inForce() {
        return rules.inForce(matrix).orElseThrow().rows();
    }

    /// What decides now, with another outcome in one cell.
    private Map<String, String> with(int cell, String outcome) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < inForce().size(); i++) {
            cells.put("r" + i + "c2", i == cell ? outcome : inForce().get(i).getLast());
        }
        return cells;
    }

    @Test
    @Statement("X2")
    void refusesAMatrixWithAGapAndNamesTheCell() {
        List<List<String>> rows = matrix.shipped().subList(0, 14);
        String body = "{\"revision\": 0, \"why\": \"A gap\", \"rows\": %s}".formatted(CanonicalRecord.of(rows));

        HttpResponse<String> refused = new RestClientOfTests(port, callers.token("product-security"))
                .send("PUT", HERE + "/draft", HttpRequest.BodyPublishers.ofString(body));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Exploitability: High, Severity of Patient Harm: Catastrophic has no outcome");
    }

    @Test
    @Statement("X4")
    void voidsTheSignatureOfADraftThatIsChangedAndRefusesOneOnWhatWasSeenBefore() {
        AssessingPeople.assertTaken(write(people.security, Map.of("r2c2", "CJ", "r7c2", "UJ", "r12c2", "U")));
        String seen = drafted();
        AssessingPeople.assertTaken(sign(people.security, "security", TestCallers.email("product-security"), seen));
        AssessingPeople.assertTaken(write(people.clinician, Map.of("r2c2", "UJ", "r7c2", "UJ")));

        HttpResponse<String> late =
                sign(people.clinician, "clinical-safety", TestCallers.email("clinical-safety"), seen);

        assertThat(late.statusCode()).isEqualTo(412);
        RuleSet draft = rules.draft(matrix).orElseThrow();
        assertThat(rules.signatures(draft)).singleElement().matches(one -> !one.stands());
        assertThat(rules.unsigned(draft)).hasSize(2);
        assertThat(people.clinician
                        .submit(HERE, HERE + "/sign-security", Map.of("part", "security", "seen", drafted()))
                        .statusCode())
                .as("for the other discipline")
                .isEqualTo(403);
    }
}
