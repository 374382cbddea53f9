package dev.ward.standards.version;

import com.vdurmont.semver4j.SemverException;
import io.github.nscuro.versatile.VersionFactory;
import io.github.nscuro.versatile.spi.InvalidVersionException;
import io.github.nscuro.versatile.spi.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An independent comparator, right for some ecosystems.
final class Versatile {

    private Versatile() {}

    /// Every pair of versions of a scheme on which the order and versatile differ.
    static List<OrderProof.Difference> differences(VersionOrder order, String scheme, List<String> versions) {
        return OrderProof.differences(
                order, versions, version -> parse(scheme, version), Comparator.<Version>naturalOrder());
    }

    /// Empty for what versatile refuses, or cannot hold: numbers beyond 32 bits.
    private static Optional<Version> parse(String scheme, String text) {
        try {
            Version version = VersionFactory.forScheme(scheme, text);
            int equal = version.compareTo(VersionFactory.forScheme(scheme, text));
            return equal == 0 ? Optional.of(version) : Optional.empty();
        } catch (InvalidVersionException | SemverException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
