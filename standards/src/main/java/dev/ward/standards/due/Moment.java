package dev.ward.standards.due;

import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When something was, as exactly as it is known: an instant, or a day of which nobody kept the hour.
///
/// What began on such a day began with the day, and what was done on it was done at its end: whoever
/// does not know the hour has not gained one.
///
/// @param text      as it was written
/// @param earliest  the first instant that it can have been
/// @param latest    the last one
public record Moment(String text, Instant earliest, Instant latest) {

    public Moment {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("%s ends before it begins".formatted(Quoted.of(text)));
        }
    }

    public static Moment of(Instant instant) {
        return new Moment(instant.toString(), instant, instant);
    }

    /// Reads `2026-03-08T01:30:00-05:00`, `2026-03-08T06:30:00Z`, `2026-03-08T01:30` and `2026-03-08`.
    ///
    /// Years lie between 1900 and 9999. A time of day that a zone had twice is both; one that it left
    /// out is the one after the gap.
    ///
    /// @param zone  of a time or day that names none
    /// @throws IllegalArgumentException  when it is none of these
    public static Moment parse(String text, ZoneId zone) {
        try {
            if (text.matches("[+-]?[0-9]{4,}-.*") && !text.matches("(19|[2-9][0-9])[0-9]{2}-.*")) {
                throw new IllegalArgumentException(
                        "%s is no instant or day of a year from 1900 to 9999".formatted(Quoted.of(text)));
            }
            if (!text.matches("[0-9]{4}-.*")) {
                throw new DateTimeException("no year");
            }
            if (text.length() == "2026-03-08".length()) {
                LocalDate day = LocalDate.parse(text);
                return new Moment(
                        text,
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
            }
            if (text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')) {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return new Moment(text, instant, instant);
            }
            ZonedDateTime local = LocalDateTime.parse(text).atZone(zone);
            return new Moment(
                    text,
                    local.withEarlierOffsetAtOverlap().toInstant(),
                    local.withLaterOffsetAtOverlap().toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s is no instant (2026-03-08T06:30:00Z) and no day (2026-03-08)".formatted(Quoted.of(text)), e);
        }
    }

    /// The day on which it began.
    public LocalDate firstDay(ZoneId zone) {
        return earliest.atZone(zone).toLocalDate();
    }

    /// The day on which it was over.
    public LocalDate lastDay(ZoneId zone) {
        return latest.atZone(zone).toLocalDate();
    }
}
