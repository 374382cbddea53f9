package dev.ward.customer;

import dev.ward.web.Worded;

/// What a customer is to its devices.
public enum CustomerKind implements Worded {
    HOSPITAL("Hospital"),
    CLINIC("Clinic"),
    DISTRIBUTOR("Distributor"),
    IMPORTER("Importer"),
    INTEGRATOR("Integrator"),
    OTHER("Other");

    private final String title;

    CustomerKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
