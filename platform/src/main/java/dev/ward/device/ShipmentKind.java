package dev.ward.device;

import dev.ward.web.Worded;

/// Which way units went.
public enum ShipmentKind implements Worded {
    SHIPMENT("Shipment"),
    /// Back from the consignee to the manufacturer.
    RETURN("Return");

    private final String title;

    ShipmentKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
