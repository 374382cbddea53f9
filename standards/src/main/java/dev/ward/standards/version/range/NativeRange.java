package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.Vers;
import dev.ward.standards.version.VersionScheme;
import java.util.Map;
import java.util.Optional;

/// Reads version ranges in the notation of their ecosystem.
///
/// A VERS knows no resolver's option: that a resolver offers pre-releases only on request (npm, Conan, PyPI) is not
/// part of the range, which therefore may hold more versions than the resolver would choose, never fewer.
public final class NativeRange {

    private static final Map<String, RangeGrammar> GRAMMARS = Map.of(
            "npm", new NpmGrammar(),
            "conan", new ConanGrammar(),
            "gem", new GemGrammar(),
            "pypi", new PypiGrammar(),
            "maven", IntervalGrammar.MAVEN,
            "nuget", IntervalGrammar.NUGET,
            "nginx", new NginxGrammar(),
            "openssl", new OpensslGrammar());

    private NativeRange() {}

    /// The range as a VERS of the same scheme.
    ///
    /// @param scheme       `npm`, `conan`, `gem`, `pypi`, `maven`, `nuget`, `nginx` or `openssl`, in lower case
    /// @param nativeRange  for example `^1.2.3 || 2.x` (npm), `~> 2.0.8` (gem), `[1.0,2.0)` (maven, nuget)
    /// @throws IllegalArgumentException  where the scheme is none of these, where the text is no range of its
    ///                                   notation, and where no version satisfies it: a VERS cannot say "none"
    public static Vers toVers(String scheme, String nativeRange) {
        RangeGrammar grammar = GRAMMARS.get(scheme);
        Optional<VersionScheme> known = VersionScheme.of(scheme);
        if (grammar == null || known.isEmpty()) {
            throw new IllegalArgumentException("no native range notation is known for %s".formatted(Quoted.of(scheme)));
        }
        VersionSet versions = new VersionSet(known.get().order());
        grammar.read(nativeRange, versions);
        return Vers.ofRanges(scheme, versions.ranges(), versions.excluded());
    }
}
