package dev.ward.standards.purl;

import dev.ward.standards.purl.PurlType.Namespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        InputStream table = Objects.requireNonNull(PurlTypeTable.class.getResourceAsStream("types.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    PurlType type = type(line.strip().split(" +"));
                    types.put(type.type(), type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(types);
    }

    private static PurlType type(String[] words) {
        List<String> further = List.of(words).subList(4, words.length);
        String[] namespace = words[1].split(":");
        String key = valueOf(further, "key");
        String check = valueOf(further, "check");
        String segments = valueOf(further, "segments");
        return new PurlType(
                words[0],
                true,
                Namespace.valueOf(namespace[0].toUpperCase(Locale.ROOT)),
                namespace.length == 1 ? Fold.ASIS : fold(namespace[1]),
                fold(words[2]),
                fold(words[3]),
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
