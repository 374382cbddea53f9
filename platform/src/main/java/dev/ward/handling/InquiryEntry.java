package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line in the log of an inquiry.
///
/// @param by         the name of who wrote it, as it was then
/// @param what       in words: "Looked again"
/// @param detail     null when the words say it
/// @param statement  what might be said at that time; null when it was not kept with the line
public record InquiryEntry(
        Instant at,
        String by,
        String what,
        @Nullable String detail,
        @Nullable String statement) {}
