package dev.ward.sbom;

import dev.ward.standards.codec.StoredKey;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Location;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A component as it is stored: all that matching looks at, as text, and nothing else.
///
/// Two that are equal are hit by the same advisories. What `identities` gives is what a reader of the SBOM
/// would
/// have seen, but for characters that no database text may hold.
///
/// @param purls  the component's own first, null when it has none but further ones; then the further ones,
/// which
///               stand among its properties
/// @param cpes   formatted strings
record StoredIdentity(
        String type,
        String name,
        @Nullable String version,
        @Nullable String groupName,
        @Nullable String supplier,
        @Nullable String manufacturer,
        List<@Nullable String> purls,
        List<String> cpes) {

    /// The digest's layout; a new one makes every component a new one.
    private static final int LAYOUT = 1;

    private static final String FURTHER_PURL = "purl";

    StoredIdentity {
        purls = Collections.unmodifiableList(new ArrayList<>(purls));
        cpes = List.copyOf(cpes);
    }

    static StoredIdentity of(Component component) {
        return new StoredIdentity(
                StoredText.of(component.type()),
                StoredText.of(component.name()),
                StoredText.ofNullable(component.version()),
                StoredText.ofNullable(component.group()),
                StoredText.ofNullable(component.supplier()),
                StoredText.ofNullable(component.manufacturer()),
                purls(component),
                component.cpes().stream()
                        .map(Cpe::formatted)
                        .map(StoredText::of)
                        .toList());
    }

    private static List<@Nullable String> purls(Component component) {
        List<@Nullable String> purls = new ArrayList<>(1);
        Purl own = component.purl();
        purls.add(own == null ? null : StoredText.of(own.toString()));
        for (Component.Property property : component.properties()) {
            if (property.name().equals(FURTHER_PURL) && isPurl(property.value())) {
                purls.add(StoredText.of(property.value()));
            }
        }
        return purls.size() == 1 && own == null ? List.of() : purls;
    }

    private static boolean isPurl(String text) {
        try {
            Purl.parseLenient(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The component again, without what matching does not look at.
    Component component(@Nullable String ref, Location location) {
        String own = purls.isEmpty() ? null : purls.getFirst();
        List<Component.Property> further = new ArrayList<>(0);
        for (String purl : purls.subList(Math.min(1, purls.size()), purls.size())) {
            if (purl != null) {
                further.add(new Component.Property(FURTHER_PURL, purl));
            }
        }
        return new Component(
                ref,
                type,
                groupName,
                name,
                version,
                own == null ? null : Purl.parseLenient(own).value(),
                cpes.stream().map(cpe -> Cpe.parseLenient(cpe).value()).toList(),
                List.of(),
                supplier,
                manufacturer,
                null,
                List.of(),
                List.of(),
                further,
                null,
                false,
                location);
    }

    /// One for each package URL, as matching sees them.
    List<ComponentIdentity> identities(@Nullable String ref, Location location) {
        return ComponentIdentity.allOf(component(ref, location));
    }

    /// Where advisories that may hit it are filed.
    Set<MatchKeys.Key> keys() {
        Set<MatchKeys.Key> keys = new LinkedHashSet<>();
        for (ComponentIdentity identity : identities(null, Location.START)) {
            for (MatchKeys.Key key : MatchKeys.of(identity)) {
                keys.add(new MatchKeys.Key(key.use(), StoredKey.of(key.text())));
            }
        }
        return keys;
    }

    /// What stays the same when the version changes: the package URL without its version, or group and name.
    String line() {
        String own = purls.isEmpty() ? null : purls.getFirst();
        if (own != null) {
            Purl purl = Purl.parseLenient(own).value();
            return new Purl(purl.type(), purl.namespace(), purl.name(), null, Collections.emptySortedMap(), null)
                    .toString();
        }
        return groupName == null || groupName.isEmpty() ? name : groupName + "/" + name;
    }

    /// SHA-256 over all fields.
    byte[] digest() {
        MessageDigest sha256 = Digests.sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            for (String field : new @Nullable String[] {type, name, version, groupName, supplier, manufacturer}) {
                write(field, out);
            }
            out.writeInt(purls.size());
            for (String purl : purls) {
                write(purl, out);
            }
            out.writeInt(cpes.size());
            for (String cpe : cpes) {
                write(cpe, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return sha256.digest(bytes.toByteArray());
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
