package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step in the history of a signal or a case.
///
/// @param by       the name of who did it, as it was then
/// @param what     in words: "Acknowledged"
/// @param detail   what it was about; null when the words say it
/// @param because  the reason that was given; null when none was
public record Step(
        Instant at,
        String by,
        String what,
        @Nullable String detail,
        @Nullable String because) {}
