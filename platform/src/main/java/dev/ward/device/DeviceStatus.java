package dev.ward.device;

import dev.ward.web.Worded;
import java.util.EnumSet;
import java.util.Set;

/// What a device is doing.
public enum DeviceStatus implements Worded {
    /// Not in use yet or any more: with the manufacturer or, where a customer is named, in its store.
    IN_STOCK("In stock"),
    IN_USE("In use"),
    /// With somebody who is not its owner.
    LOANED("Loaned"),
    /// Broken, in repair or put aside; it may come back.
    OUT_OF_SERVICE("Out of service"),
    /// Taken out of use for good, by its customer.
    DECOMMISSIONED("Decommissioned"),
    /// Nobody knows where it is. It counts as in the field.
    LOST_SIGHT_OF("Lost sight of"),
    /// Destroyed by the manufacturer.
    SCRAPPED("Scrapped");

    private final String title;

    DeviceStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Out of the manufacturer's hands, and not known to be out of use for good: what "our devices" means.
    public static Set<DeviceStatus> inField() {
        return EnumSet.of(IN_USE, LOANED, OUT_OF_SERVICE, LOST_SIGHT_OF);
    }

    public boolean isInField() {
        return inField().contains(this);
    }
}
