package dev.ward.handling;

import dev.ward.sbom.KnownComponent;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.Containment;
import dev.ward.standards.version.Vers;
import dev.ward.standards.version.VersionScheme;
import dev.ward.web.TypedText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody asks of all releases: whether they hold components of a name, in some versions.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param component  a word of the name, purl or CPE, or the beginning of one; several must all be there
/// @param beginning  whether the component's name itself must begin so
/// @param versions   `1.2.3`, or constraints such as `>=1.2, <1.4`; null for all versions
public record InquiryQuestion(
        String component, boolean beginning, @Nullable String versions) {

    private static final int LONGEST = 200;

    public InquiryQuestion {
        component = TypedText.required("component", component, LONGEST);
        versions = TypedText.optional("versions", versions, LONGEST);
        String asked = versions;
        if (asked != null) {
            try {
                vers(VersionScheme.GENERIC.label(), asked);
            } catch (IllegalArgumentException e) {
                throw TypedText.refused(
                        "versions",
                        "\"%s\" is no version, nor constraints such as >=1.2, <1.4.".formatted(asked),
                        "is no version, nor constraints such as >=1.2, <1.4");
            }
        }
    }

    private static Vers vers(String scheme, String versions) {
        String constraints = String.join(
                "|",
                List.of(versions.split("[,|]")).stream()
                        .map(one -> one.replaceAll("\\s+", ""))
                        .filter(one -> !one.isEmpty())
                        .toList());
        return Vers.parseLenient("vers:" + scheme + "/" + constraints).value();
    }

    /// Whether a component is meant; undetermined when its version cannot be told or compared.
    Containment holds(KnownComponent one) {
        if (beginning
                && !one.name().toLowerCase(Locale.ROOT).startsWith(component.toLowerCase(Locale.ROOT))
                && !one.fullName().toLowerCase(Locale.ROOT).startsWith(component.toLowerCase(Locale.ROOT))) {
            return Containment.OUTSIDE;
        }
        String asked = versions;
        if (asked == null) {
            return Containment.INSIDE;
        }
        String version = one.version();
        if (version == null || version.isBlank()) {
            return Containment.UNDETERMINED;
        }
        try {
            return vers(scheme(one), asked).contains(version);
        } catch (IllegalArgumentException e) {
            return Containment.UNDETERMINED; // the ecosystem has no such version
        }
    }

    /// By the ecosystem of the component's package; dotted numbers by common sense without one.
    private static String scheme(KnownComponent one) {
        return one.purls().stream()
                .map(purl -> Purl.parseLenient(purl).value().type())
                .filter(type -> VersionScheme.of(type).isPresent())
                .findFirst()
                .orElse(VersionScheme.GENERIC.label());
    }
}
