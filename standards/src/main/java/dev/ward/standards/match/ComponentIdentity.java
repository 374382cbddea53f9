package dev.ward.standards.match;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeValue;
import dev.ward.standards.input.Location;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What matching needs to know of one component, with the sort keys of its version made once and kept.
///
/// Not for use by several threads at once.
public final class ComponentIdentity {

    private static final int SCHEMES = VersionScheme.values().length;
    private static final int USES = MatchKeys.Use.values().length;

    private static final byte[] NO_TEXT = new byte[0];
    /// Behind part, vendor, product and version: the first of a CPE name's other attributes.
    private static final int FIRST_ATTRIBUTE = 4;

    private final @Nullable String ref;
    private final String type;
    private final String name;
    private final @Nullable String version;
    private final @Nullable Purl purl;
    private final List<Cpe> cpes;
    private final List<String> vendors;
    private final Location location;
    private @Nullable SortKey @Nullable [] @Nullable [] keys;
    private byte @Nullable [][] texts;

    private ComponentIdentity(Component component, @Nullable Purl purl) {
        this.ref = component.ref();
        this.type = component.type();
        this.name = component.name();
        this.purl = purl;
        this.version = versionOf(component);
        this.cpes = component.cpes();
        this.location = component.location();
        this.vendors = Stream.of(component.group(), component.supplier(), component.manufacturer())
                .flatMap(Stream::ofNullable)
                .filter(vendor -> !vendor.equals(component.group()) || vendor.indexOf('.') < 0)
                .map(Names::normal)
                .filter(vendor -> !vendor.isEmpty())
                .distinct()
                .toList();
    }

    public static ComponentIdentity of(Component component) {
        return new ComponentIdentity(component, component.purl());
    }

    /// A component under each of its package URLs: the first is its own, further ones stand among its
    /// properties.
    public static List<ComponentIdentity> allOf(Component component) {
        List<ComponentIdentity> all = new ArrayList<>(1);
        all.add(of(component));
        for (Component.Property property : component.properties()) {
            if (property.name().equals("purl")) {
                try {
                    all.add(new ComponentIdentity(
                            component, Purl.parseLenient(property.value()).value()));
                } catch (IllegalArgumentException e) {
                    // a property may say anything; what the format calls a purl was checked when it was read
                }
            }
        }
        return all;
    }

    /// The version that the component states, or else the one in its purl.
    private static @Nullable String versionOf(Component component) {
        String stated = component.version();
        if (stated != null && !stated.isBlank()) {
            return stated.strip();
        }
        Purl purl = component.purl();
        return purl == null ? null : purl.version();
    }

    public @Nullable String ref() {
        return ref;
    }

    public String type() {
        return type;
    }

    public String name() {
        return name;
    }

    /// The component's version, or null when it states none.
    public @Nullable String version() {
        return version;
    }

    public @Nullable Purl purl() {
        return purl;
    }

    public List<Cpe> cpes() {
        return cpes;
    }

    /// Where in its SBOM it stands.
    public Location location() {
        return location;
    }

    /// Group, supplier and manufacturer as they compare with vendors' names; empty when the SBOM names none.
    List<String> vendors() {
        return vendors;
    }

    /// The version to compare under one kind of key, or null when none is stated or the CPE names disagree.
    @Nullable
    String version(MatchKeys.Use use) {
        String stated = switch (use) {
            case PACKAGE -> packageVersion();
            case SOURCE -> sourceVersion();
            case CPE -> cpeVersion();
            case NAME -> version;
        };
        return stated == null || VersionEvaluation.saysNothing(stated) ? null : stated;
    }

    private @Nullable String packageVersion() {
        String own = purl == null ? null : purl.version();
        String stated = own == null ? version : own;
        return purl == null || stated == null ? stated : Distributions.withEpoch(purl, stated);
    }

    private @Nullable String sourceVersion() {
        Distributions.SourcePackage source = Distributions.sourcePackage(purl);
        return source == null || source.version() == null ? packageVersion() : source.version();
    }

    /// The version to compare with a criteria: that of the CPE name, or the component's own where the name
    /// leaves it
    /// open. A distribution's epoch is no part of what upstream calls a version.
    @Nullable
    String version(Cpe cpe) {
        String stated = switch (cpe.version().kind()) {
            case ANY -> version;
            case NA -> null;
            case TEXT -> cpe.version().text();
        };
        return stated == null ? null : withoutEpoch(stated);
    }

    private static String withoutEpoch(String version) {
        int digits = 0;
        while (digits < version.length() && version.charAt(digits) >= '0' && version.charAt(digits) <= '9') {
            digits++;
        }
        return digits > 0 && digits < version.length() && version.charAt(digits) == ':'
                ? version.substring(digits + 1)
                : version;
    }

    private @Nullable String cpeVersion() {
        List<String> versions = cpes.stream()
                .map(cpe -> Objects.requireNonNullElse(version(cpe), ""))
                .distinct()
                .toList();
        return versions.size() == 1 && !versions.getFirst().isEmpty() ? versions.getFirst() : null;
    }

    SortKey key(VersionScheme scheme, MatchKeys.Use use) {
        if (keys == null) {
            keys = new SortKey[USES][];
        }
        @Nullable SortKey[] known = keys[use.ordinal()];
        if (known == null) {
            known = new SortKey[SCHEMES];
            keys[use.ordinal()] = known;
        }
        SortKey key = known[scheme.ordinal()];
        if (key == null) {
            String text = version(use);
            key = text == null
                    ? new SortKey.Undetermined("no version stated")
                    : scheme.order().key(text);
            known[scheme.ordinal()] = key;
        }
        return key;
    }

    /// The version in UTF-8, or null when none is stated.
    byte @Nullable [] versionText(MatchKeys.Use use) {
        byte[][] known = texts;
        if (known == null) {
            known = new byte[USES][];
            for (MatchKeys.Use each : MatchKeys.Use.values()) {
                String version = version(each);
                known[each.ordinal()] = version == null ? NO_TEXT : version.getBytes(StandardCharsets.UTF_8);
            }
            texts = known;
        }
        byte[] text = known[use.ordinal()];
        return text.length == 0 ? null : text;
    }

    /// Whether CPE names state different versions, so that none stands for all of them.
    boolean isAmbiguous(MatchKeys.Use use) {
        return use == MatchKeys.Use.CPE && cpes.size() > 1 && version(use) == null;
    }

    /// Whether the CPE names state nothing but a product and its version, and the package tells no runtime
    /// either.
    public boolean leavesAttributesOpen() {
        return (purl == null || !CriteriaMatch.tellsRuntime(purl))
                && cpes.stream().allMatch(ComponentIdentity::leavesAttributesOpen);
    }

    private static boolean leavesAttributesOpen(Cpe cpe) {
        return cpe.values().stream().skip(FIRST_ATTRIBUTE).allMatch(value -> value.kind() == CpeValue.Kind.ANY);
    }

    @Override
    public String toString() {
        return version == null ? name : name + " " + version;
    }
}
