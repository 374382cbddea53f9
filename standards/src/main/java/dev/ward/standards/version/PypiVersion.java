package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parts of a Python version, normalised. Numbers are digits, possibly with leading zeros; "" stands for 0.
///
/// @param release  without the zeros at its end
/// @param pre      0 for `a`, 1 for `b`, 2 for `rc`; -1 for none
/// @param post     null for none
/// @param dev      null for none
/// @param local    numbers, and words in lower case
///
/// Source: Python version specifiers (PEP 440), "Version scheme" and appendix B.
record PypiVersion(
        String epoch,
        List<String> release,
        int pre,
        String preNumber,
        @Nullable String post,
        @Nullable String dev,
        List<String> local) {

    private static final String SEPARATORS = "-_.";

    /// Reads a version; null means that it is none.
    static @Nullable PypiVersion parse(String text) {
        VersionCursor cursor = new VersionCursor(Letters.toLower(text));
        cursor.skip("v");
        String epoch = epoch(cursor);
        List<String> release = release(cursor);
        String preWord = labelled(cursor, "alpha", "a", "beta", "b", "preview", "pre", "c", "rc");
        String preNumber = preWord == null ? "" : number(cursor);
        String post = post(cursor);
        String dev = labelled(cursor, "dev") == null ? null : number(cursor);
        List<String> local = cursor.skip("+") ? local(cursor) : List.of();
        if (release.isEmpty() || !cursor.isAtEnd()) {
            return null;
        }
        return new PypiVersion(epoch, withoutZeros(release), rank(preWord), preNumber, post, dev, local);
    }

    boolean isDevOnly() {
        return pre < 0 && post == null && dev != null;
    }

    private static String epoch(VersionCursor cursor) {
        int start = cursor.position();
        String epoch = cursor.digits();
        if (!epoch.isEmpty() && cursor.skip("!")) {
            return epoch;
        }
        cursor.moveTo(start);
        return "";
    }

    private static List<String> release(VersionCursor cursor) {
        List<String> release = new ArrayList<>(4);
        int end;
        do {
            String number = cursor.digits();
            if (number.isEmpty()) {
                return List.of();
            }
            release.add(number);
            end = cursor.position();
        } while (cursor.skip(".") && cursor.isAtDigit());
        cursor.moveTo(end);
        return release;
    }

    /// Steps over an optional separator and one of the words; stays where it is when none follows.
    private static @Nullable String labelled(VersionCursor cursor, String... words) {
        int start = cursor.position();
        cursor.skip(SEPARATORS);
        String word = cursor.word(words);
        if (word == null) {
            cursor.moveTo(start);
        }
        return word;
    }

    /// Steps over the number behind a word, and the separator that may stand there even without a number.
    private static String number(VersionCursor cursor) {
        cursor.skip(SEPARATORS);
        return cursor.digits();
    }

    private static @Nullable String post(VersionCursor cursor) {
        int start = cursor.position();
        if (cursor.skip("-") && cursor.isAtDigit()) {
            return cursor.digits();
        }
        cursor.moveTo(start);
        return labelled(cursor, "post", "rev", "r") == null ? null : number(cursor);
    }

    /// The segments behind the `+`; stays before one that is missing, so that the version is refused.
    private static List<String> local(VersionCursor cursor) {
        List<String> local = new ArrayList<>(2);
        int end;
        do {
            end = cursor.position() - 1;
            String segment = cursor.alphanumerics();
            if (segment.isEmpty()) {
                cursor.moveTo(end);
                return local;
            }
            local.add(segment);
        } while (cursor.skip(SEPARATORS));
        return local;
    }

    private static List<String> withoutZeros(List<String> release) {
        int size = release.size();
        while (size > 0 && isZero(release.get(size - 1))) {
            size--;
        }
        return release.subList(0, size);
    }

    private static boolean isZero(String digits) {
        return Digits.skipZeros(digits, 0, digits.length()) == digits.length();
    }

    private static int rank(@Nullable String preWord) {
        return switch (preWord) {
            case null -> -1;
            case "a", "alpha" -> 0;
            case "b", "beta" -> 1;
            default -> 2;
        };
    }

    /// The canonical spelling, but for zeros at the end of the release, which do not count:
    /// `1!2.0rc1.post2.dev3+abc`.
    String normal() {
        StringBuilder text = new StringBuilder();
        if (!plain(epoch).equals("0")) {
            text.append(plain(epoch)).append('!');
        }
        text.append(
                release.isEmpty()
                        ? "0"
                        : release.stream().map(PypiVersion::plain).collect(Collectors.joining(".")));
        if (pre >= 0) {
            text.append(List.of("a", "b", "rc").get(pre)).append(plain(preNumber));
        }
        if (post != null) {
            text.append(".post").append(plain(post));
        }
        if (dev != null) {
            text.append(".dev").append(plain(dev));
        }
        return text.append(local.isEmpty() ? "" : "+" + String.join(".", local)).toString();
    }

    /// A number without zeros before it.
    private static String plain(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.isEmpty() ? "0" : digits.substring(from);
    }
}
