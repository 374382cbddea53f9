package dev.ward.device;

import dev.ward.web.Worded;

/// By what something is known of a device.
public enum FactSource implements Worded {
    PERSON("Person"),
    SERVICE("Service system"),
    TELEMETRY("Telemetry"),
    CUSTOMER("Customer"),
    IMPORT("Import");

    private final String title;

    FactSource(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
