package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of NuGet versions: up to four numbers, and a pre-release whose case does not count.
///
/// Source: NuGet documentation, "Package versioning", and `NuGet.Versioning.VersionComparer`.
final class NugetOrder extends ParsedOrder<Semver> {

    private static final int NUMBERS = 4;

    NugetOrder() {
        super("NuGet version");
    }

    @Override
    @Nullable
    Semver parse(String version) {
        Semver parsed = Semver.parse(version, 0, NUMBERS);
        return parsed != null && parsed.isPreRelease() ? parsed.lowerCase() : parsed;
    }

    @Override
    int compareParsed(Semver left, Semver right) {
        return left.comparePrecedence(right);
    }

    @Override
    SortKey place(Semver version) {
        return version.writePrecedence(new KeyBytes()).ordered();
    }

    @Override
    String spell(Semver version, String text) {
        return version.normal();
    }
}
