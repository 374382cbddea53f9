package dev.ward.standards.input;

import java.util.List;

/// A value read leniently, and what had to be forgiven to read it.
///
/// @param forgiven  one plain sentence per departure from the format, with the offending text in quotes; empty when
///                  the strict reader would have accepted the text too
public record Forgiven<T>(T value, List<String> forgiven) {

    public Forgiven {
        forgiven = List.copyOf(forgiven);
    }
}
