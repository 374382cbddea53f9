package dev.ward.assessment;

import dev.ward.assessment.web.MitigationForms;
import java.util.HashMap;
import java.util.Map;

/// Answers to what is done about a vulnerability, as the form sends them.
final class Mitigations {

    private Mitigations() {}

    /// A controlled risk that threatens no function, and is accepted.
    static Map<String, String> accepted() {
        return chosen(OptionKind.ACCEPT_CONTROLLED);
    }

    /// One option is chosen, and no other is possible.
    static Map<String, String> chosen(OptionKind chosen) {
        Map<String, String> form = new HashMap<>();
        for (OptionKind kind : OptionKind.values()) {
            form.put(MitigationForms.choice(kind), "impossible");
            form.put(MitigationForms.why(kind), "It does not fit.");
        }
        form.put(MitigationForms.choice(chosen), "chosen");
        for (Aspect aspect : Aspect.values()) {
            form.put(MitigationForms.aspect(chosen, aspect), "None.");
        }
        for (QualityRecord kind : QualityRecord.values()) {
            form.put(MitigationForms.none(kind), "It is a routine update.");
        }
        form.put("noConsultation", "Nothing changes for those who use it.");
        form.put("noArtefacts", "Nothing changes.");
        return form;
    }
}
