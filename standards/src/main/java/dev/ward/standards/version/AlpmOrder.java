package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of Arch Linux package versions: epoch, version, package release.
///
/// Runs of letters and of digits are compared one by one, and so is the count of characters between them. A run of
/// letters directly behind a number sorts before the end (`1.5b < 1.5`), all else after it. A release counts only
/// where both versions have one: `1.5`, `1.5-1` and `1.5-2` can have no common order, so that a version without a
/// release has no key. Neither has one that ends with a separator: pacman sorts `1. < 1.1 < 1..a < 1.`.
///
/// Source: pacman, `alpm_pkg_vercmp`, vercmp(8); PKGBUILD(5), `pkgver`.
final class AlpmOrder extends ParsedOrder<EpochVersionRelease> {

    private static final int LETTERS_AT_ONCE = 0x01;
    private static final int END = 0x02;
    private static final int NUMBER_AT_ONCE = 0x03;
    private static final int SEPARATED = 0x04;
    private static final int LETTERS = 0x05;

    AlpmOrder() {
        super("Arch Linux version");
    }

    @Override
    @Nullable
    EpochVersionRelease parse(String version) {
        EpochVersionRelease parsed = EpochVersionRelease.parse(version);
        boolean valid = parsed != null
                && Letters.areVersionCharacters(parsed.version(), "._+~^@!%*,;=?&#$")
                && (parsed.release() == null || Letters.areVersionCharacters(parsed.release(), "._+"));
        return valid ? parsed : null;
    }

    @Override
    int compareParsed(EpochVersionRelease left, EpochVersionRelease right) {
        int order = Digits.compare(left.epoch(), right.epoch());
        if (order == 0) {
            order = comparePart(left.version(), right.version());
        }
        if (order != 0 || left.release() == null || right.release() == null) {
            return order;
        }
        return comparePart(left.release(), right.release());
    }

    private static int comparePart(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int nextLeft = skipSeparators(left, i);
            int nextRight = skipSeparators(right, j);
            if (nextLeft == left.length() || nextRight == right.length()) {
                return compareRest(left, nextLeft, right, nextRight);
            }
            if (nextLeft - i != nextRight - j) {
                return Integer.compare(nextLeft - i, nextRight - j);
            }
            int leftEnd = runEnd(left, nextLeft);
            int rightEnd = runEnd(right, nextRight);
            int order = compareRuns(left.substring(nextLeft, leftEnd), right.substring(nextRight, rightEnd));
            if (order != 0) {
                return order;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return compareRest(left, i, right, j);
    }

    private static int compareRuns(String left, String right) {
        boolean leftIsNumber = Digits.isDigit(left.charAt(0));
        boolean rightIsNumber = Digits.isDigit(right.charAt(0));
        if (leftIsNumber != rightIsNumber) {
            return leftIsNumber ? 1 : -1;
        }
        return leftIsNumber ? Digits.compare(left, right) : left.compareTo(right);
    }

    /// Compares where at least one has ended: letters lose against the end, all else wins.
    private static int compareRest(String left, int i, String right, int j) {
        boolean leftEnded = i == left.length();
        boolean rightEnded = j == right.length();
        if (leftEnded && rightEnded) {
            return 0;
        }
        boolean leftIsLetter = !leftEnded && Letters.isLetter(left.charAt(i));
        boolean rightIsLetter = !rightEnded && Letters.isLetter(right.charAt(j));
        return (leftEnded && !rightIsLetter) || leftIsLetter ? -1 : 1;
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && !Letters.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int runEnd(String text, int from) {
        return Digits.isDigit(text.charAt(from))
                ? Digits.end(text, from, text.length())
                : Letters.end(text, from, text.length());
    }

    @Override
    SortKey place(EpochVersionRelease version) {
        if (version.release() == null) {
            return new SortKey.Unordered("no package release: equal to the version with any release");
        }
        if (endsWithSeparator(version.version()) || endsWithSeparator(version.release())) {
            return new SortKey.Unordered("ends with a separator: its place depends on what it is compared with");
        }
        KeyBytes key = new KeyBytes().number(version.epoch());
        writePart(version.version(), key);
        writePart(version.release(), key);
        return key.ordered();
    }

    private static boolean endsWithSeparator(String text) {
        return !Letters.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static void writePart(String part, KeyBytes key) {
        int i = 0;
        while (i < part.length()) {
            int from = skipSeparators(part, i);
            boolean isNumber = Digits.isDigit(part.charAt(from));
            if (from > i) {
                key.mark(SEPARATED).number(from - i);
            } else {
                key.mark(isNumber ? NUMBER_AT_ONCE : LETTERS_AT_ONCE);
            }
            int end = runEnd(part, from);
            if (isNumber) {
                key.number(part, from, end);
            } else {
                key.mark(LETTERS).text(part, from, end);
            }
            i = end;
        }
        key.mark(END);
    }
}
