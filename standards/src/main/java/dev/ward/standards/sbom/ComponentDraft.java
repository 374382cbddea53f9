package dev.ward.standards.sbom;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.purl.Purl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what a reader finds out about one component, in any order, and checks what every format has in common.
public final class ComponentDraft {

    private final UnreadReport report;
    private final Location location;
    private final List<Cpe> cpes = new ArrayList<>(1);
    private final List<String> unreadIdentifiers = new ArrayList<>(0);
    private final List<Component.Hash> hashes = new ArrayList<>(2);
    private final Set<String> licences = new LinkedHashSet<>(2);
    private final List<Component.Property> properties = new ArrayList<>(0);
    private @Nullable Purl purl;

    public @Nullable String ref;
    public @Nullable String type;
    public @Nullable String group;
    public @Nullable String name;
    public @Nullable String version;
    public @Nullable String supplier;
    public @Nullable String manufacturer;
    public @Nullable String scope;
    public boolean subject;

    /// @param location  where the component begins
    public ComponentDraft(UnreadReport report, Location location) {
        this.report = report;
        this.location = location;
    }

    public Location location() {
        return location;
    }

    /// What to call it in messages: by its reference or its name, as far as they are known yet.
    public String what() {
        String id = ref != null ? ref : name;
        return id == null ? "component" : "component " + Quoted.of(id);
    }

    /// Reads a package URL. The first is the component's; further ones are kept as properties `purl`.
    public void purl(String text, Location where) {
        Purl read = Identifiers.purl(text, where, report);
        if (read == null) {
            unreadIdentifiers.add(text);
        } else if (purl == null) {
            purl = read;
        } else if (!purl.equals(read)) {
            property("purl", text);
        }
    }

    public void cpe(String text, Location where) {
        Cpe read = Identifiers.cpe(text, where, report);
        if (read == null) {
            unreadIdentifiers.add(text);
        } else if (!cpes.contains(read)) {
            cpes.add(read);
        }
    }

    /// Keeps a hash. One whose value is not hexadecimal is lost; one of an odd length or algorithm is only marked.
    ///
    /// @param algorithm  in the spelling of CycloneDX or SPDX
    public void hash(@Nullable String algorithm, @Nullable String value, Location where) {
        if (algorithm == null || value == null) {
            report.lost(where, "hash", algorithm == null ? "it names no algorithm" : "it has no value");
            return;
        }
        if (value.isEmpty() || !value.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            report.lost(where, "hash", "%s is not hexadecimal".formatted(Quoted.of(value)));
            return;
        }
        String spelling = HashAlgorithm.fromSpdx(algorithm);
        Integer digits = HashAlgorithm.digits(spelling);
        if (digits == null) {
            report.kept(where, "hash", "%s is no known algorithm".formatted(Quoted.of(algorithm)));
        } else if (digits != 0 && digits != value.length()) {
            report.kept(
                    where,
                    "hash",
                    "%s has %d digits, not the %d of %s".formatted(Quoted.of(value), value.length(), digits, spelling));
        }
        hashes.add(new Component.Hash(spelling, value.toLowerCase(Locale.ROOT)));
    }

    public void licence(String idOrNameOrExpression) {
        licences.add(idOrNameOrExpression);
    }

    public void property(String key, String value) {
        properties.add(new Component.Property(key, value));
    }

    /// The component; null, and told as lost, when it has neither a name nor an identifier or reference to take one
    /// from.
    ///
    /// A type that is not stated becomes `unknown`, which is no format's word.
    ///
    /// @param parent  ref of the component that it is nested in; null at the top
    public @Nullable Component build(@Nullable String parent) {
        if (type == null) {
            report.kept(location, what(), "it has no type");
        }
        String named = name;
        if (named == null || named.isEmpty()) {
            named = otherName();
            if (named == null) {
                report.lost(location, what(), "it has no name, no identifier and no reference");
                return null;
            }
            report.kept(location, what(), "it has no name; it is called " + Quoted.of(named));
        }
        return new Component(
                ref,
                type == null ? "unknown" : type,
                group,
                named,
                version,
                purl,
                cpes,
                unreadIdentifiers,
                supplier,
                manufacturer,
                scope,
                hashes,
                List.copyOf(licences),
                properties,
                parent,
                subject,
                location);
    }

    private @Nullable String otherName() {
        if (purl != null) {
            return purl.name();
        }
        if (!cpes.isEmpty() && !cpes.getFirst().product().text().isEmpty()) {
            return cpes.getFirst().product().text();
        }
        return unreadIdentifiers.isEmpty() ? ref : unreadIdentifiers.getFirst();
    }
}
