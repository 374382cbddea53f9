package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules that the constraints of a VERS keep.
///
/// The specification's guide to parsing calls more pairs redundant than its clause 5 forbids (`>=1.0|1.5`); clause 5
/// is normative, and decides here.
///
/// Source: VERS, 5.3.2 and 5.4.
final class VersRules {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9.-]*+");

    /// RFC 3339 lets an application demand upper case, and the VERS suite does.
    private static final Pattern UPPER_CASE = Pattern.compile("[^a-z]*+");

    private VersRules() {}

    /// What is wrong with a VERS, in one sentence; empty when nothing is.
    static Optional<String> fault(String scheme, List<VersConstraint> constraints) {
        if (!SCHEME.matcher(scheme).matches()) {
            return Optional.of("scheme %s is not lower-case letters, digits, \".\" and \"-\" after a letter"
                    .formatted(Quoted.of(scheme)));
        }
        if (scheme.equals("invalid")) {
            return Optional.of("scheme \"invalid\" is reserved for what is never valid");
        }
        Optional<String> sorting = sortingFault(scheme, constraints);
        return sorting.isPresent() ? sorting : sequenceFault(constraints);
    }

    private static Optional<String> sortingFault(String scheme, List<VersConstraint> constraints) {
        Optional<VersionScheme> known = VersionScheme.of(scheme);
        Set<String> seen = new HashSet<>();
        @Nullable String last = null;
        for (VersConstraint constraint : constraints) {
            String version = constraint.version();
            if (!seen.add(version)) {
                return Optional.of("version %s stands twice".formatted(Quoted.of(version)));
            }
            if (known.isEmpty()) {
                continue;
            }
            boolean placed = isPlaced(known.get().order(), version);
            if (known.get() == VersionScheme.DATETIME
                    && !(placed && UPPER_CASE.matcher(version).matches())) {
                return Optional.of(
                        "%s is no RFC 3339 date and time with \"T\" and \"Z\"".formatted(Quoted.of(version)));
            }
            if (!placed) {
                continue;
            }
            VersionComparison comparison =
                    last == null ? VersionComparison.LESS : known.get().order().compare(last, version);
            if (comparison == VersionComparison.GREATER) {
                return Optional.of("version %s stands after the greater %s"
                        .formatted(Quoted.of(version), Quoted.of(String.valueOf(last))));
            }
            if (comparison == VersionComparison.EQUAL) {
                return Optional.of(
                        "versions %s and %s are equal".formatted(Quoted.of(String.valueOf(last)), Quoted.of(version)));
            }
            last = version;
        }
        return Optional.empty();
    }

    private static Optional<String> sequenceFault(List<VersConstraint> constraints) {
        @Nullable VersConstraint bound = null;
        @Nullable VersConstraint previous = null;
        for (VersConstraint constraint : constraints) {
            Comparator comparator = constraint.comparator();
            if (comparator == Comparator.NOT_EQUAL) {
                continue;
            }
            if (previous != null && previous.comparator() == Comparator.EQUAL && comparator.closes()) {
                return redundant(previous, constraint);
            }
            previous = constraint;
            if (comparator == Comparator.EQUAL) {
                continue;
            }
            if (bound != null && bound.comparator().opens() == comparator.opens()) {
                return redundant(bound, constraint);
            }
            bound = constraint;
        }
        return Optional.empty();
    }

    private static Optional<String> redundant(VersConstraint first, VersConstraint second) {
        return Optional.of("constraint %s must not be followed by %s"
                .formatted(Quoted.of(first.toString()), Quoted.of(second.toString())));
    }

    /// Whether the order has a place for a version, so that it can be sorted.
    static boolean isPlaced(VersionOrder order, String version) {
        return !(order.key(version) instanceof SortKey.Undetermined);
    }
}
