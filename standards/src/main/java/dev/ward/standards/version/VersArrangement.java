package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings constraints into the shape that the rules demand.
///
/// Source: VERS, "Simplifying constraints".
final class VersArrangement {

    private VersArrangement() {}

    /// Sorts and, where the sorted constraints break a rule, simplifies them; keeps them as they are where they
    /// cannot be placed in an order.
    ///
    /// @param slips  takes one sentence per change
    static Vers arrange(String scheme, List<VersConstraint> written, Consumer<String> slips) {
        List<VersConstraint> constraints = written.stream().distinct().toList();
        if (constraints.size() < written.size()) {
            slips.accept("constraints were repeated: %s".formatted(Quoted.of(written.toString())));
        }
        Optional<VersionOrder> order = VersionScheme.of(scheme).map(VersionScheme::order);
        if (order.isEmpty()
                || constraints.stream().anyMatch(each -> !VersRules.isPlaced(order.get(), each.version()))) {
            return new Vers(scheme, constraints);
        }
        Collection<List<VersConstraint>> byVersion = byVersion(order.get(), constraints);
        List<VersConstraint> sorted = byVersion.stream().flatMap(List::stream).toList();
        if (!sorted.equals(constraints)) {
            slips.accept("constraints were not sorted: %s".formatted(Quoted.of(constraints.toString())));
        }
        Optional<String> fault = VersRules.fault(scheme, sorted);
        if (fault.isEmpty()) {
            return new Vers(scheme, sorted);
        }
        slips.accept("constraints were redundant: " + fault.get());
        return simplified(scheme, byVersion);
    }

    private static Collection<List<VersConstraint>> byVersion(VersionOrder order, List<VersConstraint> constraints) {
        // a sorted map, because List.sort throws where Maven's own order is not transitive
        TreeMap<String, List<VersConstraint>> byVersion =
                new TreeMap<>((left, right) -> RangeUnion.compare(order, left, right));
        for (VersConstraint constraint : constraints) {
            byVersion
                    .computeIfAbsent(constraint.version(), version -> new ArrayList<>())
                    .add(constraint);
        }
        return byVersion.values();
    }

    private static Vers simplified(String scheme, Collection<List<VersConstraint>> byVersion) {
        List<VersionRange> ranges = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        @Nullable VersConstraint lower = null;
        @Nullable VersConstraint upper = null;
        for (List<VersConstraint> equal : byVersion) {
            boolean kept = equal.stream().anyMatch(each -> each.comparator().includesItsVersion());
            for (VersConstraint constraint : equal) {
                Comparator comparator = constraint.comparator();
                if (comparator == Comparator.EQUAL) {
                    ranges.add(VersionRange.exactly(constraint.version()));
                } else if (comparator == Comparator.NOT_EQUAL && !kept) {
                    excluded.add(constraint.version());
                } else if (comparator.closes()) {
                    upper = constraint;
                } else if (comparator.opens() && (lower == null || upper != null)) {
                    if (upper != null) {
                        ranges.add(Vers.between(lower, upper));
                    }
                    lower = constraint;
                    upper = null;
                }
            }
        }
        if (lower != null || upper != null || ranges.isEmpty()) {
            ranges.add(Vers.between(lower, upper));
        }
        return Vers.ofRanges(scheme, ranges, excluded);
    }
}
