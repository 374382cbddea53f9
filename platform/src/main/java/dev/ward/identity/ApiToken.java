package dev.ward.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token by which a program calls the API.
///
/// @param permissions  what it may do now: its role's permissions, or those of them that it was made with; never more
///                     than the person who made it may now, nor than the token by which it was made
/// @param maker        the name of who made it: a person's, a token's or the command's
/// @param owner        the person who answers for it; null when the command line does
/// @param organisation  whose program uses it: the owner's; null for the manufacturer's own
/// @param parent       the token by which it was made; null for none
/// @param expiresAt    at the latest when its parent does; null for never
/// @param revokedAt    since when it is refused, for its own sake, its parent's, or because its owner's account is
///                     closed; null while it works
/// @param usedAt       to the minute; null when it was never used
public record ApiToken(
        TokenId id,
        String name,
        String role,
        String roleTitle,
        Set<Permission> permissions,
        String maker,
        @Nullable AccountId owner,
        @Nullable OrganisationId organisation,
        @Nullable TokenId parent,
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
