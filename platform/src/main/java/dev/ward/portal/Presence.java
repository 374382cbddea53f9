package dev.ward.portal;

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
}
