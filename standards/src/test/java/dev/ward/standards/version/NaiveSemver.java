package dev.ward.standards.version;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Semantic versions as clauses 2, 9, 10 and 11 of the specification say it, slowly and without forgiving.
record NaiveSemver(List<BigInteger> core, List<String> preRelease, List<String> build) {

    private static final Pattern STRICT = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
            + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
            + "(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?");

    static final Comparator<NaiveSemver> PRECEDENCE = (left, right) -> {
        for (int i = 0; i < 3; i++) {
            int order = left.core.get(i).compareTo(right.core.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (left.preRelease.isEmpty() || right.preRelease.isEmpty()) {
            return Boolean.compare(left.preRelease.isEmpty(), right.preRelease.isEmpty());
        }
        return compareIdentifiers(left.preRelease, right.preRelease);
    };

    /// Builds count, as in clauses 11 and 12 of 2.0.0-rc.1.
    static final Comparator<NaiveSemver> WITH_BUILD =
            PRECEDENCE.thenComparing((left, right) -> compareIdentifiers(left.build, right.build));

    static Optional<NaiveSemver> parse(String version) {
        Matcher matcher = STRICT.matcher(version);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new NaiveSemver(
                List.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)),
                identifiers(matcher.group(4)),
                identifiers(matcher.group(5))));
    }

    private static int compareIdentifiers(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String one = left.get(i);
            String other = right.get(i);
            boolean isNumber = one.matches("\\d+");
            boolean isOtherNumber = other.matches("\\d+");
            int order = isNumber && isOtherNumber
                    ? new BigInteger(one).compareTo(new BigInteger(other))
                    : isNumber != isOtherNumber ? (isNumber ? -1 : 1) : one.compareTo(other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static BigInteger number(Matcher matcher, int group) {
        return new BigInteger(matcher.group(group));
    }

    private static List<String> identifiers(String text) {
        return text == null ? List.of() : List.of(text.split("\\."));
    }
}
