package dev.ward.portal;

import dev.ward.device.DeviceStatus;
import dev.ward.web.Worded;

/// Whether a device is where Ward thinks it is, in its customer's words.
public enum Presence implements Worded {
    HERE("It is here"),
    MOVED("It moved elsewhere"),
    DECOMMISSIONED("It was taken out of use"),
    LOST("It was lost or stolen"),
    UNKNOWN("We do not know where it is");

    private final String title;

    Presence(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether Ward takes a device of this status to be so already.
    public boolean isKnownOf(DeviceStatus status) {
        return switch (this) {
            case HERE ->
                status == DeviceStatus.IN_USE || status == DeviceStatus.LOANED || status == DeviceStatus.OUT_OF_SERVICE;
            case DECOMMISSIONED -> status == DeviceStatus.DECOMMISSIONED;
            case MOVED, LOST, UNKNOWN -> false;
        };
    }
}
