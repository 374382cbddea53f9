package dev.ward.regulation;

import org.jspecify.annotations.Nullable;

/// What is entered of a day of a calendar, unchecked.
///
/// @param holiday  what the day is called; empty or null when it is worked
public record HolidayDraft(
        @Nullable String calendar,
        @Nullable String day,
        @Nullable String holiday,
        @Nullable String because) {

    public static final int LONGEST_NAME = 120;
}
