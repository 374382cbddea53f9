package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ConfiguredReleases;
import dev.ward.assessment.Coverage;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.Judgement;
import dev.ward.assessment.Justification;
import dev.ward.assessment.Matrix;
import dev.ward.assessment.PastDecision;
import dev.ward.assessment.PastDecisions;
import dev.ward.assessment.PresenceEvidences;
import dev.ward.assessment.Reachabilities;
import dev.ward.assessment.Standing;
import dev.ward.assessment.Threats;
import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdatesDue;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of an assessment shows.
@Component
class AssessmentView {

    private static final int MOST_PRODUCTS = 500;

    private final Assessments assessments;
    private final Decisions decisions;
    private final Threats threats;
    private final PresenceEvidences evidences;
    private final Reachabilities reachabilities;
    private final ConfiguredReleases configured;
    private final Coverage coverage;
    private final UpdatesDue updates;
    private final CompensatingControls controls;
    private final PastDecisions past;
    private final Products products;
    private final Signing signing;
    private final Signatories signatories;
    private final CurrentActor actor;
    private final Visibility visibility;

    AssessmentView(
            Assessments assessments,
            Decisions decisions,
            Threats threats,
            PresenceEvidences evidences,
            Reachabilities reachabilities,
            ConfiguredReleases configured,
            Coverage coverage,
            UpdatesDue updates,
            CompensatingControls controls,
            PastDecisions past,
            Products products,
            Signing signing,
            Signatories signatories,
            CurrentActor actor,
            Visibility visibility) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.threats = threats;
        this.evidences = evidences;
        this.reachabilities = reachabilities;
        this.configured = configured;
        this.coverage = coverage;
        this.updates = updates;
        this.controls = controls;
        this.past = past;
        this.products = products;
        this.signing = signing;
        this.signatories = signatories;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param refused  what was typed and not taken; null for what is kept
    Page page(AssessmentId id, @Nullable Form refused) {
        Standing standing = assessments.standing(visibility.reader(), id);
        Assessment assessment = standing.assessment();
        Map<String, String> values = new HashMap<>(AssessmentForms.values(assessment));
        Form form = refused == null ? new Form(values, Map.of(), null, assessment.revision()) : merged(values, refused);
        List<UpdateDue> due = updates.ofAssessment(visibility.reader(), id);
        return crumbs(Page.of("assessment/show", Section.DECIDE, assessment.title()))
                .with("standing", standing)
                .with("threat", threats.of(visibility.reader(), assessment))
                .with("matrix", matrix(standing))
                .with("evidence", evidences.of(visibility.reader(), assessment))
                .with("covered", coverage.ofAssessment(visibility.reader(), id))
                .with("known", configured.known(assessment))
                .with("reached", configured.reached(visibility.reader(), assessment))
                .with("reachability", reachabilities.list(visibility.reader(), id))
                .with("past", past(assessment))
                .with("updates", due)
                .with("held", updates.held(visibility.reader(), due))
                .with("controls", controls.ofAssessments(visibility.reader(), Set.of(id.value())))
                .with("today", controls.today())
                .with("decisions", decisions.list(visibility.reader(), id))
                .with("further", further(assessment))
                .with("first", signing.isFirst(actor.caller()))
                .with("unqualified", signatories.unqualified(actor.caller()))
                .with("editable", assessment.state() == AssessmentState.OPEN && actor.may("ASSESSMENT_WRITE"))
                .with("form", form);
    }

    /// What was decided elsewhere, by release: a hint, and no answer.
    private Map<UUID, List<PastDecision>> past(Assessment assessment) {
        return past.beside(
                visibility.reader(),
                assessment.vulnerability(),
                assessment.product().value());
    }

    /// The page with the presence filled in as a past decision has it; nothing is said before a person says it.
    Page pageAsBefore(AssessmentId id, UUID pastDecision) {
        PastDecision before = past(assessments.get(visibility.reader(), id)).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(pastDecision))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "No past decision \"%s\" is of this assessment.".formatted(pastDecision)));
        Justification justification = before.said().justification();
        return page(
                id,
                new Form(
                        Map.of(
                                "sent",
                                "presence",
                                "presence",
                                before.status().presence().word(),
                                "justification",
                                justification == null ? "" : justification.word(),
                                "evidence",
                                before.evidence(),
                                "pastRelease",
                                before.place().release().toString()),
                        Map.of(),
                        null,
                        assessments.get(visibility.reader(), id).revision()));
    }

    /// What was typed stands in its own part alone; the others show what is kept.
    private static Form merged(Map<String, String> values, Form refused) {
        String part = refused.value("sent");
        if (part.equals("exploitability") || part.equals("harm") || part.equals("result")) {
            values.keySet().removeIf(field -> isOf(part, field));
        }
        values.putAll(refused.values());
        return new Form(values, refused.errors(), refused.trouble(), refused.revision());
    }

    private static boolean isOf(String part, String field) {
        return switch (part) {
            case "harm" -> field.startsWith("f-");
            case "result" -> field.startsWith("c-");
            default -> field.startsWith("q-");
        };
    }

    private List<String> further(Assessment assessment) {
        return assessment.state() == AssessmentState.OPEN
                ? assessments.furtherReached(visibility.reader(), assessment)
                : List.of();
    }

    private static MatrixView matrix(Standing standing) {
        Judgement judgement = standing.judgement();
        return MatrixView.of(
                Matrix.of(judgement),
                new MatrixView.Place(judgement.exploitability(), judgement.harm()),
                new MatrixView.Place(judgement.residualExploitability(), judgement.residualHarm()));
    }

    Page report(AssessmentId id, @Nullable Integer version) {
        Standing standing = version == null
                ? assessments.standing(visibility.reader(), id)
                : decisions.standing(visibility.reader(), id, version);
        Decision decision = version == null ? null : decisions.get(visibility.reader(), id, version);
        Assessment assessment = standing.assessment();
        return crumbs(Page.of(
                        "assessment/report",
                        Section.DECIDE,
                        "Summary report: " + assessment.title() + ", version " + assessment.version()))
                .crumb(assessment.title(), "/assessments/" + id)
                .with("standing", standing)
                .with("decision", decision)
                .with("replay", decision == null ? null : decisions.replay(decision))
                .with("reached", decision == null ? configured.reached(visibility.reader(), assessment) : Map.of())
                .with("evidence", decision == null ? evidences.of(visibility.reader(), assessment) : null)
                .with("threat", threats.of(visibility.reader(), assessment))
                .with("past", past(assessment))
                .with("matrix", matrix(standing));
    }

    private static Page crumbs(Page page) {
        return page.crumb("Assessments", "/assessments");
    }

    /// The products in use, by id.
    SequencedMap<String, String> products() {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        products.list(
                        visibility.reader(),
                        new ProductFilter(null, null, false, ProductFilter.USUAL),
                        null,
                        MOST_PRODUCTS)
                .items()
                .forEach(line -> choices.put(
                        line.product().id().toString(), line.product().name()));
        return choices;
    }
}
