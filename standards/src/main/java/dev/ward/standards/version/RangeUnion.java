package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The versions of any of several ranges, but none of the excluded ones, as the fewest constraints that say so.
final class RangeUnion {

    private final VersionOrder order;
    private final TreeSet<String> excluded;
    private final List<VersionRange> merged = new ArrayList<>();

    RangeUnion(VersionOrder order, Collection<VersionRange> ranges, Collection<String> excluded) {
        this.order = order;
        this.excluded = new TreeSet<>(this::compare);
        excluded.forEach(version -> this.excluded.add(placed(version)));
        byLowerBound(ranges).forEach(this::merge);
    }

    List<VersConstraint> constraints() {
        List<VersConstraint> constraints = new ArrayList<>();
        boolean all = false;
        for (VersionRange range : merged) {
            List<VersConstraint> left = constraintsOf(range);
            all |= range.isAll() && left.isEmpty();
            constraints.addAll(left);
        }
        if (constraints.isEmpty() && !all) {
            throw new IllegalArgumentException("no version satisfies the range");
        }
        return constraints;
    }

    /// Compares two versions that both have a place in the order.
    ///
    /// @throws IllegalArgumentException  where one has none
    static int compare(VersionOrder order, String left, String right) {
        return switch (order.compare(left, right)) {
            case LESS -> -1;
            case EQUAL -> 0;
            case GREATER -> 1;
            case UNDETERMINED ->
                throw new IllegalArgumentException(
                        "%s and %s cannot be compared".formatted(Quoted.of(left), Quoted.of(right)));
        };
    }

    private int compare(String left, String right) {
        return compare(order, left, right);
    }

    private String placed(String version) {
        if (version.length() > VersConstraint.LONGEST_VERSION || !VersRules.isPlaced(order, version)) {
            throw new IllegalArgumentException("%s is no version of the scheme".formatted(Quoted.of(version)));
        }
        return version;
    }

    private List<VersionRange> byLowerBound(Collection<VersionRange> ranges) {
        List<VersionRange> sorted = new ArrayList<>();
        TreeMap<String, List<VersionRange>> byLower = new TreeMap<>(this::compare);
        for (VersionRange range : ranges) {
            if (range.upper() != null) {
                placed(range.upper());
            }
            if (range.lower() == null) {
                sorted.add(range);
            } else {
                byLower.computeIfAbsent(placed(range.lower()), lower -> new ArrayList<>())
                        .add(range);
            }
        }
        byLower.values().forEach(equal -> {
            equal.stream().filter(VersionRange::includesLower).forEach(sorted::add);
            equal.stream().filter(range -> !range.includesLower()).forEach(sorted::add);
        });
        return sorted;
    }

    private void merge(VersionRange next) {
        if (isEmpty(next)) {
            return;
        }
        @Nullable VersionRange last = merged.isEmpty() ? null : merged.getLast();
        if (last == null || !reaches(last, next)) {
            merged.add(next);
            return;
        }
        VersionRange further = isFurther(next, last) ? next : last;
        merged.set(
                merged.size() - 1,
                new VersionRange(last.lower(), last.includesLower(), further.upper(), further.includesUpper()));
    }

    private boolean isEmpty(VersionRange range) {
        if (range.lower() == null || range.upper() == null) {
            return false;
        }
        int order = compare(range.lower(), range.upper());
        return order > 0 || (order == 0 && !(range.includesLower() && range.includesUpper()));
    }

    /// Whether nothing lies between the two, or a single version, which then counts as excluded.
    private boolean reaches(VersionRange last, VersionRange next) {
        if (last.upper() == null || next.lower() == null) {
            return true;
        }
        int order = compare(next.lower(), last.upper());
        if (order == 0 && !last.includesUpper() && !next.includesLower()) {
            excluded.add(next.lower());
        }
        return order <= 0;
    }

    private boolean isFurther(VersionRange next, VersionRange last) {
        if (last.upper() == null || next.upper() == null) {
            return last.upper() != null;
        }
        int order = compare(next.upper(), last.upper());
        return order > 0 || (order == 0 && next.includesUpper());
    }

    private List<VersConstraint> constraintsOf(VersionRange range) {
        @Nullable String lower = range.lower();
        @Nullable String upper = range.upper();
        boolean includesLower = lower != null && range.includesLower() && !excluded.contains(lower);
        boolean includesUpper = upper != null && range.includesUpper() && !excluded.contains(upper);
        if (lower != null && upper != null && compare(lower, upper) == 0) {
            return includesLower ? List.of(new VersConstraint(Comparator.EQUAL, lower)) : List.of();
        }
        List<VersConstraint> constraints = new ArrayList<>();
        if (lower != null) {
            constraints.add(
                    new VersConstraint(includesLower ? Comparator.GREATER_OR_EQUAL : Comparator.GREATER, lower));
        }
        for (String version : excludedBetween(lower, upper)) {
            constraints.add(new VersConstraint(Comparator.NOT_EQUAL, version));
        }
        if (upper != null) {
            constraints.add(new VersConstraint(includesUpper ? Comparator.LESS_OR_EQUAL : Comparator.LESS, upper));
        }
        return constraints;
    }

    private NavigableSet<String> excludedBetween(@Nullable String lower, @Nullable String upper) {
        NavigableSet<String> above = lower == null ? excluded : excluded.tailSet(lower, false);
        return upper == null ? above : above.headSet(upper, false);
    }
}
