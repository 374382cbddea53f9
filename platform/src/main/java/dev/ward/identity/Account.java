package dev.ward.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// @param hasPassword  false until the person has opened the one-time link
/// @param disabledAt   null while the account is in use
/// @param seenAt       when the person was last here in a session that still runs; null otherwise
public record Account(
        AccountId id,
        String email,
        String name,
        String role,
        String roleTitle,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable Instant seenAt) {

    public boolean enabled() {
        return disabledAt == null;
    }
}
