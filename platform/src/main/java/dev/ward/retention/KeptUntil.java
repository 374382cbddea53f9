package dev.ward.retention;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Until when one class keeps a record.
///
/// @param name     of the class
/// @param checked  whether somebody has read it in the source itself
/// @param until    the last day; null when it has no end that is known
/// @param how      how that was worked out, or what is missing, as a sentence
public record KeptUntil(
        String name,
        String source,
        boolean checked,
        @Nullable LocalDate until,
        String how) {

    /// Whether none keeps the record longer.
    ///
    /// @param last  the last day of all classes; null when it has no end that is known
    public boolean lasts(@Nullable LocalDate last) {
        return Objects.equals(until, last);
    }
}
