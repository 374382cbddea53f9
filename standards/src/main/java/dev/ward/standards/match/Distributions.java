package dev.ward.standards.match;

import dev.ward.standards.purl.Purl;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Packages of Linux distributions: their source packages and the release that they belong to.
///
/// Source: purl types `deb`, `rpm`, `apk`: qualifiers `distro`, `upstream`.
final class Distributions {

    private static final Set<String> TYPES = Set.of("deb", "rpm", "apk");
    /// Advisories of Rocky Linux say `rocky-linux`; SBOM tools take the system's own id, `rocky`.
    private static final Map<String, String> OWN_NAMES = Map.of("rpm/rocky-linux", "rocky");

    private static final Pattern RPM_TAG = Pattern.compile("\\.(?:el|fc)(\\d+(?:_\\d+)?)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    private Distributions() {}

    /// The package key, which is one for both names of a distribution that goes by two.
    static String packageKey(Purl purl) {
        String own = purl.namespace() == null ? null : OWN_NAMES.get(purl.type() + "/" + purl.namespace());
        return own == null
                ? purl.packageKey()
                : Purl.of(purl.type(), own, purl.name(), null).packageKey();
    }

    static boolean isDistributed(@Nullable Purl purl) {
        return purl != null && TYPES.contains(purl.type());
    }

    /// The package key of the source package that a binary package was built from, or null when it names none.
    static @Nullable String sourcePackage(Purl purl) {
        String upstream = isDistributed(purl) ? purl.qualifiers().get("upstream") : null;
        if (upstream == null || upstream.isEmpty()) {
            return null;
        }
        int end = upstream.indexOf('@');
        String name = end < 0 ? upstream : upstream.substring(0, end);
        return packageKey(Purl.of(purl.type(), purl.namespace(), name, null));
    }

    /// Whether a component belongs to the release that a statement is limited to.
    ///
    /// Releases are compared by their numbers as far as the statement gives them: `v3.16` holds for
    /// `alpine-3.16.2`.
    static Truth isOfRelease(@Nullable Purl purl, @Nullable String release) {
        if (release == null) {
            return Truth.YES;
        }
        String distro = purl == null ? null : distro(purl);
        if (distro == null) {
            return Truth.UNKNOWN;
        }
        Matcher stated = NUMBER.matcher(release);
        Matcher own = NUMBER.matcher(distro);
        if (!stated.find() || !own.find()) {
            return release.equalsIgnoreCase(distro) ? Truth.YES : Truth.UNKNOWN;
        }
        return (own.group() + ".").startsWith(stated.group() + ".") ? Truth.YES : Truth.NO;
    }

    /// The release that a package says it belongs to, by its qualifier or by the tag in an RPM's version (`.el9_2`).
    private static @Nullable String distro(Purl purl) {
        String stated = purl.qualifiers().get("distro");
        String version = purl.version();
        if (stated != null || version == null || !purl.type().equals("rpm")) {
            return stated;
        }
        Matcher tag = RPM_TAG.matcher(version);
        return tag.find() ? tag.group(1).replace('_', '.') : null;
    }
}
