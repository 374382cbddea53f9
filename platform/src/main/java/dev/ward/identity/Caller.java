package dev.ward.identity;

import dev.ward.audit.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sends a request: a person in a session, or a token.
///
/// @param account  null for a token
public record Caller(
        Actor actor, @Nullable AccountId account, String role, String roleTitle, Set<Permission> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
