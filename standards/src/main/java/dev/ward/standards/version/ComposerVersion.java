package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Normalises a Composer version into a row of segments: four numbers, or as many as a date has; then a stability
/// with its numbers; then `dev`. Numbers are digits, possibly with leading zeros.
///
/// Source: Composer, `Composer\Semver\VersionParser::normalize`.
final class ComposerVersion {

    static final String DEV = "dev";
    static final String ALPHA = "alpha";
    static final String BETA = "beta";
    static final String RC = "rc";
    static final String PATCH = "patch";

    private static final int NUMBERS = 4;
    private static final int LONGEST_FIRST_NUMBER = 5;
    private static final int LONGEST_DATE = 40;
    private static final String BRANCH_NUMBER = "9999999";
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2}");
    private static final Pattern NO_DIGIT = Pattern.compile("[.:-]");
    private static final Set<String> FLAGS = Set.of("stable", RC, BETA, ALPHA, DEV);

    private ComposerVersion() {}

    /// Reads a version; null means that it is none, but perhaps a branch.
    static @Nullable List<String> parse(String text) {
        String version = withoutBuild(withoutFlag(Letters.toLower(text)));
        int from = version.startsWith("v") ? 1 : 0;
        List<String> classical = classical(version, from);
        if (classical != null) {
            return classical;
        }
        List<String> date = date(version, from);
        return date != null ? date : numericBranch(version, from);
    }

    private static @Nullable List<String> classical(String version, int from) {
        VersionCursor cursor = new VersionCursor(version);
        cursor.moveTo(from);
        List<String> numbers = new ArrayList<>(NUMBERS);
        numbers.add(cursor.digits());
        if (numbers.getFirst().isEmpty() || numbers.getFirst().length() > LONGEST_FIRST_NUMBER) {
            return null;
        }
        while (numbers.size() < NUMBERS) {
            int dot = cursor.position();
            if (cursor.skip(".") && cursor.isAtDigit()) {
                numbers.add(cursor.digits());
            } else {
                cursor.moveTo(dot);
                break;
            }
        }
        pad(numbers, "0");
        return withModifiers(cursor, numbers);
    }

    private static @Nullable List<String> date(String version, int from) {
        int end = from;
        for (int i = from; i < version.length() && i < from + LONGEST_DATE; i++) {
            if (Digits.isDigit(version.charAt(i))) {
                end = i + 1;
            } else if (".:-".indexOf(version.charAt(i)) < 0) {
                break;
            }
        }
        String date = version.substring(from, end);
        if (!DATE.matcher(date).matches()) {
            return null;
        }
        VersionCursor cursor = new VersionCursor(version);
        cursor.moveTo(end);
        return withModifiers(cursor, List.of(NO_DIGIT.split(date)));
    }

    /// Reads `2.x-dev`, the development of a numbered branch, which comes after every version of the branch.
    private static @Nullable List<String> numericBranch(String version, int from) {
        if (!version.endsWith(DEV)) {
            return null;
        }
        int end = version.length() - DEV.length();
        if (end > from && ".-".indexOf(version.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end <= from) {
            return null;
        }
        VersionCursor cursor = new VersionCursor(version.substring(from, end));
        List<String> segments = new ArrayList<>();
        segments.add(cursor.digits());
        while (segments.size() < NUMBERS && cursor.skip(".")) {
            segments.add(cursor.skip("x*") ? BRANCH_NUMBER : cursor.digits());
        }
        if (!cursor.isAtEnd() || segments.contains("")) {
            return null;
        }
        pad(segments, BRANCH_NUMBER);
        segments.add(DEV);
        return segments;
    }

    /// Reads what stands behind the numbers, to the end; `stable` makes all that follows it count nothing.
    private static @Nullable List<String> withModifiers(VersionCursor cursor, List<String> numbers) {
        List<String> segments = new ArrayList<>(numbers);
        cursor.skip("._-");
        String stability = stability(cursor.word("stable", "beta", "b", "rc", "alpha", "a", "patch", "pl", "p"));
        if (stability != null) {
            segments.add(stability);
            int end;
            do {
                end = cursor.position();
                if (cursor.isAtDigit()) {
                    segments.add(cursor.digits());
                    end = cursor.position();
                }
            } while (cursor.skip(".-") && cursor.isAtDigit());
            cursor.moveTo(end);
        }
        if (isDev(cursor)) {
            segments.add(DEV);
        }
        if (!cursor.isAtEnd()) {
            return null;
        }
        return "stable".equals(stability) ? numbers : segments;
    }

    private static boolean isDev(VersionCursor cursor) {
        int start = cursor.position();
        cursor.skip(".-");
        if (cursor.word("dev") != null) {
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private static @Nullable String stability(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "a" -> ALPHA;
            case "b" -> BETA;
            case "p", "pl" -> PATCH;
            default -> word;
        };
    }

    private static void pad(List<String> numbers, String filler) {
        while (numbers.size() < NUMBERS) {
            numbers.add(filler);
        }
    }

    private static String withoutFlag(String version) {
        int at = version.lastIndexOf('@');
        return at > 0 && FLAGS.contains(version.substring(at + 1)) ? version.substring(0, at) : version;
    }

    private static String withoutBuild(String version) {
        int plus = version.indexOf('+');
        return plus > 0 && plus < version.length() - 1 && hasNoSpace(version) ? version.substring(0, plus) : version;
    }

    private static boolean hasNoSpace(String version) {
        return version.chars().noneMatch(Character::isWhitespace);
    }
}
