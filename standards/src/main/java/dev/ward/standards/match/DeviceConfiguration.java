package dev.ward.standards.match;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeValue;
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
    private boolean operatingSystemStated;

    public static DeviceConfiguration of(Collection<ComponentIdentity> components) {
        DeviceConfiguration device = new DeviceConfiguration();
        components.forEach(device::add);
        return device;
    }

    private DeviceConfiguration() {}

    private void add(ComponentIdentity component) {
        operatingSystemStated |= component.type().equals("operating-system");
        for (Cpe cpe : component.cpes()) {
            statedParts.add(cpe.part().text());
            cpe.productKey()
                    .ifPresent(product -> byProduct
                            .computeIfAbsent(product, absent -> new ArrayList<>(1))
                            .add(component));
        }
    }

    /// The components that name the product of a criteria; none for criteria that name no single product.
    List<ComponentIdentity> withProduct(Cpe criteria) {
        return criteria.productKey().map(byProduct::get).orElse(List.of());
    }

    /// Whether something that the SBOM does not list may be there all the same.
    ///
    /// An SBOM that names the operating system (or hardware) by a CPE name has said which one it is. One that names
    /// none has said nothing. Applications may always be missing from it.
    Truth absent(Cpe criteria) {
        CpeValue part = criteria.part();
        boolean stated = part.text().equals("o")
                ? statedParts.contains("o") || operatingSystemStated
                : part.text().equals("h") && statedParts.contains("h");
        return stated ? Truth.NO : Truth.UNKNOWN;
    }
}
