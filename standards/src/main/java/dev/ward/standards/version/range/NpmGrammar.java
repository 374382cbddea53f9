package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.List;

/// Ranges of npm packages: comparators, `^`, `~`, `1.x`, `1.0 - 2.0`, and `||` between alternatives.
///
/// Source: node-semver, "Ranges"; upper ends that it writes as `<2.0.0-0` are `<2.0.0` here, as in the VERS suite.
final class NpmGrammar implements RangeGrammar {

    /// Nothing lies before the first pre-release of the first version.
    private static final String FIRST = "0.0.0-0";

    @Override
    public void read(String nativeRange, VersionSet versions) {
        for (String alternative : nativeRange.split("\\|\\|", -1)) {
            List<Condition> conditions = Condition.all(alternative);
            if (isHyphenRange(conditions)) {
                apply(new Condition(">=", conditions.getFirst().version()), versions);
                apply(new Condition("<=", conditions.getLast().version()), versions);
            } else {
                conditions.forEach(condition -> apply(condition, versions));
            }
            versions.or();
        }
    }

    private static boolean isHyphenRange(List<Condition> conditions) {
        return conditions.size() == 3
                && conditions.stream()
                        .allMatch(condition -> condition.operator().isEmpty())
                && conditions.get(1).version().equals("-");
    }

    private static void apply(Condition condition, VersionSet versions) {
        NpmPartial partial = NpmPartial.parse(condition.version());
        if (condition.version().isEmpty() && !condition.operator().isEmpty()) {
            throw new IllegalArgumentException("operator %s has no version".formatted(Quoted.of(condition.operator())));
        }
        switch (condition.operator()) {
            case "", "=" -> equal(partial, versions);
            case ">=" -> from(partial, versions);
            case "<=" -> upTo(partial, versions);
            case ">" -> above(partial, versions);
            case "<" -> versions.and(Comparator.LESS, partial.isAny() ? FIRST : partial.floor());
            case "~", "~>" -> tilde(partial, versions);
            case "^" -> caret(partial, versions);
            default ->
                throw new IllegalArgumentException("unknown operator %s".formatted(Quoted.of(condition.operator())));
        }
    }

    private static void equal(NpmPartial partial, VersionSet versions) {
        if (partial.isWhole()) {
            versions.and(Comparator.EQUAL, partial.floor());
        } else {
            from(partial, versions);
            upTo(partial, versions);
        }
    }

    private static void from(NpmPartial partial, VersionSet versions) {
        if (!partial.isAny()) {
            versions.and(Comparator.GREATER_OR_EQUAL, partial.floor());
        }
    }

    private static void upTo(NpmPartial partial, VersionSet versions) {
        if (partial.isWhole()) {
            versions.and(Comparator.LESS_OR_EQUAL, partial.floor());
        } else if (!partial.isAny()) {
            versions.and(Comparator.LESS, partial.next(partial.size() - 1));
        }
    }

    private static void above(NpmPartial partial, VersionSet versions) {
        if (partial.isAny()) {
            versions.and(Comparator.LESS, FIRST);
        } else if (partial.isWhole()) {
            versions.and(Comparator.GREATER, partial.floor());
        } else {
            versions.and(Comparator.GREATER_OR_EQUAL, partial.next(partial.size() - 1));
        }
    }

    private static void tilde(NpmPartial partial, VersionSet versions) {
        from(partial, versions);
        if (!partial.isAny()) {
            versions.and(Comparator.LESS, partial.next(Math.min(partial.size(), 2) - 1));
        }
    }

    private static void caret(NpmPartial partial, VersionSet versions) {
        from(partial, versions);
        if (!partial.isAny()) {
            versions.and(Comparator.LESS, partial.next(partial.leftmostNonZero()));
        }
    }
}
