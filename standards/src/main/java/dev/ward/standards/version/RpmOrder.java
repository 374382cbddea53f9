package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of RPM package versions: epoch, version, release.
///
/// Runs of letters and runs of digits are compared one by one; what stands between them does not count. At each place
/// `~` comes first, then the end, `^`, letters (by case), numbers. A missing epoch is 0. A version without a
/// release sorts before every release of it, as `rpmverCmp` does; the looser rule that it equals each of them is for
/// dependencies, and is no order.
///
/// Source: rpm, `rpmvercmp` and `rpmverCmp`; rpm-version(7).
final class RpmOrder extends ParsedOrder<EpochVersionRelease> {

    private static final int TILDE = 0x01;
    private static final int END = 0x02;
    private static final int CARET = 0x03;
    private static final int LETTERS = 0x04;
    private static final int NUMBER = 0x05;
    /// Begins the release; a key without one ends before it, and so sorts first.
    private static final int RELEASE = 0x01;
    private static final String OTHERS = "._+~^";

    RpmOrder() {
        super("RPM version");
    }

    @Override
    @Nullable
    EpochVersionRelease parse(String version) {
        EpochVersionRelease parsed = EpochVersionRelease.parse(version);
        boolean valid = parsed != null
                && Letters.areVersionCharacters(parsed.version(), OTHERS)
                && (parsed.release() == null || Letters.areVersionCharacters(parsed.release() + "0", OTHERS));
        return valid ? parsed : null;
    }

    @Override
    int compareParsed(EpochVersionRelease left, EpochVersionRelease right) {
        int order = Digits.compare(left.epoch(), right.epoch());
        if (order == 0) {
            order = comparePart(left.version(), right.version());
        }
        if (order != 0 || left.release() == null || right.release() == null) {
            return order != 0 ? order : Boolean.compare(left.release() != null, right.release() != null);
        }
        return comparePart(left.release(), right.release());
    }

    private static int comparePart(String left, String right) {
        int i = skipSeparators(left, 0);
        int j = skipSeparators(right, 0);
        while (true) {
            int kind = kind(left, i);
            int order = Integer.compare(kind, kind(right, j));
            if (order != 0 || kind == END) {
                return order;
            }
            int leftEnd = runEnd(left, i, kind);
            int rightEnd = runEnd(right, j, kind);
            order = switch (kind) {
                case NUMBER -> Digits.compare(left, i, leftEnd, right, j, rightEnd);
                case LETTERS -> left.substring(i, leftEnd).compareTo(right.substring(j, rightEnd));
                default -> 0;
            };
            if (order != 0) {
                return order;
            }
            i = skipSeparators(left, leftEnd);
            j = skipSeparators(right, rightEnd);
        }
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && !Letters.isLetterOrDigit(text.charAt(i)) && "~^".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int kind(String text, int at) {
        if (at == text.length()) {
            return END;
        }
        char c = text.charAt(at);
        return c == '~' ? TILDE : c == '^' ? CARET : Digits.isDigit(c) ? NUMBER : LETTERS;
    }

    private static int runEnd(String text, int from, int kind) {
        return switch (kind) {
            case NUMBER -> Digits.end(text, from, text.length());
            case LETTERS -> Letters.end(text, from, text.length());
            default -> from + 1;
        };
    }

    @Override
    SortKey place(EpochVersionRelease version) {
        KeyBytes key = new KeyBytes().number(version.epoch());
        writePart(version.version(), key);
        if (version.release() != null) {
            key.mark(RELEASE);
            writePart(version.release(), key);
        }
        return key.ordered();
    }

    private static void writePart(String part, KeyBytes key) {
        int i = skipSeparators(part, 0);
        while (i < part.length()) {
            int kind = kind(part, i);
            int end = runEnd(part, i, kind);
            if (kind == NUMBER) {
                key.number(part, i, end);
            } else {
                key.mark(kind);
            }
            if (kind == LETTERS) {
                key.text(part, i, end);
            }
            i = skipSeparators(part, end);
        }
        key.mark(END);
    }
}
