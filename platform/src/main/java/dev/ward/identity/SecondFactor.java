package dev.ward.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody has beside their password.
///
/// @param since      when the generator of codes was set up; null when there is none
/// @param codesLeft  recovery codes that were not used
/// @param required   whether the person's role does not come in without
public record SecondFactor(@Nullable Instant since, int codesLeft, boolean required) {

    public boolean isSetUp() {
        return since != null;
    }
}
