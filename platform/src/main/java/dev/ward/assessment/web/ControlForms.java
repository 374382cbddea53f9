package dev.ward.assessment.web;

import dev.ward.assessment.ControlDraft;
import dev.ward.assessment.ControlRisk;
import dev.ward.assessment.ControlUser;
import dev.ward.assessment.Exploitability;
import dev.ward.performance.HarmSeverity;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Between the form of a compensating control and what it asks.
final class ControlForms {

    private ControlForms() {}

    static ControlDraft read(Map<String, String> form) {
        LocalDate expires = AssessmentForms.date("expires", form.get("expires"));
        if (expires == null) {
            throw TypedText.refused("expires", "The last day on which it holds is missing.", "is missing");
        }
        return new ControlDraft(
                form.getOrDefault("name", ""),
                Worded.required("users", form.get("users"), ControlUser.values()),
                form.getOrDefault("skill", ""),
                form.getOrDefault("instructions", ""),
                form.getOrDefault("verification", ""),
                form.getOrDefault("effect", ""),
                expires,
                risk("residual", form),
                form.getOrDefault("residualReason", ""),
                risk("own", form),
                form.getOrDefault("ownReason", ""));
    }

    private static ControlRisk risk(String which, Map<String, String> form) {
        String field = which + "Harm";
        String typed = form.getOrDefault(field, "");
        HarmSeverity harm = Arrays.stream(HarmSeverity.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        field, "\"%s\" is no severity of harm.".formatted(typed), "is no severity of harm"));
        String exploitability = which + "Exploitability";
        return new ControlRisk(
                Worded.required(exploitability, form.get(exploitability), Exploitability.values()), harm);
    }

    static Map<String, String> values(ControlDraft draft) {
        Map<String, String> values = new HashMap<>();
        values.put("name", draft.name());
        values.put("users", draft.users().word());
        values.put("skill", draft.skill());
        values.put("instructions", draft.instructions());
        values.put("verification", draft.verification());
        values.put("effect", draft.effect());
        values.put("expires", draft.expires().toString());
        values.put("residualExploitability", draft.residual().exploitability().word());
        values.put("residualHarm", draft.residual().harm().name());
        values.put("residualReason", draft.residualReason());
        values.put("ownExploitability", draft.own().exploitability().word());
        values.put("ownHarm", draft.own().harm().name());
        values.put("ownReason", draft.ownReason());
        return values;
    }
}
