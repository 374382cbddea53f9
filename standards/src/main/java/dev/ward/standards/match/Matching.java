package dev.ward.standards.match;

import dev.ward.standards.advisory.Affected;
import java.util.Optional;

/// Tells whether a statement hits a component, and why. The one place where this is decided.
public final class Matching {

    private Matching() {}

    /// Whether the answer depends on what else runs in the device, so that it holds for one device only.
    public static boolean looksAtDevice(Affected affected) {
        return affected instanceof Affected.Configuration configuration
                && !MatchKeys.isAlternatives(configuration.condition());
    }

    /// @param device    all components that run together with `component`, itself among them
    /// @param source    the record that states it, for the explanation: `OSV PYSEC-2021-62`
    /// @param affected  a statement of a published record; withdrawn and rejected records match nothing
    /// @return empty when it does not hit; a match of confidence `UNDETERMINED` when that cannot be told
    public static Optional<Match> match(
            ComponentIdentity component, DeviceConfiguration device, String source, Affected affected) {
        return switch (affected) {
            case Affected.EcosystemPackage packaged -> PackageMatching.match(component, source, packaged);
            case Affected.Configuration configuration ->
                component.cpes().isEmpty()
                        ? ProductMatching.match(component, source, configuration.condition())
                        : ConfigurationMatching.match(component, device, source, configuration);
            case Affected.Product product -> ProductMatching.match(component, source, product);
        };
    }
}
