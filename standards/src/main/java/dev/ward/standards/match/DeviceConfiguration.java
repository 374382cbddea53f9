package dev.ward.standards.match;

import dev.ward.standards.cpe.Cpe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The components that run together in one device, as far as its SBOM states them: the ground for AND
/// conditions.
public final class DeviceConfiguration {

    private final Map<String, List<ComponentIdentity>> byProduct = new HashMap<>();
    private final Set<String> statedParts = new HashSet<>();
    private final List<ComponentIdentity> all = new ArrayList<>();
    private boolean operatingSystemUnnamed;

    public static DeviceConfiguration of(Collection<ComponentIdentity> components) {
        DeviceConfiguration device = new DeviceConfiguration();
        components.forEach(device::add);
        return device;
    }

    private DeviceConfiguration() {}

    private void add(ComponentIdentity component) {
        all.add(component);
        operatingSystemUnnamed |=
                component.type().equals("operating-system") && component.cpes().isEmpty();
        for (Cpe cpe : component.cpes()) {
            statedParts.add(cpe.part().text());
            cpe.productKey()
                    .ifPresent(product -> byProduct
                            .computeIfAbsent(product, absent -> new ArrayList<>(1))
                            .add(component));
        }
    }

    /// The components that may name the product of a criteria; all of them for one that names no single
    /// product.
    List<ComponentIdentity> withProduct(Cpe criteria) {
        return criteria.productKey()
                .map(product -> byProduct.getOrDefault(product, List.of()))
                .orElse(all);
    }

    /// Whether something that the SBOM does not list may be there all the same.
    ///
    /// An SBOM that names its operating systems by CPE names has said which they are. One that names none, or
    /// one of
    /// them without a CPE name, has not. Applications and hardware may always be missing from it: that it
    /// lists a
    /// processor says nothing of the device.
    Truth absent(Cpe criteria) {
        boolean stated = criteria.part().text().equals("o") && statedParts.contains("o") && !operatingSystemUnnamed;
        return stated ? Truth.NO : Truth.UNKNOWN;
    }
}
