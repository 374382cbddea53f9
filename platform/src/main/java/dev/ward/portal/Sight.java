package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one customer sees, read once: a file of thousands of lines asks for the same sites and releases again and
/// again.
final class Sight {

    private static final int MOST_TWINS = 2;

    private final Reader reader;
    private final OwnDeviceRepository devices;
    private final OwnReleaseRepository releases;
    private final Map<ProductId, List<OwnRelease>> releasesByProduct = new HashMap<>();
    private final Map<DeviceId, OwnDevice> devicesById = new HashMap<>();
    private final Map<String, List<OwnDevice>> devicesBySerial = new HashMap<>();
    private @Nullable List<Said.Place> sites;
    private boolean foreseen;

    Sight(Reader reader, OwnDeviceRepository devices, OwnReleaseRepository releases) {
        this.reader = reader;
        this.devices = devices;
        this.releases = releases;
    }

    /// Reads all devices that will be asked for at once.
    void foresee(Collection<DeviceId> ids, Collection<String> serials) {
        foreseen = true;
        devices.findAll(reader, ids).forEach(device -> devicesById.put(device.id(), device));
        devicesBySerial.putAll(
                devices.findBySerials(reader, serials.stream().map(Sight::lower).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(
                                device -> lower(String.valueOf(device.label().serial())))));
    }

    Optional<OwnDevice> device(DeviceId id) {
        return foreseen ? Optional.ofNullable(devicesById.get(id)) : devices.find(reader, id);
    }

    /// @param di  null for any
    List<OwnDevice> devices(@Nullable String di, String serial) {
        return foreseen
                ? devicesBySerial.getOrDefault(lower(serial), List.of()).stream()
                        .filter(device -> di == null
                                || device.label().di() == null
                                || di.equals(device.label().di()))
                        .limit(MOST_TWINS)
                        .toList()
                : devices.find(reader, di, serial, MOST_TWINS);
    }

    /// Those that can be on a device of the product.
    List<OwnRelease> releases(ProductId product) {
        return releasesByProduct.computeIfAbsent(product, id -> releases.ofProduct(reader, id));
    }

    Optional<OwnRelease> release(ReleaseId id) {
        return releases.find(reader, id);
    }

    List<Said.Place> sites() {
        List<Said.Place> known = sites;
        if (known == null) {
            known = releases.sites(reader);
            sites = known;
        }
        return known;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
