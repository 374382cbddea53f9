package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.List;

/// Ranges of Conan recipes: `[>=1.0 <2.0 || ~3.1, include_prerelease]`.
///
/// A hyphen behind an upper end (`<2-`) leaves out the pre-releases of that version.
///
/// Source: Conan 2, "Version ranges".
final class ConanGrammar implements RangeGrammar {

    private static final String FIRST = "0.0.0";

    @Override
    public void read(String nativeRange, VersionSet versions) {
        String text = nativeRange.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        int options = text.indexOf(',');
        if (options >= 0) {
            checkOptions(text.substring(options + 1));
            text = text.substring(0, options);
        }
        for (String alternative : text.split("\\|\\|", -1)) {
            Condition.all(alternative).forEach(condition -> apply(condition, versions));
            versions.or();
        }
    }

    private static void checkOptions(String options) {
        for (String option : options.split(",", -1)) {
            String name = option.strip().split("=", 2)[0].strip();
            if (!name.equals("include_prerelease") && !name.equals("loose")) {
                throw new IllegalArgumentException("unknown option %s".formatted(Quoted.of(option)));
            }
        }
    }

    private static void apply(Condition condition, VersionSet versions) {
        String version = condition.version();
        String lower = version.endsWith("-") ? version.substring(0, version.length() - 1) : version;
        if (condition.operator().isEmpty() && (version.isEmpty() || version.equals("*"))) {
            versions.and(Comparator.GREATER_OR_EQUAL, FIRST);
            return;
        }
        switch (condition.operator()) {
            case "", "=" -> versions.and(Comparator.EQUAL, version);
            case ">=" -> versions.and(Comparator.GREATER_OR_EQUAL, lower);
            case ">" -> versions.and(Comparator.GREATER, lower);
            case "<=" -> versions.and(Comparator.LESS_OR_EQUAL, version);
            case "<" -> versions.and(Comparator.LESS, version);
            case "~" -> {
                versions.and(Comparator.GREATER_OR_EQUAL, lower);
                versions.and(
                        Comparator.LESS,
                        upperEnd(lower, Math.min(1, items(lower).size() - 1)));
            }
            case "^" -> {
                versions.and(Comparator.GREATER_OR_EQUAL, lower);
                versions.and(Comparator.LESS, upperEnd(lower, leftmostNonZero(items(lower))));
            }
            default ->
                throw new IllegalArgumentException("unknown operator %s".formatted(Quoted.of(condition.operator())));
        }
    }

    private static String upperEnd(String version, int index) {
        List<String> items = items(version);
        List<String> next = new ArrayList<>(items.subList(0, index));
        next.add(NextNumber.after(items.get(index)));
        return String.join(".", next) + "-";
    }

    /// The items of a version between dots, without pre-release and build.
    private static List<String> items(String version) {
        String unbuilt = version.contains("+") ? version.substring(0, version.lastIndexOf('+')) : version;
        String main = unbuilt.contains("-") ? unbuilt.substring(0, unbuilt.lastIndexOf('-')) : unbuilt;
        return List.of(main.split("\\.", -1));
    }

    private static int leftmostNonZero(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).chars().allMatch(c -> c == '0')) {
                return i;
            }
        }
        return items.size() - 1;
    }
}
