package dev.ward.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says of an item that Ward does not know, or why it will be known later.
///
/// @param item      its number
/// @param promised  by when what is missing will be there; null when the text itself is what was missing
/// @param lacked    what was missing when it was said; null when nothing was
public record Answer(
        String item,
        String text,
        @Nullable LocalDate promised,
        @Nullable String lacked,
        Instant entered,
        String by) {

    /// Whether it was said of what is missing now. What is found to be missing later asks anew.
    boolean stillOf(@Nullable String missing) {
        return missing != null && missing.equals(lacked);
    }
}
