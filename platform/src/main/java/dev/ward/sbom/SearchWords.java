package dev.ward.sbom;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.purl.Purl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words by which people find a component: in lower case, whole and in pieces.
///
/// A search finds what has, for each of its words, one that begins with it. So `openssl 1.0.2` finds OpenSSL
/// 1.0.2k, and `pkg:npm/lodash@4` and `cpe:2.3:a:openssl` find what is named so.
final class SearchWords {

    private static final Pattern BETWEEN = Pattern.compile("\\s+");
    private static final Pattern PIECES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 200;
    private static final int MOST = 200;

    private SearchWords() {}

    static List<String> of(StoredIdentity component) {
        Set<String> words = new LinkedHashSet<>();
        name(component.name(), words);
        name(component.groupName(), words);
        whole(component.version(), words);
        for (String text : component.purls()) {
            if (text != null) {
                purl(text, words);
            }
        }
        for (String text : component.cpes()) {
            Cpe cpe = Cpe.parseLenient(text).value();
            whole(text, words);
            name(cpe.vendor().text(), words);
            name(cpe.product().text(), words);
            whole(cpe.version().text(), words);
        }
        return words.stream().limit(MOST).toList();
    }

    private static void purl(String text, Set<String> words) {
        Purl purl = Purl.parseLenient(text).value();
        whole(purl.toString(), words);
        name(purl.namespace(), words);
        name(purl.name(), words);
        whole(purl.version(), words);
    }

    private static void name(@Nullable String name, Set<String> words) {
        if (name == null) {
            return;
        }
        for (String part : BETWEEN.split(name, MOST)) {
            whole(part, words);
        }
        for (String piece : PIECES.split(name.length() > LONGEST ? name.substring(0, LONGEST) : name)) {
            whole(piece, words);
        }
    }

    private static void whole(@Nullable String text, Set<String> words) {
        if (text == null) {
            return;
        }
        String word = cut(text.strip().toLowerCase(Locale.ROOT));
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : StoredText.of(word.substring(0, LONGEST));
    }

    /// A search as PostgreSQL's `tsquery`, every word a beginning; null when it holds no word.
    static @Nullable String query(String search) {
        List<String> lexemes = new ArrayList<>();
        for (String word : BETWEEN.split(search.strip().toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                String quoted = cut(StoredText.of(word)).replace("\\", "\\\\").replace("'", "''");
                lexemes.add("'" + quoted + "':*");
            }
        }
        return lexemes.isEmpty() ? null : String.join(" & ", lexemes.subList(0, Math.min(20, lexemes.size())));
    }
}
