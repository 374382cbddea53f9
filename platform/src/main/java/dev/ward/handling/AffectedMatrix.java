package dev.ward.handling;

import java.util.List;
import java.util.Map;

/// The answer to an inquiry over all releases that are not archived.
///
/// @param counts      of releases
/// @param devices     in the field with a release that holds it, or perhaps
/// @param releases    first those that hold it, perhaps, or of which nothing is known; not all when there
///                    are many
/// @param components  that were looked at
/// @param cut         whether there were more components of the name than are looked at
public record AffectedMatrix(
        Map<Presence, Long> counts, long devices, List<AffectedRelease> releases, int components, boolean cut) {

    public AffectedMatrix {
        counts = Map.copyOf(counts);
        releases = List.copyOf(releases);
    }

    public long count(Presence presence) {
        return counts.getOrDefault(presence, 0L);
    }

    /// In one line, for a log.
    public String line() {
        return "present in %d releases, perhaps in %d, unknown of %d, absent from %d; %d devices in the field"
                .formatted(
                        count(Presence.PRESENT),
                        count(Presence.POSSIBLE),
                        count(Presence.UNKNOWN) + count(Presence.UNTOLD),
                        count(Presence.ABSENT),
                        devices);
    }
}
