package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The references of a document: says which are given twice, and which are used but never given.
///
/// Remembers at most a million; beyond that it checks no further, and says so.
final class Refs {

    private static final int MOST = 1_000_000;

    private final UnreadReport report;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Location> awaited = new LinkedHashMap<>();
    private boolean full;

    Refs(UnreadReport report) {
        this.report = report;
    }

    void given(String ref, Location location) {
        if (isFull(location)) {
            return;
        }
        if (!given.add(ref)) {
            report.kept(location, "bom-ref", "%s is given twice".formatted(Quoted.of(ref)));
        }
        awaited.remove(ref);
    }

    /// A link to an element of another document (`urn:cdx:…`) is not looked for in this one.
    void used(String ref, Location location) {
        if (!isFull(location) && !given.contains(ref) && !ref.startsWith("urn:cdx:")) {
            awaited.putIfAbsent(ref, location);
        }
    }

    void finish() {
        if (!full) {
            awaited.forEach((ref, location) -> report.kept(
                    location, "dependency", "nothing in the document is called %s".formatted(Quoted.of(ref))));
        }
    }

    private boolean isFull(Location location) {
        if (!full && given.size() + awaited.size() >= MOST) {
            full = true;
            report.kept(location, "bom-ref", "more than %d references are not checked".formatted(MOST));
        }
        return full;
    }
}
