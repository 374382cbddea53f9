package dev.ward.standards.input;

import java.util.function.Consumer;

/// Says of one input what could not be read in it, or was kept but departs from its format.
///
/// @param input  the name of the input, as the user gave it
public record UnreadReport(String input, Consumer<Unread> sink) {

    /// A part that was not read.
    public void lost(Location location, String what, String reason) {
        sink.accept(new Unread(input, location, what, reason, true));
    }

    /// A part that was kept as it stood.
    public void kept(Location location, String what, String reason) {
        sink.accept(new Unread(input, location, what, reason, false));
    }

    /// What to throw when the input as a whole cannot be read, or from `location` on.
    public UnreadableInput refusal(Location location, String what, String reason) {
        return new UnreadableInput(new Unread(input, location, what, reason, true));
    }
}
