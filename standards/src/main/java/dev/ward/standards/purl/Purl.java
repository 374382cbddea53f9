package dev.ward.standards.purl;

import dev.ward.standards.input.Forgiven;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package URL in canonical form.
///
/// Source: ECMA-427, Package-URL.
public record Purl(
        String type,
        @Nullable String namespace,
        String name,
        @Nullable String version,
        SortedMap<String, String> qualifiers,
        @Nullable String subpath) {

    public Purl {
        qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }

    public static Purl parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    public static Forgiven<Purl> parseLenient(String text) {
        throw new UnsupportedOperationException(text);
    }
}
