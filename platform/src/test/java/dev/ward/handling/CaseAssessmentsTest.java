package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentFilter;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlDraft;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlRisk;
import dev.ward.assessment.ControlUser;
import dev.ward.assessment.Exploitability;
import dev.ward.assessment.Presence;
import dev.ward.assessment.PresenceAnswer;
import dev.ward.device.TestFleet;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.performance.HarmSeverity;
import dev.ward.product.Product;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is assessed in a case is seen by whoever sees the case.
@WardTest
class CaseAssessmentsTest {

    private static final EmbargoDraft UNTIL =
            new EmbargoDraft("2099-12-24T18:00", "Europe/Berlin", "We publish what we have.");

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseAssessments inCase;
    private final Assessments assessments;
    private final TestFleet fleet;
    private final Caller paul;
    private final Caller clara;
    private final Browser his;
    private final Browser hers;
    private final Browser auditor;
    private final CompensatingControls controls;
    private Product product;
    private CaseNumber number = CaseNumber.draw();
    private String flaw = "";

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    CaseAssessmentsTest(
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            CaseAssessments inCase,
            Assessments assessments,
            CompensatingControls controls,
            TestFleet fleet,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.inCase = inCase;
        this.assessments = assessments;
        this.controls = controls;
        this.fleet = fleet;
        this.paul = callers.caller("product-security");
        this.clara = callers.caller("clinical-safety");
        this.his = callers.signedIn(port, "product-security");
        this.hers = callers.signedIn(port, "clinical-safety");
        this.auditor = callers.signedIn(port, "auditor");
    }

    private static Reader of(Caller caller) {
        return new Reader(caller.actor().id(), true, null);
    }

    @BeforeEach
    void hide() {
        product = fleet.product();
        fleet.release(product, "1");
        number = cases.open(paul.actor(), new CaseDraft("A flaw of the bootloader", null))
                .number();
        flaw = scopes.addOwn(paul.actor(), of(paul), number);
        teams.embargo(paul.actor(), of(paul), number, UNTIL);
    }

    private AssessmentId assessed() {
        return inCase.open(paul.actor(), of(paul), number, flaw, product.id());
    }

    private List<String> listed(Caller caller) {
        return assessments.list(of(caller), AssessmentFilter.ALL, null, Slice.MOST).items().stream()
                .map(AssessmentLine::vulnerability)
                .toList();
    }

    @Test
    @Statement("X5")
    void hidesWhatIsAssessedInAnEmbargoedCase() {
        AssessmentId id = assessed();

        assertThat(listed(paul)).contains(flaw);
        assertThat(listed(clara)).doesNotContain(flaw);
        for (String address : List.of(
                "/assessments/" + id,
                "/assessments/" + id + "/report",
                "/api/v1/assessments/" + id,
                "/api/v1/assessments/" + id + "/decisions")) {
            assertThat(his.get(address).statusCode()).as(address).isEqualTo(200);
            assertThat(hers.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(hers.get(address).body()).as(address).doesNotContain(flaw);
        }
        for (String address : List.of("/", "/assessments", "/risk", "/api/v1/assessments", "/search?q=" + flaw)) {
            assertThat(hers.get(address).body().replace(address, ""))
                    .as(address)
                    .doesNotContain("/assessments/" + id);
        }
        PageAsserts.assertSound(his.get("/cases/" + number).body());
        assertThat(his.get("/cases/" + number).body()).contains("/assessments/" + id);
        assertThatThrownBy(() -> assessments.answer(
                        clara.actor(),
                        of(clara),
                        id,
                        1,
                        Set.of(),
                        new PresenceAnswer(Presence.PRESENT, null, "", null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no assessment");
    }

    @Test
    @Statement("X5")
    void hidesItsCompensatingControlsAndWhatIsToldOfThem() {
        ControlDraft draft = new ControlDraft(
                "Turn the bootloader's menu off",
                ControlUser.SERVICE,
                "Knows the menu",
                "Off.",
                "It asks nothing.",
                "None.",
                controls.today().plusDays(30),
                new ControlRisk(Exploitability.LOW, HarmSeverity.MINOR),
                "Nobody reaches it.",
                new ControlRisk(Exploitability.LOW, HarmSeverity.MINOR),
                "Nothing.");
        ControlId id = controls.draft(paul.actor(), of(paul), assessed(), draft);

        assertThat(his.get("/cases/" + number).body()).contains("/compensating-controls/" + id);
        for (String address : List.of("/compensating-controls/" + id, "/api/v1/compensating-controls/" + id)) {
            assertThat(his.get(address).statusCode()).as(address).isEqualTo(200);
            assertThat(hers.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(hers.get("/compensating-controls").body()).doesNotContain(id.toString());
        assertThat(auditor.get("/audit").body()).doesNotContain(id.toString());
        teams.lift(paul.actor(), of(paul), number, false, "It is published.");
        assertThat(hers.get("/compensating-controls").body()).contains(id.toString());
        assertThat(auditor.get("/audit").body()).contains(id.toString());
    }

    @Test
    void showsItToWhoeverIsReadInAndToAllWhenTheEmbargoIsLifted() {
        AssessmentId id = assessed();

        teams.add(paul.actor(), of(paul), number, Objects.requireNonNull(clara.account()));
        assertThat(assessments.get(of(clara), id).vulnerability()).isEqualTo(flaw);
        teams.remove(paul.actor(), of(paul), number, Objects.requireNonNull(clara.account()), "done");
        assertThat(listed(clara)).doesNotContain(flaw);
        teams.lift(paul.actor(), of(paul), number, false, "It is published.");

        assertThat(listed(clara)).contains(flaw);
        assertThat(assessments.get(of(clara), id).releases()).hasSize(1);
    }

    @Test
    void letsOthersAssessWhatTheyCouldKnowWithoutTheCase() {
        String known = "CVE-2099-" + (product.id().value().getLeastSignificantBits() & 0xFFFFFFF);
        scopes.add(paul.actor(), of(paul), number, known);
        inCase.open(paul.actor(), of(paul), number, known, product.id());

        AssessmentId open = assessments.open(clara.actor(), of(clara), known, product.id());

        assertThat(assessments.get(of(clara), open).releases()).hasSize(1);
        teams.lift(paul.actor(), of(paul), number, false, "It is published.");
        assertThat(assessments.ofVulnerability(of(clara), known))
                .hasSize(2)
                .extracting(Assessment::productName)
                .containsOnly(product.name());
    }

    @Test
    void beginsFromThePageOfTheCaseWithOneOfItsVulnerabilities() {
        String page = "/cases/" + number;
        var begun = his.submit(
                page,
                page + "/assessments",
                Map.of(
                        "assessVulnerability",
                        flaw,
                        "assessProduct",
                        product.id().toString()));
        var foreign = his.submit(
                page,
                page + "/assessments",
                Map.of(
                        "assessVulnerability",
                        "CVE-2099-1",
                        "assessProduct",
                        product.id().toString()));

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("This is none of the case's.");
    }
}
