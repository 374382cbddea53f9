package dev.ward.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who may sign in.
///
/// @param organisation  whose person it is; null for the manufacturer's own
/// @param hasPassword  false until the person has opened the one-time link, and chosen a password or linked the account
///                     with the company's sign-in
/// @param disabledAt   null while the account is in use
/// @param seenAt       when the person was last here in a session that still runs; null otherwise
public record Account(
        AccountId id,
        String email,
        String name,
        String role,
        String roleTitle,
        @Nullable OrganisationId organisation,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable Instant seenAt) {

    public boolean enabled() {
        return disabledAt == null;
    }
}
