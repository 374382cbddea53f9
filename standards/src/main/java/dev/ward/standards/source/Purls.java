package dev.ward.standards.source;

import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.purl.Purl;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the package URLs of records, which name packages, never one version.
public final class Purls {

    private Purls() {}

    /// The package URL of a field without its version; empty when there is none or it cannot be read, which is
    /// marked.
    public static Optional<Purl> read(Field field) {
        String text = field.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Forgiven<Purl> read = Purl.parseLenient(text);
            read.forgiven().forEach(field::mark);
            return Optional.of(read.value().withoutVersion());
        } catch (IllegalArgumentException e) {
            field.mark("is no package URL: " + Quoted.of(text));
            return Optional.empty();
        }
    }

    /// The package URL of a type's package, in canonical form; empty when there can be none of such a name.
    ///
    /// It forgives what the type demands beyond a name: Go's standard library has no namespace.
    ///
    /// @param namespace  with slashes between its segments; empty: none
    public static Optional<Purl> of(String type, String namespace, String name) {
        try {
            @Nullable String path = namespace.isEmpty() ? null : namespace;
            return Optional.of(new Purl(type, path, name, null, Collections.emptySortedMap(), null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The package URL of a package whose name holds its namespace too.
    ///
    /// @param at  where the sign stands that parts the two; negative: there is no namespace
    public static Optional<Purl> split(String type, String name, int at) {
        return at < 0 ? of(type, "", name) : of(type, name.substring(0, at), name.substring(at + 1));
    }
}
