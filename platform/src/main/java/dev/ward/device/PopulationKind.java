package dev.ward.device;

import dev.ward.web.Worded;

/// What is counted where there are no serials.
public enum PopulationKind implements Worded {
    /// Pieces of a lot.
    LOT("Lot"),
    /// Installations of an app or of other software.
    INSTALLS("Installations"),
    /// Customers of a service in the cloud.
    TENANTS("Tenants");

    private final String title;

    PopulationKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
