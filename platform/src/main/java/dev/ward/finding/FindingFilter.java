package dev.ward.finding;

import dev.ward.standards.cvss.SeverityRating;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which findings are asked for; what is null does not restrict.
///
/// @param vulnerability  a CVE id, an alias or Ward's own id
/// @param component      the component's public id
/// @param since          what opened, or if it is closed what closed, on this day (UTC) or later
/// @param states         empty means all that are not closed
/// @param text           words in the names of vulnerability, component or product
public record FindingFilter(
        @Nullable UUID release,
        @Nullable String vulnerability,
        @Nullable UUID component,
        @Nullable UUID product,
        @Nullable LocalDate since,
        Set<FindingState> states,
        @Nullable SeverityRating severity,
        boolean kevOnly,
        @Nullable String text) {

    public static final FindingFilter NONE =
            new FindingFilter(null, null, null, null, null, Set.of(), null, false, null);

    public FindingFilter {
        states = states.isEmpty()
                ? Set.of(FindingState.OPEN, FindingState.CANDIDATE, FindingState.SOURCE_WITHDRAWN)
                : Set.copyOf(states);
    }
}
