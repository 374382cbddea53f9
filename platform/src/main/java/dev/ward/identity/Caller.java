package dev.ward.identity;

import dev.ward.audit.Actor;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who sends a request: a person in a session, or a token.
///
/// @param account  null for a token
/// @param owner    the account that answers for it: the person's own, or that of whoever made the token; null for a
///                 token of the command line
/// @param organisation  whose person it is; null for the manufacturer's own
/// @param session  in which the person is signed in; null for a token
/// @param deputising  in whose name the person acts, with that person's role; null in their own
public record Caller(
        Actor actor,
        @Nullable AccountId account,
        @Nullable AccountId owner,
        String role,
        String roleTitle,
        @Nullable OrganisationId organisation,
        Set<Permission> permissions,
        @Nullable UUID session,
        @Nullable Deputising deputising) {

    public Caller {
        permissions = organisation == null ? Set.copyOf(permissions) : ofOutsider(permissions);
    }

    /// Who has no session: a token.
    public Caller(
            Actor actor,
            @Nullable AccountId account,
            @Nullable AccountId owner,
            String role,
            String roleTitle,
            @Nullable OrganisationId organisation,
            Set<Permission> permissions) {
        this(actor, account, owner, role, roleTitle, organisation, permissions, null, null);
    }

    /// The name of the person or token alone, whomever it acts for.
    public String printedName() {
        return deputising == null ? actor.name() : deputising.person();
    }

    /// As what somebody acts: the role, or "deputy of Clara Heart (Clinical safety)".
    public String capacity() {
        return deputising == null ? roleTitle : deputising.words();
    }

    private static Set<Permission> ofOutsider(Set<Permission> permissions) {
        return permissions.stream().filter(Permission.OF_OUTSIDERS::contains).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether it is somebody from outside of the manufacturer.
    public boolean outsider() {
        return organisation != null;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
