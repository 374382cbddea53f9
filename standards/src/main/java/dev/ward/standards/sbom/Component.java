package dev.ward.standards.sbom;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Location;
import dev.ward.standards.purl.Purl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of software or hardware that an SBOM lists.
///
/// @param ref          the SBOM's own reference (`bom-ref`, `SPDXID`), or, where it gives none but nests components in
///                     this one, `#` and the pointer (`#/components/3`); null when neither
/// @param type         the format's word: `library`, `operating-system`, `firmware`, …
/// @param group        CycloneDX `group`; null in SPDX
/// @param version      null means "not stated", which differs from an empty version
/// @param purl         null when absent or not readable; then the text stands in `unreadIdentifiers`
/// @param cpes         all readable CPE names
/// @param unreadIdentifiers  purl and CPE texts that are none, as they stood
/// @param supplier     the organisation that supplied it; null when not stated
/// @param manufacturer CycloneDX `publisher`, `manufacturer` or `author`, SPDX `originator`; null when not stated
/// @param parent       ref of the component that this one is nested in; null at the top
/// @param subject      true for the thing that the SBOM describes (`metadata.component`, SPDX `DESCRIBES`)
public record Component(
        @Nullable String ref,
        String type,
        @Nullable String group,
        String name,
        @Nullable String version,
        @Nullable Purl purl,
        List<Cpe> cpes,
        List<String> unreadIdentifiers,
        @Nullable String supplier,
        @Nullable String manufacturer,
        @Nullable String scope,
        List<Hash> hashes,
        List<String> licences,
        List<Property> properties,
        @Nullable String parent,
        boolean subject,
        Location location) {

    /// @param algorithm  in CycloneDX's spelling (`SHA-256`)
    /// @param value      lower-case hex
    public record Hash(String algorithm, String value) {}

    public record Property(String name, String value) {}

    public Component {
        cpes = List.copyOf(cpes);
        unreadIdentifiers = List.copyOf(unreadIdentifiers);
        hashes = List.copyOf(hashes);
        licences = List.copyOf(licences);
        properties = List.copyOf(properties);
    }
}
