package dev.ward.device.web;

import dev.ward.device.DeviceFilter;
import dev.ward.device.Devices;
import dev.ward.device.FleetCounts;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.web.Address;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How many devices there are of a release, on its page.
@Component
class DevicesOfRelease implements ReleaseSection {

    private final Devices devices;
    private final Visibility visibility;

    DevicesOfRelease(Devices devices, Visibility visibility) {
        this.devices = devices;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Devices";
    }

    @Override
    public String view() {
        return "device/counts";
    }

    @Override
    public Map<String, Object> model(ReleaseId subject) {
        DeviceFilter filter = new DeviceFilter(
                null, null, subject, false, Set.of(), null, null, null, null, null, DeviceFilter.USUAL);
        FleetCounts counts = devices.counts(visibility.reader(), filter);
        return Map.of(
                "counts",
                counts,
                "list",
                Address.of(DevicePages.LIST).with("release", subject.toString()),
                "none",
                "No device is known to run this release.");
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }
}
