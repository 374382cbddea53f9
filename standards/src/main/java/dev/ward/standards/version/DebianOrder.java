package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of Debian package versions: epoch, upstream version, Debian revision.
///
/// Texts and numbers alternate. In a text `~` sorts before its end, letters before all else. A missing epoch is 0, a
/// missing revision equals `0`. The upstream version must begin with a digit, as the policy wants.
///
/// Source: Debian Policy Manual, 5.6.12.
final class DebianOrder extends ParsedOrder<EpochVersionRelease> {

    private static final int TILDE = 0x01;
    private static final int END = 0x02;
    /// Added to what is neither letter nor `~`; letters stand for themselves.
    private static final int BEHIND_LETTERS = 0x80;

    DebianOrder() {
        super("Debian version");
    }

    @Override
    @Nullable
    EpochVersionRelease parse(String version) {
        EpochVersionRelease parsed = EpochVersionRelease.parse(version);
        if (parsed == null || !Digits.isDigit(parsed.version().charAt(0))) {
            return null;
        }
        boolean valid =
                Letters.areVersionCharacters(parsed.version(), parsed.epoch().isEmpty() ? ".+-~" : ".+-~:")
                        && Letters.areVersionCharacters(revision(parsed) + "0", ".+~");
        return valid ? parsed : null;
    }

    private static String revision(EpochVersionRelease version) {
        return version.release() == null ? "" : version.release();
    }

    @Override
    int compareParsed(EpochVersionRelease left, EpochVersionRelease right) {
        int order = Digits.compare(left.epoch(), right.epoch());
        if (order == 0) {
            order = comparePart(left.version(), right.version());
        }
        return order == 0 ? comparePart(revision(left), revision(right)) : order;
    }

    private static int comparePart(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            while (isText(left, i) || isText(right, j)) {
                int order = Integer.compare(weight(left, i), weight(right, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int leftEnd = Digits.end(left, i, left.length());
            int rightEnd = Digits.end(right, j, right.length());
            int order = Digits.compare(left, i, leftEnd, right, j, rightEnd);
            if (order != 0) {
                return order;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return 0;
    }

    private static boolean isText(String text, int at) {
        return at < text.length() && !Digits.isDigit(text.charAt(at));
    }

    /// The place of a character in a text; a text ends at a digit.
    private static int weight(String text, int at) {
        if (!isText(text, at)) {
            return END;
        }
        char c = text.charAt(at);
        return c == '~' ? TILDE : Letters.isLetter(c) ? c : c + BEHIND_LETTERS;
    }

    @Override
    SortKey place(EpochVersionRelease version) {
        KeyBytes key = new KeyBytes().number(version.epoch());
        writePart(version.version(), key);
        writePart(revision(version), key);
        return key.ordered();
    }

    /// Writes texts and numbers in turn, then an empty text for the end.
    private static void writePart(String part, KeyBytes key) {
        int i = 0;
        do {
            while (isText(part, i)) {
                key.mark(weight(part, i++));
            }
            int end = Digits.end(part, i, part.length());
            key.mark(END).number(part, i, end);
            i = end;
        } while (i < part.length());
        key.mark(END);
    }
}
