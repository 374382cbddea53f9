package dev.ward.standards.purl;

import dev.ward.standards.input.TableResource;
import dev.ward.standards.purl.PurlType.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The registered types of `types.txt`, where the columns are told.
final class PurlTypeTable {

    static final Map<String, PurlType> TYPES = read();

    private PurlTypeTable() {}

    static PurlType unregistered(String type) {
        return new PurlType(
                type,
                false,
                Namespace.MAY,
                Fold.ASIS,
                Fold.ASIS,
                Fold.ASIS,
                Fold.ASIS,
                Fold.ASIS,
                NameRule.ANY,
                false,
                Integer.MAX_VALUE,
                null,
                null,
                null);
    }

    private static Map<String, PurlType> read() {
        Map<String, PurlType> types = new HashMap<>();
        for (List<String> words : TableResource.words(PurlTypeTable.class, "types.txt")) {
            PurlType type = type(words);
            types.put(type.type(), type);
        }
        return Map.copyOf(types);
    }

    private static PurlType type(List<String> words) {
        List<String> further = words.subList(4, words.size());
        String[] namespace = words.get(1).split(":");
        String key = valueOf(further, "key");
        String check = valueOf(further, "check");
        String segments = valueOf(further, "segments");
        return new PurlType(
                words.get(0),
                true,
                Namespace.valueOf(namespace[0].toUpperCase(Locale.ROOT)),
                namespace.length == 1 ? Fold.ASIS : fold(namespace[1]),
                fold(words.get(2)),
                fold(words.get(3)),
                further.contains("lower-subpath") ? Fold.LOWER : Fold.ASIS,
                key == null ? Fold.ASIS : fold(key),
                check == null ? NameRule.ANY : NameRule.valueOf(check.toUpperCase(Locale.ROOT)),
                further.contains("path-name"),
                segments == null ? Integer.MAX_VALUE : Integer.parseInt(segments),
                valueOf(further, "needs"),
                valueOf(further, "lower-at"),
                valueOf(further, "lower-guid"));
    }

    private static Fold fold(String word) {
        return Fold.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable String valueOf(List<String> further, String word) {
        for (String entry : further) {
            if (entry.startsWith(word + "=")) {
                return entry.substring(word.length() + 1);
            }
        }
        return null;
    }
}
