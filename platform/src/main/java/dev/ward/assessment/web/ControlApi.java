package dev.ward.assessment.web;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlDraft;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlState;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.util.Map;
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

/// Compensating controls for programs. People alone sign, on the page.
@RestController
@RequestMapping("/api/v1")
class ControlApi {

    private final CompensatingControls controls;
    private final CurrentActor actor;
    private final Visibility visibility;

    ControlApi(CompensatingControls controls, CurrentActor actor, Visibility visibility) {
        this.controls = controls;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/compensating-controls")
    @Summary("Lists compensating controls, the newest first")
    @Requires(Permission.FINDING_READ)
    Slice<ControlBody.LineBody> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return controls.list(
                        visibility.reader(),
                        Worded.typed("state", state, ControlState.values()),
                        after,
                        Slice.limit(limit))
                .map(one -> ControlBody.LineBody.of(one, controls.today()));
    }

    /// @param answers  by field, as `GET` gives them
    record DraftBody(@Nullable Map<String, String> answers) {}

    /// @param revision  of the control that was read
    record ChangeBody(int revision, @Nullable Map<String, String> answers) {}

    private static ControlDraft read(@Nullable Map<String, String> answers) {
        return ControlForms.read(answers == null ? Map.of() : answers);
    }

    @PostMapping("/assessments/{id}/compensating-controls")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Drafts a compensating control against the vulnerability of an assessment")
    @Requires(Permission.ASSESSMENT_WRITE)
    ControlBody draft(@PathVariable AssessmentId id, @RequestBody DraftBody body) {
        return get(controls.draft(actor.get(), visibility.reader(), id, read(body.answers())));
    }

    @GetMapping("/compensating-controls/{id}")
    @Summary("Gives a compensating control: what it asks, its risks, who signed")
    @Requires(Permission.FINDING_READ)
    ControlBody get(@PathVariable ControlId id) {
        return ControlBody.of(controls.standing(visibility.reader(), id), controls.today());
    }

    @PutMapping("/compensating-controls/{id}")
    @Summary("Changes a draft of a compensating control")
    @Requires(Permission.ASSESSMENT_WRITE)
    ControlBody change(@PathVariable ControlId id, @RequestBody ChangeBody body) {
        controls.change(actor.get(), visibility.reader(), id, body.revision(), read(body.answers()));
        return get(id);
    }

    record VerifiedBody(@Nullable String how) {}

    @PostMapping("/compensating-controls/{id}/verify")
    @Summary("Says that a compensating control was seen to work")
    @Requires(Permission.ASSESSMENT_WRITE)
    ControlBody verify(@PathVariable ControlId id, @RequestBody VerifiedBody body) {
        controls.verify(actor.get(), visibility.reader(), id, body.how());
        return get(id);
    }

    record WithdrawnBody(@Nullable String why) {}

    @PostMapping("/compensating-controls/{id}/withdraw")
    @Summary("Takes a compensating control back")
    @Requires(Permission.ASSESSMENT_WRITE)
    ControlBody withdraw(@PathVariable ControlId id, @RequestBody WithdrawnBody body) {
        controls.withdraw(actor.get(), visibility.reader(), id, body.why());
        return get(id);
    }
}
