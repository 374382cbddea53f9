package dev.ward.standards.version;

import java.util.Optional;

/// The orders of versions that Ward knows, each with the names under which the field knows it.
public enum VersionScheme {
    MAVEN,
    NPM,
    PYPI,
    GOLANG,
    CARGO,
    NUGET,
    GEM,
    COMPOSER,
    HEX,
    PUB,
    SWIFT,
    CONAN,
    DEB,
    APK,
    RPM,
    OPENSSL,
    SEMVER,
    GENERIC;

    /// The order of a purl type (`pypi`, `golang`, …), or empty for a type whose order Ward does not know.
    ///
    /// Source: purl type definitions (ECMA-427).
    public static Optional<VersionScheme> ofPurlType(String type) {
        throw new UnsupportedOperationException(type);
    }

    public VersionOrder order() {
        throw new UnsupportedOperationException(name());
    }
}
