package dev.ward.device;

import dev.ward.web.Worded;

/// Whether a device is connected to a network.
public enum Networked implements Worded {
    YES("Networked"),
    NO("Not networked"),
    UNKNOWN("Not known");

    private final String title;

    Networked(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
