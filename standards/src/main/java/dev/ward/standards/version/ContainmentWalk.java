package dev.ward.standards.version;

import java.util.List;
import java.util.Optional;

/// Walks over the constraints of a VERS, once, to say whether they hold a version.
///
/// Source: VERS, "Checking if a version is contained within a range". What it leaves unsaid is read by common sense:
/// a single bound is an open run, and exclusions alone leave out nothing else.
final class ContainmentWalk {

    private final Optional<VersionOrder> order;
    private final String version;

    ContainmentWalk(String scheme, String version) {
        this.order = VersionScheme.of(scheme).map(VersionScheme::order);
        this.version = version;
    }

    Containment through(List<VersConstraint> constraints) {
        Containment found = Containment.OUTSIDE;
        Containment run = Containment.INSIDE;
        boolean open = constraints.stream().allMatch(c -> c.comparator() == VersConstraint.Comparator.NOT_EQUAL);
        boolean perhapsExcluded = false;
        for (VersConstraint constraint : constraints) {
            VersionComparison comparison = compareTo(constraint.version());
            boolean equal = comparison == VersionComparison.EQUAL;
            if (equal && constraint.comparator().includesItsVersion()) {
                return Containment.INSIDE;
            }
            switch (constraint.comparator()) {
                case EQUAL -> found = either(found, satisfied(comparison, VersionComparison.EQUAL));
                case NOT_EQUAL -> {
                    if (equal) {
                        return Containment.OUTSIDE;
                    }
                    perhapsExcluded |= comparison == VersionComparison.UNDETERMINED;
                }
                case GREATER, GREATER_OR_EQUAL -> {
                    run = satisfied(comparison, VersionComparison.GREATER);
                    open = true;
                }
                case LESS, LESS_OR_EQUAL -> {
                    found = either(found, both(run, satisfied(comparison, VersionComparison.LESS)));
                    open = false;
                }
            }
        }
        if (open) {
            found = either(found, run);
        }
        return found == Containment.INSIDE && perhapsExcluded ? Containment.UNDETERMINED : found;
    }

    private VersionComparison compareTo(String other) {
        if (version.equals(other)) {
            return VersionComparison.EQUAL;
        }
        return order.map(known -> known.compare(version, other)).orElse(VersionComparison.UNDETERMINED);
    }

    private static Containment satisfied(VersionComparison comparison, VersionComparison wanted) {
        if (comparison == VersionComparison.UNDETERMINED) {
            return Containment.UNDETERMINED;
        }
        return comparison == wanted ? Containment.INSIDE : Containment.OUTSIDE;
    }

    private static Containment both(Containment one, Containment other) {
        if (one == Containment.OUTSIDE || other == Containment.OUTSIDE) {
            return Containment.OUTSIDE;
        }
        return one == Containment.INSIDE ? other : one;
    }

    private static Containment either(Containment one, Containment other) {
        if (one == Containment.INSIDE || other == Containment.INSIDE) {
            return Containment.INSIDE;
        }
        return one == Containment.OUTSIDE ? other : one;
    }
}
