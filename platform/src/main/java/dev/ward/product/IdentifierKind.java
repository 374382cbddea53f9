package dev.ward.product;

/// What a device identifier stands on.
///
/// Source: FDA, GUDID data elements reference table, "Device Identifier Type".
public enum IdentifierKind {
    PRIMARY("Primary", "on the base package"),
    SECONDARY("Secondary", "the same of another agency"),
    PACKAGE("Package", "on a package of several"),
    UNIT_OF_USE("Unit of use", "for one piece that bears no label of its own"),
    DIRECT_MARKING("Direct marking", "marked on the device itself"),
    PREVIOUS("Previous", "replaced by another");

    private final String words;
    private final String about;

    IdentifierKind(String words, String about) {
        this.words = words;
        this.about = about;
    }

    public String words() {
        return words;
    }

    /// What it means, as it follows the word in brackets.
    public String about() {
        return about;
    }
}
