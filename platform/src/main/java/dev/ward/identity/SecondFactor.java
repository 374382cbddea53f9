package dev.ward.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody has beside their password.
///
/// @param since      when the generator of codes was set up; null when there is none
/// @param codesLeft  recovery codes that were not used
/// @param passkeys   how many there are, which need neither password nor code
/// @param required   whether the person's role does not come in without
public record SecondFactor(@Nullable Instant since, int codesLeft, int passkeys, boolean required) {

    public boolean isSetUp() {
        return since != null;
    }

    /// Whether there is anything to take away from who has lost it.
    public boolean isAny() {
        return isSetUp() || passkeys > 0;
    }
}
