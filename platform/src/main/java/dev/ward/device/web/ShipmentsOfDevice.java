package dev.ward.device.web;

import dev.ward.device.Device;
import dev.ward.device.DeviceSection;
import dev.ward.device.Shipments;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Where a device was shipped, on its page.
@Component
class ShipmentsOfDevice implements DeviceSection {

    private final Shipments shipments;
    private final Visibility visibility;

    ShipmentsOfDevice(Shipments shipments, Visibility visibility) {
        this.shipments = shipments;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Shipments";
    }

    @Override
    public String view() {
        return "device/shipments-of-device";
    }

    @Override
    public Map<String, Object> model(Device device) {
        return Map.of("shipments", shipments.ofDevice(visibility.reader(), device));
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }
}
