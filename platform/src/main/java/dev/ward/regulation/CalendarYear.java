package dev.ward.regulation;

import dev.ward.standards.due.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days of a year on which it is not worked by a calendar, besides weekends, and what was entered of
/// any of its days.
///
/// @param id       as sets of rules name it, `US-FEDERAL`
/// @param entries  of any year, the newest first
public record CalendarYear(
        String id, String name, Source source, int year, List<Holiday> holidays, List<HolidayEntry> entries) {

    public CalendarYear {
        holidays = List.copyOf(holidays);
        entries = List.copyOf(entries);
    }

    /// @param entry  by which it is one; null when it stands in the calendar as Ward brings it
    public record Holiday(
            LocalDate day, String name, @Nullable HolidayEntry entry) {}
}
