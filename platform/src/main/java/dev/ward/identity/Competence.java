package dev.ward.identity;

import dev.ward.web.Worded;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// In what somebody can be qualified to sign.
///
/// Source: ISO 13485:2016, 6.2; 21 CFR 11.10(i).
public enum Competence implements Worded {
    SECURITY("Security"),
    CLINICAL_SAFETY("Clinical safety");

    private final String title;

    Competence(String title) {
        this.title = title;
    }

    /// What one needs it for.
    private Set<Permission> signs() {
        return switch (this) {
            case SECURITY -> EnumSet.of(Permission.EXPLOITABILITY_SIGN);
            case CLINICAL_SAFETY -> EnumSet.of(Permission.HARM_SIGN, Permission.PERFORMANCE_APPROVE);
        };
    }

    /// Those that somebody needs to do all that the role lets them.
    public static Set<Competence> of(Role role) {
        Set<Competence> needed = EnumSet.noneOf(Competence.class);
        for (Competence one : values()) {
            if (!Collections.disjoint(one.signs(), role.permissions())) {
                needed.add(one);
            }
        }
        return needed;
    }

    @Override
    public String title() {
        return title;
    }
}
