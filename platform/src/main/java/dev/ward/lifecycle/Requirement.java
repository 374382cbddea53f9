package dev.ward.lifecycle;

import org.jspecify.annotations.Nullable;

/// One thing that must be there before a gate closes, as the requirements' file says it.
///
/// @param declared  a person says whether it is met; null for what Ward computes
/// @param check     what computes it, by the name of a [Check]; null for what is declared
/// @param gate      a parameter of its check, as the three that follow
public record Requirement(
        String id,
        String text,
        String source,
        @Nullable Boolean declared,
        @Nullable String check,
        @Nullable String gate,
        @Nullable String stage,
        @Nullable Integer months,
        @Nullable String record) {

    public Requirement {
        if (Boolean.TRUE.equals(declared) == (check != null)) {
            throw new IllegalArgumentException("requirement \"%s\" is either declared or computed".formatted(id));
        }
    }

    public boolean isDeclared() {
        return check == null;
    }
}
