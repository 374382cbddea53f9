package dev.ward.standards.version;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The order of texts by their UTF-8 bytes, which is the order of their code points.
///
/// Nothing is normalised but white space around. A blank text, and one with half a surrogate pair, is no version.
///
/// Source: VERS, `lexicographic`.
final class LexicographicOrder extends ParsedOrder<String> {

    LexicographicOrder() {
        super("lexicographic version");
    }

    @Override
    @Nullable
    String parse(String version) {
        boolean wellFormed =
                version.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return wellFormed && !version.isBlank() ? version : null;
    }

    @Override
    int compareParsed(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length()) {
            int a = left.codePointAt(i);
            int b = right.codePointAt(i);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
        }
        return Integer.compare(left.length(), right.length());
    }

    @Override
    SortKey place(String version) {
        return new SortKey.Ordered(version.getBytes(StandardCharsets.UTF_8));
    }
}
