package dev.ward.standards.source;

import dev.ward.standards.input.Forgiven;
import dev.ward.standards.purl.Purl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the package URLs of records, which name packages, never one version.
public final class Purls {

    private static final String UNRESERVED = "-._~/:";

    private Purls() {}

    /// The package URL of a field without its version; empty when there is none or it cannot be read, which is marked.
    public static Optional<Purl> read(Field field) {
        String text = field.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Forgiven<Purl> read = Purl.parseLenient(text);
            read.forgiven().forEach(field::mark);
            return Optional.of(withoutVersion(read.value()));
        } catch (IllegalArgumentException e) {
            field.mark("is no package URL: " + Field.quoted(text));
            return Optional.empty();
        }
    }

    /// The package URL of a type's package, in canonical form; empty when there can be none of such a name.
    ///
    /// It forgives what the type demands beyond a name: Go's standard library has no namespace.
    ///
    /// @param namespace  with slashes between its segments; empty: none
    public static Optional<Purl> of(String type, String namespace, String name) {
        String path = namespace.isEmpty() ? "" : encoded(namespace, true) + "/";
        try {
            return Optional.of(Purl.parseLenient("pkg:" + type + "/" + path + encoded(name, false))
                    .value());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Purl withoutVersion(Purl purl) {
        @Nullable String none = null;
        return new Purl(purl.type(), purl.namespace(), purl.name(), none, purl.qualifiers(), purl.subpath());
    }

    private static String encoded(String text, boolean slashes) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain && (slashes || c != '/')) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
