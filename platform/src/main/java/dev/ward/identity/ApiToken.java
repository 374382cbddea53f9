package dev.ward.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token by which a program calls the API.
///
/// @param permissions  what it may do now: its role's permissions, or those of them that it was made with
/// @param createdBy    the account's id, or the name of the command
/// @param expiresAt    null for never
/// @param revokedAt    null while it works
/// @param usedAt       to the minute; null when it was never used
public record ApiToken(
        TokenId id,
        String name,
        String role,
        String roleTitle,
        Set<Permission> permissions,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {

    public ApiToken {
        permissions = Set.copyOf(permissions);
    }

    public boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
