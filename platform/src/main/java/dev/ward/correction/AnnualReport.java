package dev.ward.correction;

import dev.ward.web.Worded;

/// Whether a change belongs into the annual report of an approved device.
///
/// Source: 21 CFR 814.84; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VIII.
public enum AnnualReport implements Worded {
    YES("Yes: a product of the case is of class III in the United States"),
    NO("No: none is of class III in the United States"),
    UNKNOWN("Cannot be said: a product's class in the United States is not known");

    private final String title;

    AnnualReport(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
