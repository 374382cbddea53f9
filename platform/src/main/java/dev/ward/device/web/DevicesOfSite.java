package dev.ward.device.web;

import dev.ward.customer.Site;
import dev.ward.customer.SiteSection;
import dev.ward.device.DeviceFilter;
import dev.ward.device.Devices;
import dev.ward.device.FleetCounts;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Address;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How many devices there are of a site, on its page.
@Component
class DevicesOfSite implements SiteSection {

    private final Devices devices;
    private final Visibility visibility;

    DevicesOfSite(Devices devices, Visibility visibility) {
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
    public Map<String, Object> model(Site subject) {
        DeviceFilter filter = new DeviceFilter(
                null,
                null,
                null,
                false,
                Set.of(),
                subject.customer(),
                subject.id(),
                null,
                null,
                null,
                DeviceFilter.USUAL);
        FleetCounts counts = devices.counts(visibility.reader(), filter);
        return Map.of(
                "counts",
                counts,
                "list",
                Address.of(DevicePages.LIST)
                        .with("customer", subject.customer().toString())
                        .with("site", subject.id().toString()),
                "none",
                "No device is known to be here.");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }
}
