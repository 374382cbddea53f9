package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of Dart (pub) versions: that of semantic versions 2.0.0-rc.1, where builds count: 1.0.0 < 1.0.0+1.
///
/// Forgives missing numbers, which are 0.
///
/// Source: Dart package `pub_semver`, `Version.compareTo`.
final class PubOrder extends ParsedOrder<Semver> {

    private static final int NUMBERS = 3;

    PubOrder() {
        super("pub version");
    }

    @Override
    @Nullable
    Semver parse(String version) {
        return Semver.parse(version, 0, NUMBERS);
    }

    @Override
    int compareParsed(Semver left, Semver right) {
        int order = left.comparePrecedence(right);
        return order != 0 ? order : left.compareBuild(right);
    }

    @Override
    SortKey place(Semver version) {
        return version.writeBuild(version.writePrecedence(new KeyBytes())).ordered();
    }
}
