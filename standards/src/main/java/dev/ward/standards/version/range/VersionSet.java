package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersConstraint;
import dev.ward.standards.version.VersConstraint.Comparator;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionOrder;
import dev.ward.standards.version.VersionRange;
import java.util.ArrayList;
import java.util.List;

/// Collects what a native range says: alternatives, each narrowed by its conditions.
final class VersionSet {

    private final VersionOrder order;
    private final List<VersionRange> ranges = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private VersionRange current = VersionRange.ALL;

    VersionSet(VersionOrder order) {
        this.order = order;
    }

    /// Adds a condition that the current alternative must satisfy, too.
    void and(Comparator comparator, String version) {
        requireVersion(version);
        switch (comparator) {
            case EQUAL -> and(VersionRange.exactly(version));
            case NOT_EQUAL -> excluded.add(version);
            case GREATER -> and(VersionRange.after(version));
            case GREATER_OR_EQUAL -> and(VersionRange.from(version));
            case LESS -> and(new VersionRange(null, false, version, false));
            case LESS_OR_EQUAL -> and(new VersionRange(null, false, version, true));
        }
    }

    /// Ends the current alternative and begins the next, which holds every version until it is narrowed.
    void or() {
        ranges.add(current);
        current = VersionRange.ALL;
    }

    /// Takes what the current alternative has in common with any of the given ranges.
    void orEachOf(List<VersionRange> pieces) {
        VersionRange whole = current;
        for (VersionRange piece : pieces) {
            current = whole;
            and(piece);
            or();
        }
    }

    List<VersionRange> ranges() {
        return ranges;
    }

    List<String> excluded() {
        return excluded;
    }

    void requireVersion(String version) {
        if (version.isEmpty()
                || version.length() > VersConstraint.LONGEST_VERSION
                || order.key(version) instanceof SortKey.Undetermined) {
            throw new IllegalArgumentException("%s is no version of the scheme".formatted(Quoted.of(version)));
        }
    }

    private void and(VersionRange other) {
        current = narrowedAbove(narrowedBelow(current, other), other);
    }

    private VersionRange narrowedBelow(VersionRange range, VersionRange other) {
        String lower = other.lower();
        if (lower == null) {
            return range;
        }
        VersionComparison comparison =
                range.lower() == null ? VersionComparison.GREATER : order.compare(lower, range.lower());
        boolean includes = other.includesLower() && (comparison != VersionComparison.EQUAL || range.includesLower());
        return comparison == VersionComparison.LESS
                ? range
                : new VersionRange(lower, includes, range.upper(), range.includesUpper());
    }

    private VersionRange narrowedAbove(VersionRange range, VersionRange other) {
        String upper = other.upper();
        if (upper == null) {
            return range;
        }
        VersionComparison comparison =
                range.upper() == null ? VersionComparison.LESS : order.compare(upper, range.upper());
        boolean includes = other.includesUpper() && (comparison != VersionComparison.EQUAL || range.includesUpper());
        return comparison == VersionComparison.GREATER
                ? range
                : new VersionRange(range.lower(), range.includesLower(), upper, includes);
    }
}
