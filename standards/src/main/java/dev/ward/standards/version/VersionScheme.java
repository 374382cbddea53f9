package dev.ward.standards.version;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The orders of versions that Ward knows, each with the purl types and VERS schemes that use it.
///
/// A name that stands here under no scheme has no known order: its comparisons are undetermined.
///
/// Source: purl type definitions (ECMA-427); VERS, `versioning-scheme`.
@SuppressWarnings("ImmutableEnumChecker") // the orders hold no state, the names are an unmodifiable list
public enum VersionScheme {
    MAVEN(new MavenOrder(), "maven"),
    NPM(new SemverOrder(), "npm"),
    PYPI(new PypiOrder(), "pypi"),
    GOLANG(new GolangOrder(), "golang", "go"),
    CARGO(new SemverOrder(), "cargo"),
    NUGET(new NugetOrder(), "nuget"),
    GEM(new GemOrder(), "gem"),
    COMPOSER(new ComposerOrder(), "composer"),
    HEX(new SemverOrder(), "hex"),
    PUB(new PubOrder(), "pub"),
    SWIFT(new SemverOrder(), "swift"),
    CONAN(new ConanOrder(), "conan"),
    DEB(new DebianOrder(), "deb"),
    APK(new AlpineOrder(), "apk"),
    RPM(new RpmOrder(), "rpm"),
    ALPM(new AlpmOrder(), "alpm"),
    GENTOO(new GentooOrder(), "gentoo", "ebuild"),
    OPENSSL(new OpensslOrder(), "openssl"),
    SEMVER(new SemverOrder(), "semver", "julia"),
    INTDOT(new IntdotOrder(), "intdot", "nginx"),
    DATETIME(new DatetimeOrder(), "datetime"),
    LEXICOGRAPHIC(new LexicographicOrder(), "lexicographic"),
    /// Dotted numbers with letters, read by common sense: for CPE names and products without an ecosystem.
    GENERIC(new GenericOrder(), "generic", "bitnami", "github");

    private static final Map<String, VersionScheme> BY_NAME = byName();

    private final VersionOrder order;
    private final List<String> names;

    VersionScheme(VersionOrder order, String... names) {
        this.order = order;
        this.names = List.of(names);
    }

    public VersionOrder order() {
        return order;
    }

    /// The name that a reader knows it by: its purl type or VERS scheme.
    public String label() {
        return names.getFirst();
    }

    /// The order under a purl type or VERS scheme (`pypi`, `golang`), or empty for one whose order Ward does not
    /// know.
    ///
    /// @param name  in any case
    public static Optional<VersionScheme> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, VersionScheme> byName() {
        Map<String, VersionScheme> byName = new HashMap<>();
        for (VersionScheme scheme : values()) {
            scheme.names.forEach(name -> byName.put(name, scheme));
        }
        return Map.copyOf(byName);
    }
}
