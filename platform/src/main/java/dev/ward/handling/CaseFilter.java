package dev.ward.handling;

import dev.ward.identity.AccountId;
import org.jspecify.annotations.Nullable;

/// Which cases a list shows.
///
/// @param closed         the closed ones instead of the open ones
/// @param phase          null for all
/// @param owner          null for all
/// @param vulnerability  any name of it; null for all
public record CaseFilter(
        boolean closed,
        @Nullable Phase phase,
        @Nullable AccountId owner,
        @Nullable String vulnerability) {

    public CaseFilter {
        vulnerability = vulnerability == null ? null : CaseScopes.written(vulnerability.replace('\0', '\uFFFD'));
    }

    public static final CaseFilter OPEN = new CaseFilter(false, null, null, null);
}
