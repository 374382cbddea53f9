package dev.ward.standards.match;

import dev.ward.standards.purl.Purl;
import java.util.Collections;
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
    /// Advisories and SBOM tools call some distributions by different names; the second is the one that is
    /// filed.
    private static final Map<String, String> OWN_NAMES = Map.of(
            "rpm/rocky-linux", "rocky",
            "rpm/sles", "suse",
            "rpm/opensuse-leap", "opensuse",
            "rpm/opensuse-tumbleweed", "opensuse",
            "rpm/rhel", "redhat");

    private static final Pattern SOURCE_RPM = Pattern.compile("(.+)-([^-]+-[^-]+)\\.(?:no)?src\\.rpm");
    private static final Pattern RPM_TAG = Pattern.compile("\\.(?:el|fc)(\\d+(?:_\\d+)?)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    private Distributions() {}

    /// A source package, as a binary package names it.
    ///
    /// @param key      its package key
    /// @param version  null when it is not stated; then the binary's stands for it
    record SourcePackage(String key, @Nullable String version) {}

    /// The package key, which is one for all names of a distribution that goes by several.
    static String packageKey(Purl purl) {
        return key(purl, purl.name());
    }

    private static String key(Purl purl, String name) {
        String namespace = purl.namespace();
        String own = namespace == null ? null : OWN_NAMES.getOrDefault(purl.type() + "/" + namespace, namespace);
        return own == null && name.equals(purl.name())
                ? purl.packageKey()
                : new Purl(purl.type(), own, name, null, Collections.emptySortedMap(), null).packageKey();
    }

    static boolean isDistributed(@Nullable Purl purl) {
        return purl != null && TYPES.contains(purl.type());
    }

    /// The source package that a binary package was built from, or null when it names none.
    ///
    /// `upstream` is a name, a name and a version (`gcc-10@10.2.1-6`), or for RPM a file
    /// (`openssl-3.0.7-18.el9.src.rpm`).
    static @Nullable SourcePackage sourcePackage(@Nullable Purl purl) {
        String upstream =
                purl != null && isDistributed(purl) ? purl.qualifiers().get("upstream") : null;
        if (purl == null || upstream == null) {
            return null;
        }
        String name = upstream;
        String version = null;
        Matcher file = SOURCE_RPM.matcher(upstream);
        int at = upstream.indexOf('@');
        if (file.matches()) {
            name = String.valueOf(file.group(1));
            version = withEpoch(purl, String.valueOf(file.group(2)));
        } else if (at >= 0) {
            name = upstream.substring(0, at);
            version = upstream.substring(at + 1);
        }
        boolean named = name.chars().anyMatch(Character::isLetterOrDigit) && name.indexOf('/') < 0;
        return named ? new SourcePackage(key(purl, name), version) : null;
    }

    /// A version with the epoch of the qualifier before it, where it states none itself.
    static String withEpoch(Purl purl, String version) {
        String epoch = isDistributed(purl) ? purl.qualifiers().get("epoch") : null;
        boolean stated = epoch != null && !epoch.isEmpty() && epoch.chars().allMatch(c -> c >= '0' && c <= '9');
        return stated && version.indexOf(':') < 0 ? epoch + ":" + version : version;
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
        String statedRelease = stated.group() + ".";
        String ownRelease = own.group() + ".";
        if (ownRelease.startsWith(statedRelease)) {
            return Truth.YES;
        }
        return statedRelease.startsWith(ownRelease) ? Truth.UNKNOWN : Truth.NO; // release 9 may be 9.2
    }

    /// The release that a package says it belongs to, by its qualifier or by the tag in an RPM's version
    /// (`.el9_2`).
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
