package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of semantic versions: npm, Cargo, Hex, Swift and whatever else says "SemVer".
///
/// Forgives a leading `v` or `=` and any count of numbers (`0`, `1.0`, `1.2.3.4`): missing numbers are 0.
/// Builds do
/// not count.
///
/// Source: Semantic Versioning 2.0.0, clause 11.
final class SemverOrder extends ParsedOrder<Semver> {

    SemverOrder() {
        super("semantic version");
    }

    @Override
    @Nullable
    Semver parse(String version) {
        int from = version.startsWith("=") ? 1 : 0;
        if (version.startsWith("v", from) || version.startsWith("V", from)) {
            from++;
        }
        return Semver.parse(version, from, Integer.MAX_VALUE);
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
