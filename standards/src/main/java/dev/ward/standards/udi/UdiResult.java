package dev.ward.standards.udi;

import java.util.List;

/// What came of reading a text as a UDI.
public sealed interface UdiResult {

    /// @param forgiven  one plain sentence for each departure from the standard; empty after a strict reading
    record Read(Udi udi, List<String> forgiven) implements UdiResult {

        public Read {
            forgiven = List.copyOf(forgiven);
        }
    }

    /// @param message   what is wrong, in plain sentences, with the offending text in quotes
    /// @param position  of the offending character in the text, from 0; its length when something is missing
    record Unreadable(String message, int position) implements UdiResult {}

    /// The UDI that was read.
    ///
    /// @throws IllegalArgumentException with the message and position of the fault
    default Udi orElseThrow() {
        return switch (this) {
            case Read read -> read.udi();
            case Unreadable(String message, int position) ->
                throw new IllegalArgumentException("not a UDI: %s (position %d)".formatted(message, position));
        };
    }
}
