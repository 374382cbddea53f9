package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.Vers;
import dev.ward.standards.version.VersConstraint.Comparator;
import dev.ward.standards.version.VersionRange;
import java.util.ArrayList;
import java.util.List;

/// Specifiers of Python packages, all of which must hold: `>=1.0, !=1.5.*, ~=1.4.2`.
///
/// `<1.0` and `>1.0` are plain bounds here, as in VERS: pre-releases and post-releases of 1.0 count by the order
/// alone.
///
/// Source: PEP 440, "Version specifiers".
final class PypiGrammar implements RangeGrammar {

    @Override
    public void read(String nativeRange, VersionSet versions) {
        List<VersionRange> holes = new ArrayList<>();
        if (!nativeRange.isBlank()) {
            for (String specifier : nativeRange.split(",", -1)) {
                apply(Condition.of(specifier.strip()), versions, holes);
            }
        }
        if (holes.isEmpty()) {
            versions.or();
        } else {
            versions.orEachOf(gaps(holes));
        }
    }

    private static void apply(Condition condition, VersionSet versions, List<VersionRange> holes) {
        String version = condition.version();
        boolean prefix = version.endsWith(".*");
        String release = prefix ? withoutV(version.substring(0, version.length() - 2)) : version;
        switch (prefix ? condition.operator() + "*" : condition.operator()) {
            case "==", "===" -> versions.and(Comparator.EQUAL, version);
            case "!=" -> versions.and(Comparator.NOT_EQUAL, version);
            case ">=" -> versions.and(Comparator.GREATER_OR_EQUAL, version);
            case ">" -> versions.and(Comparator.GREATER, version);
            case "<=" -> versions.and(Comparator.LESS_OR_EQUAL, version);
            case "<" -> versions.and(Comparator.LESS, version);
            case "==*" -> {
                versions.and(Comparator.GREATER_OR_EQUAL, release + ".dev0");
                versions.and(Comparator.LESS, behind(release, 0));
            }
            case "!=*" -> {
                versions.requireVersion(release + ".dev0");
                holes.add(new VersionRange(release + ".dev0", true, behind(release, 0), false));
            }
            case "~=" -> {
                versions.and(Comparator.GREATER_OR_EQUAL, version);
                versions.and(Comparator.LESS, behind(releasePart(withoutV(version)), 1));
            }
            default ->
                throw new IllegalArgumentException(
                        "unknown specifier %s".formatted(Quoted.of(condition.operator() + condition.version())));
        }
    }

    /// The first version behind all that begin with a release without its last few numbers.
    private static String behind(String release, int dropped) {
        int epoch = release.indexOf('!') + 1;
        List<String> numbers = List.of(release.substring(epoch).split("\\.", -1));
        int last = numbers.size() - 1 - dropped;
        if (last < 0) {
            throw new IllegalArgumentException("%s has too few numbers".formatted(Quoted.of(release)));
        }
        List<String> next = new ArrayList<>(numbers.subList(0, last));
        next.add(NextNumber.after(numbers.get(last)));
        return release.substring(0, epoch) + String.join(".", next) + ".dev0";
    }

    private static String releasePart(String version) {
        int end = 0;
        while (end < version.length() && isOfRelease(version, end)) {
            end++;
        }
        return version.substring(0, end);
    }

    private static String withoutV(String version) {
        return version.startsWith("v") || version.startsWith("V") ? version.substring(1) : version;
    }

    private static boolean isOfRelease(String version, int index) {
        char c = version.charAt(index);
        boolean digitFollows = index + 1 < version.length() && isDigit(version.charAt(index + 1));
        return isDigit(c) || ((c == '.' || c == '!') && digitFollows);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// What lies between holes, and before and behind them.
    private static List<VersionRange> gaps(List<VersionRange> holes) {
        List<VersionRange> gaps = new ArrayList<>();
        VersionRange gap = VersionRange.ALL;
        for (VersionRange hole : Vers.ofRanges("pypi", holes, List.of()).ranges()) {
            gaps.add(new VersionRange(gap.lower(), gap.includesLower(), hole.lower(), false));
            gap = VersionRange.from(String.valueOf(hole.upper()));
        }
        gaps.add(gap);
        return gaps;
    }
}
