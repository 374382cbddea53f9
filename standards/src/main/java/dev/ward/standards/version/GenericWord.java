package dev.ward.standards.version;

import dev.ward.standards.input.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a word in a version of no ecosystem means.
///
/// @param meaning  where it stands to the release without it
/// @param place    among pre-releases, the smaller first; else 0
/// @param name     the one spelling of all that mean the same
record GenericWord(Meaning meaning, int place, String name) {

    private static final String TABLE = "generic-words.txt";
    private static final Map<String, GenericWord> KNOWN = read();

    enum Meaning {
        BEFORE,
        NOTHING,
        REVISION,
        AFTER
    }

    /// The word as the table has it; a word that it does not have follows the release under its own name.
    ///
    /// @param word  in small letters
    static GenericWord of(String word) {
        GenericWord known = KNOWN.get(word);
        return known == null ? plain(word) : known;
    }

    /// The word as nothing but its letters, such as the patch letter of `1.0.2k`.
    static GenericWord plain(String word) {
        return new GenericWord(Meaning.AFTER, 0, word);
    }

    static boolean isKnown(String word) {
        return KNOWN.containsKey(word);
    }

    private static Map<String, GenericWord> read() {
        Map<String, GenericWord> words = new HashMap<>();
        for (List<String> line : TableResource.words(GenericWord.class, TABLE)) {
            words.put(line.get(0), parse(line.get(0), line.get(1)));
        }
        return Map.copyOf(words);
    }

    private static GenericWord parse(String word, String entry) {
        int hyphen = entry.indexOf('-');
        String value = entry.substring(hyphen + 1);
        return switch (hyphen < 0 ? entry : entry.substring(0, hyphen)) {
            case "before" -> new GenericWord(Meaning.BEFORE, Integer.parseInt(value), word);
            case "nothing" -> new GenericWord(Meaning.NOTHING, 0, word);
            case "revision" -> new GenericWord(Meaning.REVISION, 0, word);
            case "after" -> new GenericWord(Meaning.AFTER, 0, value);
            default -> throw new IllegalStateException("\"%s\" in %s".formatted(entry, TABLE));
        };
    }
}
