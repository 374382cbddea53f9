package dev.ward.assessment;

import dev.ward.web.Worded;

/// A kind of record of the quality system.
///
/// Source: 21 CFR 820 (QMSR), 820.35; ISO 13485:2016, 7.3.9, 8.2.2, 8.3 and 8.5.2.
public enum QualityRecord implements Worded {
    COMPLAINT("Complaint"),
    NONCONFORMITY("Nonconformity"),
    CAPA("Corrective or preventive action (CAPA)"),
    DESIGN_CHANGE("Design change");

    private final String title;

    QualityRecord(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
