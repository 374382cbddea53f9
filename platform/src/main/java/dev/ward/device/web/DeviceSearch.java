package dev.ward.device.web;

import dev.ward.device.Device;
import dev.ward.device.DeviceFilter;
import dev.ward.device.Devices;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.SearchResults;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Finds devices by the beginning of a serial, by lot, DI, or a UDI as a scanner sends it.
@Component
class DeviceSearch implements SearchResults {

    private final Devices devices;
    private final Visibility visibility;

    DeviceSearch(Devices devices, Visibility visibility) {
        this.devices = devices;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Devices";
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Hit> find(String text, int most) {
        return devices.list(visibility.reader(), DeviceFilter.ofText(text), null, most).items().stream()
                .map(device -> new Hit(device.name(), detail(device), DevicePages.LIST + "/" + device.id()))
                .toList();
    }

    private static String detail(Device device) {
        Device.Installed release = device.release();
        String customer = device.place().customerName();
        return (release == null ? "unknown release" : release.version())
                + ", "
                + device.status().title().toLowerCase(Locale.ROOT)
                + (customer == null ? "" : ", " + customer);
    }
}
