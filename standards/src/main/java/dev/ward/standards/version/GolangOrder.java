package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// The order of Go versions: of modules (`v1.2.3`, pseudo-versions, `+incompatible`) and of the toolchain and
/// its
/// standard library (`go1.21.3`, `1.21rc2`).
///
/// A toolchain's `1.21rc2` is the module's `1.21.0-rc.2`, as the Go vulnerability database writes it; a
/// vendor's
/// suffix behind a toolchain (`go1.21.3-acme`) does not count. `go1.21`, which to Go is the language and no
/// release, is read as 1.21.0: whoever lists it as a component means the release.
///
/// Source: Go modules reference, "Versions"; Go package `go/version`.
final class GolangOrder extends ParsedOrder<Semver> {

    private static final int NUMBERS = 3;

    GolangOrder() {
        super("Go version");
    }

    @Override
    @Nullable
    Semver parse(String version) {
        if (version.startsWith("go")) {
            int suffix = version.indexOf('-');
            return toolchain(version.substring(2, suffix < 0 ? version.length() : suffix));
        }
        Semver module = module(version, version.startsWith("v") ? 1 : 0);
        return module != null ? module : toolchain(version);
    }

    @Override
    int compareParsed(Semver left, Semver right) {
        return left.comparePrecedence(right);
    }

    @Override
    SortKey place(Semver version) {
        return version.writePrecedence(new KeyBytes()).ordered();
    }

    /// Reads a module version: one that lacks numbers (`v1`, `v1.2`) has neither pre-release nor build.
    private static @Nullable Semver module(String version, int from) {
        Semver module = Semver.parse(version, from, NUMBERS);
        boolean isShort = module != null && module.numbers() < NUMBERS && module.coreEnd() < version.length();
        return isShort ? null : module;
    }

    /// Reads `1.21rc2` as `1.21-rc.2`.
    private static @Nullable Semver toolchain(String version) {
        int kind = 0;
        while (kind < version.length() && (Digits.isDigit(version.charAt(kind)) || version.charAt(kind) == '.')) {
            kind++;
        }
        VersionCursor cursor = new VersionCursor(version);
        cursor.moveTo(kind);
        String word = cursor.word("alpha", "beta", "rc");
        if (word == null) {
            return kind == version.length() ? module(version, 0) : null;
        }
        String number = cursor.digits();
        return cursor.isAtEnd()
                ? Semver.parse(
                        version.substring(0, kind) + "-" + word + (number.isEmpty() ? "" : "." + number), 0, NUMBERS)
                : null;
    }

    @Override
    String spell(Semver version, String text) {
        return version.normal();
    }
}
