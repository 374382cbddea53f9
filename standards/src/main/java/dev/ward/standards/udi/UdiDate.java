package dev.ward.standards.udi;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A date of a UDI, as precise as it was written.
///
/// @param date       the day; where only the month was written, its last day
/// @param precision  how much was written
/// @param time       the local time of day, with what was not written as zero; null when none was written
///
/// Source: GS1 General Specifications, 3.4; ANSI/HIBC 2.6, table 2.
public record UdiDate(
        LocalDate date, Precision precision, @Nullable LocalTime time) {

    /// The smallest part that was written.
    public enum Precision {
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND
    }

    public UdiDate {
        if ((time == null) != (precision.compareTo(Precision.DAY) <= 0)) {
            throw new IllegalArgumentException(
                    "a date that is precise to the %s with the time \"%s\"".formatted(precision, time));
        }
    }

    static UdiDate ofDay(LocalDate date) {
        return new UdiDate(date, Precision.DAY, null);
    }

    static UdiDate ofMonth(LocalDate anyDay) {
        return new UdiDate(anyDay.withDayOfMonth(anyDay.lengthOfMonth()), Precision.MONTH, null);
    }

    UdiDate at(LocalTime timeOfDay, Precision timePrecision) {
        return new UdiDate(date, timePrecision, timeOfDay);
    }

    /// `2026-03`, `2026-03-31` or `2026-03-31T14:00`.
    @Override
    public String toString() {
        if (precision == Precision.MONTH) {
            return date.toString().substring(0, date.toString().length() - 3);
        }
        return time == null ? date.toString() : date.atTime(time).toString();
    }
}
