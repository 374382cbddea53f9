package dev.ward.regulation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That somebody said of a day of a calendar whether it is worked. Entries stay; of several the last
/// holds.
///
/// @param edition  of the book that it made
/// @param holiday  what the day is called; null when it is worked
public record HolidayEntry(
        long edition,
        String calendar,
        LocalDate day,
        @Nullable String holiday,
        String because,
        Instant entered,
        String by) {}
