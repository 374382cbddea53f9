package dev.ward.handling;

import dev.ward.identity.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who works on a case; of an embargoed one, who is read in.
///
/// @param until  for whom the case was opened in an emergency: when it closes again; null for all others
public record Participant(
        AccountId account,
        String name,
        Instant since,
        @Nullable Instant until) {}
