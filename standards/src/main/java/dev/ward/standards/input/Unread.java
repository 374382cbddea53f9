package dev.ward.standards.input;

/// A part of an input that could not be read as its format demands, kept so that nothing is skipped in silence.
///
/// @param input     the name of the input, as the user gave it
/// @param location  where it stands
/// @param what      what it is in the format's own words, with its id where it has one: `component "c7"`, `CVE-2024-1`
/// @param reason    what is wrong with it, with the offending value in quotes
/// @param lost      true when the part itself was not read; false when it was kept and only marked
public record Unread(String input, Location location, String what, String reason, boolean lost) {

    @Override
    public String toString() {
        return "%s, %s: %s %s: %s".formatted(input, location, what, lost ? "not read" : "kept, but marked", reason);
    }
}
