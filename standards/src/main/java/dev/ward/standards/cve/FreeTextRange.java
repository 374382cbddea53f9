package dev.ward.standards.cve;

import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the ranges that many records write as text into the field that should hold one version.
///
/// Comparators (`>= 2.0, < 2.3.1`) are read for every status, words (`1.2.3 and earlier`) only where the status is
/// not "unaffected", since they are less certain. What is not surely a range stays one version with that text,
/// which no order will know.
final class FreeTextRange {

    private static final int LONGEST = 200;
    private static final String V = "(v?\\d[\\w.+~:\\-]*)";
    private static final String ALL = "(?:all )?(?:versions? )?";
    private static final String AND_OLDER = "(?:and|or) (?:all )?(?:earlier|prior|below|lower|before|older|previous)";
    private static final String AND_NEWER = "(?:and|or) (?:all )?(?:later|above|newer|higher|up|upwards|onwards)";
    private static final String UNTIL = "(?:through|up to and including|until and including|up to)";
    private static final String LESS = "(?:prior to|before|below|earlier than|lower than|less than|older than)";
    private static final String VERSIONS = "(?: versions?)?";

    private static final Set<String> EVERY = Set.of("*", "all", "all versions", "any", "any version");
    private static final Pattern ONE = pattern(V);
    private static final Pattern GLUED_WORDS = pattern("(?<=\\w)[_-](and|or)[_-](?=[a-z])");
    private static final String DOTTED = "(v?\\d+(?:\\.\\d+)+)";
    private static final Pattern HYPHENATED = pattern(DOTTED + "[-~]" + DOTTED);
    private static final Pattern COMPARATOR = pattern("\\G[\\s,]*(<=|>=|==|<|>|=)\\s*" + V);
    private static final Pattern ALL_COMPARED = pattern("all (?:versions? )?([<>]=?.*)");
    private static final Pattern AND_OLDER_ONES = pattern(ALL + V + " " + AND_OLDER + VERSIONS);
    private static final Pattern UP_TO = pattern(ALL + UNTIL + " (?:version )?" + V);
    private static final Pattern BEFORE = pattern(ALL + LESS + " (?:version )?" + V);
    private static final Pattern FROM = pattern(ALL + V + " " + AND_NEWER + VERSIONS);
    private static final Pattern BETWEEN =
            pattern(ALL + "(?:from )?" + V + " (?:to|through|-|–|up to) (?:version )?" + V);

    private FreeTextRange() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /// The ranges that a text names, each of which it speaks of; one exact version where it names none.
    static List<VersionRange> read(String version, VersionStatus status) {
        String text = GLUED_WORDS.matcher(version.strip()).replaceAll(" $1 ");
        Matcher hyphenated = HYPHENATED.matcher(text);
        if (hyphenated.matches() && isBefore(hyphenated.group(1), hyphenated.group(2))) {
            return List.of(VersionRange.exactly(hyphenated.group(1) + " - " + hyphenated.group(2)));
        }
        if (text.isEmpty()
                || text.length() > LONGEST
                || (ONE.matcher(text).matches() && Wildcards.series(text) == null)) {
            return List.of(VersionRange.exactly(version));
        }
        if (EVERY.contains(text.toLowerCase(Locale.ROOT))) {
            return List.of(VersionRange.ALL);
        }
        List<VersionRange> compared = alternatives(text);
        if (!compared.isEmpty()) {
            return compared;
        }
        if (status != VersionStatus.UNAFFECTED) {
            VersionRange range = words(text.replaceAll("\\s+", " "));
            if (range != null) {
                return List.of(range);
            }
            List<VersionRange> listed = listed(text);
            if (!listed.isEmpty()) {
                return listed;
            }
        }
        return List.of(VersionRange.exactly(version));
    }

    /// `>= 1.0.0, <2.0.0 || >= 3.0, < 3.4`; empty when any part of it is no comparator.
    private static List<VersionRange> alternatives(String text) {
        Matcher all = ALL_COMPARED.matcher(text);
        String compared = all.matches() ? text.substring(all.start(1)) : text;
        List<VersionRange> ranges = new ArrayList<>();
        for (String part : compared.split("\\|\\|", -1)) {
            VersionRange range = comparators(part.strip());
            if (range == null) {
                return List.of();
            }
            ranges.add(range);
        }
        return ranges;
    }

    private static @Nullable VersionRange comparators(String text) {
        Matcher matcher = COMPARATOR.matcher(text);
        VersionRange range = null;
        int end = 0;
        while (matcher.find()) {
            range = narrowed(range, matcher.group(1), matcher.group(2));
            end = matcher.end();
            if (range == null) {
                return null;
            }
        }
        return end == text.length() && !isEmpty(range) ? range : null;
    }

    /// `<1.0 >2.0`: nobody states a range without a version, so something else is meant.
    private static boolean isEmpty(@Nullable VersionRange range) {
        return range != null
                && range.lower() != null
                && range.upper() != null
                && isBefore(range.upper(), range.lower());
    }

    private static boolean isBefore(String left, String right) {
        return VersionScheme.GENERIC.order().compare(left, right) == VersionComparison.LESS;
    }

    private static @Nullable VersionRange narrowed(@Nullable VersionRange range, String operator, String version) {
        boolean includes = operator.endsWith("=");
        return switch (operator.charAt(0)) {
            case '=' -> range == null ? VersionRange.exactly(version) : null;
            case '<' -> {
                VersionRange before = range == null ? VersionRange.ALL : range;
                yield before.upper() != null
                        ? null
                        : new VersionRange(before.lower(), before.includesLower(), version, includes);
            }
            default -> {
                VersionRange after = range == null ? VersionRange.ALL : range;
                yield after.lower() != null
                        ? null
                        : new VersionRange(version, includes, after.upper(), after.includesUpper());
            }
        };
    }

    private static @Nullable VersionRange words(String text) {
        String series = Wildcards.series(text);
        if (series != null) {
            return new VersionRange(series, true, Wildcards.next(text), false);
        }
        for (Pattern upTo : List.of(AND_OLDER_ONES, UP_TO)) {
            Matcher older = upTo.matcher(text);
            if (older.matches()) {
                return new VersionRange(null, false, older.group(1), true);
            }
        }
        Matcher matcher = BEFORE.matcher(text);
        if (matcher.matches()) {
            return new VersionRange(null, false, matcher.group(1), false);
        }
        matcher = FROM.matcher(text);
        if (matcher.matches()) {
            return VersionRange.from(matcher.group(1));
        }
        matcher = BETWEEN.matcher(text);
        return matcher.matches() ? new VersionRange(matcher.group(1), true, matcher.group(2), true) : null;
    }

    /// `5.1, 5.2, 5.3`: each a version by itself.
    private static List<VersionRange> listed(String text) {
        List<VersionRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!ONE.matcher(part.strip()).matches()) {
                return List.of();
            }
            ranges.add(VersionRange.exactly(part.strip()));
        }
        return ranges;
    }
}
