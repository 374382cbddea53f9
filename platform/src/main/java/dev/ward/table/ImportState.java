package dev.ward.table;

import java.util.Locale;

/// How far the import of a file is.
public enum ImportState {
    /// The file is here, and waits to be mapped.
    RECEIVED("Waits to be mapped"),
    CHECKING("Being checked"),
    /// A dry run told what would change; nothing did.
    CHECKED("Checked, not applied"),
    APPLYING("Being applied"),
    APPLIED("Applied"),
    /// Nothing of it was applied.
    FAILED("Failed");

    private final String title;

    ImportState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean moves() {
        return this == CHECKING || this == APPLYING;
    }

    public boolean isApplied() {
        return this == APPLIED;
    }

    public static ImportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
