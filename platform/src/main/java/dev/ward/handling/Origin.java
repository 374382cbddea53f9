package dev.ward.handling;

import dev.ward.web.Worded;

/// Whence a signal came. All are handled the same way.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IV.
public enum Origin implements Worded {
    FINDING("Finding"),
    RESEARCHER("Researcher"),
    SUPPLIER("Supplier"),
    ISAO("ISAO"),
    COMPLAINT("Complaint"),
    SERVICE("Service"),
    INTERNAL_TEST("Internal test"),
    AUTHORITY("Authority"),
    INCIDENT("Incident"),
    OTHER("Other");

    private final String title;

    Origin(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
