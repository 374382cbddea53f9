package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.List;

/// Requirements of RubyGems, all of which must hold: `~> 2.0, >= 2.0.8, != 2.0.9`.
///
/// Source: RubyGems, `Gem::Requirement`.
final class GemGrammar implements RangeGrammar {

    @Override
    public void read(String nativeRange, VersionSet versions) {
        for (String requirement : nativeRange.split(",", -1)) {
            Condition condition = Condition.of(requirement.strip());
            String version = condition.version();
            switch (condition.operator()) {
                case "", "=" -> versions.and(Comparator.EQUAL, version);
                case "!=" -> versions.and(Comparator.NOT_EQUAL, version);
                case ">=" -> versions.and(Comparator.GREATER_OR_EQUAL, version);
                case ">" -> versions.and(Comparator.GREATER, version);
                case "<=" -> versions.and(Comparator.LESS_OR_EQUAL, version);
                case "<" -> versions.and(Comparator.LESS, version);
                case "~>" -> {
                    versions.and(Comparator.GREATER_OR_EQUAL, version);
                    versions.and(Comparator.LESS, bumped(version));
                }
                default ->
                    throw new IllegalArgumentException(
                            "unknown operator %s".formatted(Quoted.of(condition.operator())));
            }
        }
        versions.or();
    }

    /// The version without its last number, counted on: `2.0.8` gives `2.1`; letters and what follows them do not
    /// count.
    private static String bumped(String version) {
        int end = 0;
        while (end < version.length() && (version.charAt(end) == '.' || Character.isDigit(version.charAt(end)))) {
            end++;
        }
        List<String> numbers = new ArrayList<>(List.of(version.substring(0, end).split("\\.")));
        if (numbers.size() > 1) {
            numbers.removeLast();
        }
        numbers.add(NextNumber.after(numbers.removeLast()));
        return String.join(".", numbers);
    }
}
