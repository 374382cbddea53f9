package dev.ward.assessment;

import dev.ward.web.Worded;
import java.util.Locale;

/// Why a vulnerability that a component has does not affect a release. The words are CSAF's.
///
/// Source: OASIS CSAF 2.0, 3.2.3.5.1 (flags, label).
public enum Justification implements Worded {
    COMPONENT_NOT_PRESENT("The component is not in the release"),
    VULNERABLE_CODE_NOT_PRESENT("The vulnerable code is not in the component"),
    VULNERABLE_CODE_NOT_IN_EXECUTE_PATH("The vulnerable code is never run"),
    VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY("No attacker can control the vulnerable code"),
    INLINE_MITIGATIONS_ALREADY_EXIST("Mitigations within the release stop it");

    private final String title;

    Justification(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
