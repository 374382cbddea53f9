package dev.ward.handling;

import dev.ward.product.ProductId;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A product in the matrix of an inquiry.
///
/// @param presence  the gravest of its releases: one of which nothing is known keeps it from being
///                  absent
/// @param counts    of its releases
/// @param devices   in the field with a release that holds it, or perhaps
/// @param releases  those of it that the matrix names; not all when there are many
public record AffectedProduct(
        ProductId product,
        String name,
        Presence presence,
        Map<Presence, Long> counts,
        long devices,
        List<AffectedRelease> releases) {

    public AffectedProduct {
        counts = Map.copyOf(counts);
        releases = List.copyOf(releases);
    }

    public long count(Presence of) {
        return counts.getOrDefault(of, 0L);
    }

    /// Of which it cannot be told, whatever the reason.
    public long unknown() {
        return AffectedMatrix.unknown(counts);
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// "1 present, 2 unknown, of 3 releases".
    public String line() {
        List<String> parts = new ArrayList<>();
        add(parts, count(Presence.PRESENT), "present");
        add(parts, count(Presence.POSSIBLE), "perhaps");
        add(parts, unknown(), "unknown");
        add(parts, count(Presence.ABSENT), "absent");
        parts.add("of " + Words.counted(all(), "release", "releases"));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(Words.number(count) + " " + word);
        }
    }
}
