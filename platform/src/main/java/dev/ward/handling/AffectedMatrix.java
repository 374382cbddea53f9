package dev.ward.handling;

import java.util.List;
import java.util.Map;

/// The answer to an inquiry over all releases that are not archived.
///
/// @param counts      of releases
/// @param devices     in the field with a release that holds it, or perhaps
/// @param products    all of them, the gravest first
/// @param releases    first those that hold it, perhaps, or of which nothing is known; not all when there
///                    are many
/// @param components  that were looked at
/// @param cut         whether there were more components of the name than are looked at
public record AffectedMatrix(
        Map<Presence, Long> counts,
        long devices,
        List<AffectedProduct> products,
        List<AffectedRelease> releases,
        int components,
        boolean cut) {

    public AffectedMatrix {
        counts = Map.copyOf(counts);
        products = List.copyOf(products);
        releases = List.copyOf(releases);
    }

    public long count(Presence presence) {
        return counts.getOrDefault(presence, 0L);
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Releases of which it cannot be told, whatever the reason.
    static long unknown(Map<Presence, Long> counts) {
        return counts.entrySet().stream()
                .filter(one -> one.getKey().unknown())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// In one line, for a log.
    public String line() {
        return "present in %d releases, perhaps in %d, unknown of %d, absent from %d; %d devices in the field; %s"
                .formatted(
                        count(Presence.PRESENT),
                        count(Presence.POSSIBLE),
                        unknown(counts),
                        count(Presence.ABSENT),
                        devices,
                        byProduct());
    }

    private String byProduct() {
        long present = products.stream()
                .filter(one -> one.presence() == Presence.PRESENT)
                .count();
        long absent = products.stream()
                .filter(one -> one.presence() == Presence.ABSENT)
                .count();
        return "of %d products %d hold it, %d do not, of %d it is not known"
                .formatted(products.size(), present, absent, products.size() - present - absent);
    }
}
