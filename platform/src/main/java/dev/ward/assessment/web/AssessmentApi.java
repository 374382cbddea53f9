package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.Threats;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TypedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Assessments for programs. A program answers; people alone sign, on the page.
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentApi {

    private final Assessments assessments;
    private final Decisions decisions;
    private final Threats threats;
    private final CurrentActor actor;
    private final Visibility visibility;

    AssessmentApi(
            Assessments assessments, Decisions decisions, Threats threats, CurrentActor actor, Visibility visibility) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.threats = threats;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists assessments, the newest first")
    @Requires(Permission.FINDING_READ)
    Slice<AssessmentBody.LineBody> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String exploitability,
            @RequestParam(required = false) @Nullable String harm,
            @RequestParam(required = false) @Nullable String privacy,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return assessments
                .list(
                        visibility.reader(),
                        AssessmentPages.filter(state, verdict, exploitability, harm, privacy),
                        after,
                        Slice.limit(limit))
                .map(AssessmentBody.LineBody::of);
    }

    /// @param vulnerability  any of its names, or one of our own
    record OpenBody(
            @Nullable String vulnerability, @Nullable UUID product) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Opens an assessment of a vulnerability in a product")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody open(@RequestBody OpenBody body) {
        UUID product = body.product();
        if (product == null) {
            throw TypedText.refused("product", "The product is missing.", "is missing");
        }
        AssessmentId id = assessments.open(
                actor.get(),
                visibility.reader(),
                Objects.requireNonNullElse(body.vulnerability(), ""),
                new ProductId(product));
        return get(id);
    }

    @GetMapping("/{id}")
    @Summary("Gives an assessment: what is known, what was answered, what it amounts to, who signed")
    @Requires(Permission.FINDING_READ)
    AssessmentBody get(@PathVariable AssessmentId id) {
        return AssessmentBody.of(assessments.standing(visibility.reader(), id));
    }

    /// @param revision  of the assessment that was read
    /// @param releases  answered as wholes
    /// @param configurations  by release, of releases that are answered by them
    /// @param leansOn   keys of the evidence on which an absence rests, as `GET …/evidence` gives them
    record PresenceBody(
            int revision,
            @Nullable Set<UUID> releases,
            @Nullable Map<UUID, Set<UUID>> configurations,
            @Nullable String presence,
            @Nullable String justification,
            @Nullable String evidence,
            @Nullable String recheckOn,
            @Nullable Set<String> leansOn) {}

    @PutMapping("/{id}/presence")
    @Summary("Says of some releases whether the vulnerability is in them")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody presence(@PathVariable AssessmentId id, @RequestBody PresenceBody body) {
        Map<String, String> form = new HashMap<>();
        put(form, "presence", body.presence());
        put(form, "justification", body.justification());
        put(form, "evidence", body.evidence());
        put(form, "recheckOn", body.recheckOn());
        assessments.answer(
                actor.get(),
                visibility.reader(),
                id,
                body.revision(),
                Objects.requireNonNullElse(body.releases(), Set.of()),
                Objects.requireNonNullElse(body.configurations(), Map.of()),
                AssessmentForms.presence(form, Objects.requireNonNullElse(body.leansOn(), Set.of())));
        return get(id);
    }

    private static void put(Map<String, String> form, String field, @Nullable String value) {
        if (value != null) {
            form.put(field, value);
        }
    }

    /// @param answers  by field; a field that is absent is not answered
    record AnswersBody(int revision, @Nullable Map<String, String> answers) {

        Map<String, String> fields() {
            return answers == null ? Map.of() : answers;
        }
    }

    @PutMapping("/{id}/exploitability")
    @Summary("Answers the questions of exploitability")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody exploitability(@PathVariable AssessmentId id, @RequestBody AnswersBody body) {
        assessments.answer(
                actor.get(), visibility.reader(), id, body.revision(), AssessmentForms.exploitability(body.fields()));
        return get(id);
    }

    @PutMapping("/{id}/harm")
    @Summary("Answers the questions of patient harm")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody harm(@PathVariable AssessmentId id, @RequestBody AnswersBody body) {
        Assessment assessment = assessments.get(visibility.reader(), id);
        List<Threats.Threatened> functions =
                threats.of(visibility.reader(), assessment).functions();
        assessments.answer(
                actor.get(), visibility.reader(), id, body.revision(), AssessmentForms.harm(body.fields(), functions));
        return get(id);
    }

    @PutMapping("/{id}/result")
    @Summary("Answers the questions of controls and of what is left of the risk")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody result(@PathVariable AssessmentId id, @RequestBody AnswersBody body) {
        assessments.answer(
                actor.get(), visibility.reader(), id, body.revision(), AssessmentForms.determination(body.fields()));
        return get(id);
    }

    @PutMapping("/{id}/mitigation")
    @Summary("Answers what is done about it: options, measures, consultation, quality system, documents")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody mitigation(@PathVariable AssessmentId id, @RequestBody AnswersBody body) {
        Assessment assessment = assessments.get(visibility.reader(), id);
        assessments.answer(
                actor.get(),
                visibility.reader(),
                id,
                body.revision(),
                MitigationForms.read(body.fields(), assessment.harm()));
        return get(id);
    }

    record WhyBody(@Nullable String why) {}

    @PostMapping("/{id}/reopen")
    @Summary("Begins a further decision on the ground of the last one")
    @Requires(Permission.ASSESSMENT_WRITE)
    AssessmentBody reopen(@PathVariable AssessmentId id, @RequestBody WhyBody body) {
        assessments.reopen(actor.get(), visibility.reader(), id, Objects.requireNonNullElse(body.why(), ""));
        return get(id);
    }

    @GetMapping("/{id}/decisions")
    @Summary("Lists the signed decisions, the newest first, each worked out anew")
    @Requires(Permission.FINDING_READ)
    Slice<AssessmentBody.DecisionBody> decisions(@PathVariable AssessmentId id) {
        assessments.get(visibility.reader(), id);
        return new Slice<>(
                decisions.list(visibility.reader(), id).stream()
                        .map(one -> AssessmentBody.DecisionBody.of(
                                one, decisions.replay(one).same()))
                        .toList(),
                null);
    }
}
