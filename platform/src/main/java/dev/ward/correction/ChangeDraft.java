package dev.ward.correction;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is entered of a change, unchecked.
///
/// @param when      `planned` or `made`
/// @param day       on which it was made, or for which it is planned
/// @param compared  with the version before
public record ChangeDraft(
        @Nullable String kind,
        @Nullable String what,
        @Nullable String compared,
        @Nullable String when,
        @Nullable String day,
        List<UUID> releases) {

    public ChangeDraft {
        releases = List.copyOf(releases);
    }
}
