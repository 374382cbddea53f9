package dev.ward.web;

/// The map of the pages, in its order. A section is shown when a module has an entry in it that the viewer may see.
public enum Section {
    HOME("Home"),
    FINDINGS("Findings"),
    CASES("Cases"),
    PRODUCTS("Products"),
    DEVICES("Devices"),
    DECIDE("Decide"),
    DUE("Due"),
    TELL("Tell"),
    LISTEN("Listen"),
    PROGRAM("Program"),
    SETTINGS("Settings"),
    /// What people from outside of the manufacturer see in place of all the others.
    PORTAL("Portal"),
    /// Pages that stand outside the map: sign-in, problems.
    NONE("");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
