package dev.ward.handling;

import dev.ward.sbom.KnownComponent;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.Containment;
import dev.ward.standards.version.Vers;
import dev.ward.standards.version.VersionScheme;
import dev.ward.web.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody asks of all releases: whether they hold components of a name, in some versions, or a
/// component whose file has a hash.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param component  a word of the name, purl or CPE, or the beginning of one; several must all be
///                   there. Or a hash: `SHA-256:…`, or its digits alone
/// @param beginning  whether the component's name itself must begin so
/// @param versions   `1.2.3`, `1.2.x`, or constraints such as `>=1.2, <1.4`; null for all versions
public record InquiryQuestion(
        String component, boolean beginning, @Nullable String versions) {

    private static final int LONGEST = 200;
    /// `1.0.x`, `1.0.*`, `1.X`.
    private static final Pattern ALL_OF = Pattern.compile("((?:\\d{1,9}\\.)*)(\\d{1,9})\\.[xX*]");

    public InquiryQuestion {
        component = TypedText.required("component", component, LONGEST);
        versions = TypedText.optional("versions", versions, LONGEST);
        if (FileHash.of(component) != null) {
            beginning = false;
            if (versions != null) {
                throw TypedText.refused(
                        "versions", "A hash asks for one file, which has no versions.", "do not go with a hash");
            }
        }
        String asked = versions;
        if (asked != null) {
            try {
                ranges(VersionScheme.GENERIC.label(), asked);
            } catch (IllegalArgumentException e) {
                throw TypedText.refused(
                        "versions",
                        "\"%s\" is no version, nor constraints such as >=1.2, <1.4.".formatted(asked),
                        "is no version, nor constraints such as >=1.2, <1.4");
            }
        }
    }

    /// The hash that is asked for; null when it is a name.
    @Nullable
    FileHash hash() {
        return FileHash.of(component);
    }

    /// Whether it asks for a file by its hash.
    public boolean isHash() {
        return hash() != null;
    }

    /// What is asked for: each `1.0.x` by itself, and all other constraints together.
    private static List<Vers> ranges(String scheme, String versions) {
        List<Vers> ranges = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (String one : versions.replaceAll("\\s+", "").split("[,|]", -1)) {
            Matcher all = ALL_OF.matcher(one);
            if (all.matches()) {
                long next = Long.parseLong(all.group(2)) + 1;
                ranges.add(vers(scheme, ">=%1$s%2$s|<%1$s%3$d".formatted(all.group(1), all.group(2), next)));
            } else if (!one.isEmpty()) {
                together.add(one);
            }
        }
        if (!together.isEmpty() || ranges.isEmpty()) {
            ranges.add(vers(scheme, String.join("|", together)));
        }
        return ranges;
    }

    private static Vers vers(String scheme, String constraints) {
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
            return ranges(scheme(one), asked).stream()
                    .map(range -> range.contains(version))
                    .reduce(Containment.OUTSIDE, InquiryQuestion::either);
        } catch (IllegalArgumentException e) {
            return Containment.UNDETERMINED; // the ecosystem has no such version
        }
    }

    /// Inside one of two; outside only when it is surely outside of both.
    private static Containment either(Containment one, Containment other) {
        if (one == Containment.INSIDE || other == Containment.INSIDE) {
            return Containment.INSIDE;
        }
        return one == Containment.OUTSIDE ? other : one;
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
