package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds `contains` and the union of ranges against their plainest definitions, on many random ranges and versions.
class VersPropertyTest {

    private static final int RANGES = 2_500;
    private static final int VERSIONS = 12;
    private static final List<Comparator> COMPARATORS = List.of(Comparator.values());

    private final Random random = new Random(2_026);

    @ParameterizedTest
    @ValueSource(strings = {"npm", "pypi", "deb", "maven"})
    void containsWhatTheSpecificationsProcedureFinds(String scheme) {
        VersionOrder order = VersionScheme.of(scheme).orElseThrow().order();
        for (int i = 0; i < RANGES; i++) {
            Vers vers = new Vers(scheme, validConstraints(sortedVersions(scheme, order)));
            assertThat(Vers.parse(vers.toString())).isEqualTo(vers);
            for (int j = 0; j < VERSIONS; j++) {
                String version = version(scheme);
                assertThat(vers.contains(version))
                        .as("%s in %s", version, vers)
                        .isEqualTo(naive(order, vers.constraints(), version));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm", "pypi", "deb", "maven"})
    void simplifiesAsTheSpecificationsProcedureDoes(String scheme) {
        VersionOrder order = VersionScheme.of(scheme).orElseThrow().order();
        for (int i = 0; i < RANGES; i++) {
            List<VersConstraint> sorted = sortedVersions(scheme, order).stream()
                    .map(version -> new VersConstraint(COMPARATORS.get(random.nextInt(COMPARATORS.size())), version))
                    .toList();
            List<VersConstraint> shuffled = new ArrayList<>(sorted);
            Collections.shuffle(shuffled, random);
            Vers vers = Vers.of(scheme, shuffled);
            for (int j = 0; j < VERSIONS; j++) {
                String version = version(scheme);
                assertThat(vers.contains(version))
                        .as("%s in %s, of %s", version, vers, sorted)
                        .isEqualTo(naive(order, simplified(sorted), version));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm", "pypi", "deb", "maven"})
    void unionHoldsWhatOneOfItsRangesHolds(String scheme) {
        VersionOrder order = VersionScheme.of(scheme).orElseThrow().order();
        for (int i = 0; i < RANGES; i++) {
            List<VersionRange> ranges = new ArrayList<>(List.of(VersionRange.exactly(version(scheme))));
            List<String> excluded = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                ranges.add(range(scheme));
                excluded.add(version(scheme));
            }
            excluded.removeIf(version ->
                    order.compare(version, String.valueOf(ranges.getFirst().lower())) == VersionComparison.EQUAL);
            Vers union = Vers.ofRanges(scheme, ranges, excluded);
            for (int j = 0; j < VERSIONS; j++) {
                String version = version(scheme);
                boolean inside = ranges.stream().anyMatch(range -> holds(order, range, version))
                        && excluded.stream().noneMatch(each -> order.compare(version, each) == VersionComparison.EQUAL);
                assertThat(union.contains(version))
                        .as("%s in %s, of %s without %s", version, union, ranges, excluded)
                        .isEqualTo(inside ? Containment.INSIDE : Containment.OUTSIDE);
            }
        }
    }

    @Test
    void testsAtLeastAHundredThousandPairs() {
        assertThat(RANGES * VERSIONS * 4).isGreaterThanOrEqualTo(100_000);
    }

    private List<String> sortedVersions(String scheme, VersionOrder order) {
        TreeSet<String> versions = new TreeSet<>((left, right) -> RangeUnion.compare(order, left, right));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            versions.add(version(scheme));
        }
        return List.copyOf(versions);
    }

    /// Gives each version a comparator that may follow the ones before it.
    private List<VersConstraint> validConstraints(List<String> versions) {
        List<VersConstraint> constraints = new ArrayList<>();
        Boolean open = null;
        boolean afterEqual = false;
        for (String version : versions) {
            Comparator comparator;
            do {
                comparator = COMPARATORS.get(random.nextInt(COMPARATORS.size()));
            } while ((comparator.opens() && Boolean.TRUE.equals(open))
                    || (comparator.closes() && (Boolean.FALSE.equals(open) || afterEqual))
                    || (comparator == Comparator.EQUAL && Boolean.TRUE.equals(open)));
            if (comparator.opens() || comparator.closes()) {
                open = comparator.opens();
            }
            if (comparator != Comparator.NOT_EQUAL) {
                afterEqual = comparator == Comparator.EQUAL;
            }
            constraints.add(new VersConstraint(comparator, version));
        }
        return constraints;
    }

    /// The specification's procedure: drops each constraint that its neighbour makes redundant.
    private static List<VersConstraint> simplified(List<VersConstraint> sorted) {
        List<VersConstraint> kept = new ArrayList<>();
        for (VersConstraint constraint : sorted) {
            Comparator comparator = constraint.comparator();
            if (comparator == Comparator.NOT_EQUAL) {
                continue;
            }
            while (!kept.isEmpty()
                    && comparator.closes()
                    && !kept.getLast().comparator().opens()) {
                kept.removeLast();
            }
            boolean opened = !kept.isEmpty() && kept.getLast().comparator().opens();
            if (comparator.closes() || !opened) {
                kept.add(constraint);
            }
        }
        sorted.stream()
                .filter(constraint -> constraint.comparator() == Comparator.NOT_EQUAL)
                .forEach(kept::add);
        return kept;
    }

    private VersionRange range(String scheme) {
        return new VersionRange(
                random.nextInt(6) == 0 ? null : version(scheme),
                random.nextBoolean(),
                random.nextInt(6) == 0 ? null : version(scheme),
                random.nextBoolean());
    }

    private static boolean holds(VersionOrder order, VersionRange range, String version) {
        boolean above = range.lower() == null || isAbove(order, version, range.lower(), range.includesLower());
        boolean below = range.upper() == null || isAbove(order, range.upper(), version, range.includesUpper());
        return above && below;
    }

    private static boolean isAbove(VersionOrder order, String version, String bound, boolean orEqual) {
        VersionComparison comparison = order.compare(version, bound);
        return comparison == VersionComparison.GREATER || (orEqual && comparison == VersionComparison.EQUAL);
    }

    /// The specification's procedure, step by step, with the two cases that it forgets.
    private static Containment naive(VersionOrder order, List<VersConstraint> constraints, String version) {
        Function<VersConstraint, VersionComparison> compared = each -> order.compare(version, each.version());
        for (VersConstraint each : constraints) {
            if (compared.apply(each) == VersionComparison.EQUAL) {
                return each.comparator().includesItsVersion() ? Containment.INSIDE : Containment.OUTSIDE;
            }
        }
        List<VersConstraint> bounds = constraints.stream()
                .filter(each -> each.comparator().opens() || each.comparator().closes())
                .toList();
        if (bounds.isEmpty()) {
            boolean onlyExclusions = constraints.stream().allMatch(each -> each.comparator() == Comparator.NOT_EQUAL);
            return onlyExclusions ? Containment.INSIDE : Containment.OUTSIDE;
        }
        boolean inside =
                bounds.getFirst().comparator().closes() && compared.apply(bounds.getFirst()) == VersionComparison.LESS;
        inside |=
                bounds.getLast().comparator().opens() && compared.apply(bounds.getLast()) == VersionComparison.GREATER;
        for (int i = 0; i + 1 < bounds.size(); i++) {
            inside |= bounds.get(i).comparator().opens()
                    && compared.apply(bounds.get(i)) == VersionComparison.GREATER
                    && compared.apply(bounds.get(i + 1)) == VersionComparison.LESS;
        }
        return inside ? Containment.INSIDE : Containment.OUTSIDE;
    }

    private String version(String scheme) {
        String numbers = random.nextInt(3) + "." + random.nextInt(4);
        return switch (scheme) {
            case "npm" -> numbers + "." + random.nextInt(3) + pick("", "", "-alpha", "-rc.1", "-rc.10");
            case "pypi" -> pick("", "", "", "1!") + numbers + pick("", ".0", "a1", "rc2", ".post1", ".dev3", "+local");
            case "deb" -> pick("", "", "", "1:") + numbers + pick("", "~rc1", "+dfsg", "-1", "-1+deb12u1", "a");
            case "maven" -> numbers + pick("", ".0", "-alpha-1", "-rc1", "-SNAPSHOT", ".Final", "-sp", "-1");
            default -> throw new IllegalArgumentException(scheme);
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
