package dev.ward.identity;

import dev.ward.audit.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sends a request: a person in a session, or a token.
///
/// @param account  null for a token
/// @param owner    the account that answers for it: the person's own, or that of whoever made the token; null for a
///                 token of the command line
public record Caller(
        Actor actor,
        @Nullable AccountId account,
        @Nullable AccountId owner,
        String role,
        String roleTitle,
        Set<Permission> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
