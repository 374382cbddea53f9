package dev.ward.assessment.web;

import dev.ward.assessment.CompensatingControls;
import dev.ward.assessment.ControlId;
import dev.ward.assessment.ControlStanding;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Visibility;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of a compensating control shows.
@Component
class ControlView {

    private final CompensatingControls controls;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    ControlView(CompensatingControls controls, Signing signing, CurrentActor actor, Visibility visibility) {
        this.controls = controls;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// What was typed, but for what is secret.
    static Form typed(Map<String, String> form) {
        Map<String, String> values = new HashMap<>(form);
        values.remove("password");
        values.remove("_csrf");
        return new Form(values, Map.of(), null, 0);
    }

    /// @param refused  what was typed and not taken; null for what is kept
    Page page(ControlId id, @Nullable Form refused) {
        ControlStanding standing = controls.standing(visibility.reader(), id);
        Map<String, String> values =
                new HashMap<>(ControlForms.values(standing.control().draft()));
        if (refused != null) {
            values.putAll(refused.values());
        }
        Form form = refused == null
                ? new Form(values, Map.of(), null, 0)
                : new Form(values, refused.errors(), refused.trouble(), 0);
        return Page.of(
                        "assessment/control",
                        Section.DECIDE,
                        standing.control().draft().name())
                .crumb("Compensating controls", "/compensating-controls")
                .with("standing", standing)
                .with("today", controls.today())
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }
}
