package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of RubyGems versions: a letter makes a pre-release, so that 1.0.a < 1.0.
///
/// A version is a row of numbers and words that goes on in zeros for ever; a word sorts before every number. Zeros at
/// the end do not count, nor do those before the first word: 1.0.a is 1.a. A hyphen reads `.pre.`.
///
/// Source: RubyGems, `Gem::Version`, `<=>` and `canonical_segments`.
final class GemOrder extends ParsedOrder<List<String>> {

    private static final String ZERO = "";
    private static final int WORD = 0x01;
    private static final int ZERO_BEFORE_WORD = 0x02;
    private static final int END = 0x03;

    GemOrder() {
        super("gem version");
    }

    /// The segments that count: words, and numbers without leading zeros.
    @Override
    @Nullable
    List<String> parse(String version) {
        if (!isWellFormed(version)) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        boolean hasWord = false;
        for (int i = 0; i < version.length(); ) {
            char c = version.charAt(i);
            if (Digits.isDigit(c)) {
                int end = Digits.end(version, i, version.length());
                segments.add(version.substring(Digits.skipZeros(version, i, end), end));
                i = end;
            } else if (c == '.') {
                i++;
            } else {
                if (!hasWord) {
                    dropZeros(segments);
                    hasWord = true;
                }
                int end = c == '-' ? i + 1 : lettersEnd(version, i);
                segments.add(c == '-' ? "pre" : version.substring(i, end));
                i = end;
            }
        }
        dropZeros(segments);
        return segments;
    }

    @Override
    int compareParsed(List<String> left, List<String> right) {
        int size = Math.max(left.size(), right.size());
        for (int i = 0; i < size; i++) {
            int order = compareSegments(segment(left, i), segment(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// The end stands for zeros without end: it comes after zeros that lead to a word, and before those that lead
    /// to a number.
    @Override
    SortKey place(List<String> version) {
        boolean[] leadsToWord = new boolean[version.size()];
        boolean isNextWord = false;
        for (int i = version.size() - 1; i >= 0; i--) {
            isNextWord = isWord(version.get(i)) || (isNextWord && version.get(i).equals(ZERO));
            leadsToWord[i] = isNextWord;
        }
        KeyBytes key = new KeyBytes();
        for (int i = 0; i < leadsToWord.length; i++) {
            String segment = version.get(i);
            if (!leadsToWord[i]) {
                key.number(segment);
            } else if (segment.equals(ZERO)) {
                key.mark(ZERO_BEFORE_WORD);
            } else {
                key.mark(WORD).text(segment);
            }
        }
        return key.mark(END).ordered();
    }

    private static int compareSegments(String left, String right) {
        if (isWord(left) && isWord(right)) {
            return left.compareTo(right);
        }
        return isWord(left) || isWord(right)
                ? Boolean.compare(isWord(right), isWord(left))
                : Digits.compare(left, right);
    }

    private static String segment(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : ZERO;
    }

    private static boolean isWord(String segment) {
        return !segment.isEmpty() && Letters.isLetter(segment.charAt(0));
    }

    private static void dropZeros(List<String> segments) {
        while (!segments.isEmpty() && segments.getLast().equals(ZERO)) {
            segments.removeLast();
        }
    }

    /// Begins with a number; parts between dots are never empty; hyphens only from the first hyphen's part on.
    private static boolean isWellFormed(String version) {
        int firstEnd = Digits.end(version, 0, version.length());
        if (firstEnd == 0 || (firstEnd < version.length() && Letters.isLetter(version.charAt(firstEnd)))) {
            return false;
        }
        boolean hasHyphen = false;
        int needed = 0;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '.' || (c == '-' && !hasHyphen)) {
                if (i == needed) {
                    return false;
                }
                hasHyphen |= c == '-';
                needed = i + 1;
            } else if (c != '-' && !Letters.isLetter(c) && !Digits.isDigit(c)) {
                return false;
            }
        }
        return needed < version.length();
    }

    private static int lettersEnd(String text, int from) {
        int i = from;
        while (i < text.length() && Letters.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
