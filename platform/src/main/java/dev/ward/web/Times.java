package dev.ward.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Instants as people read them: absolute with its zone, and relative beside it.
public final class Times {

    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long DAYS_OF_A_MONTH = 30;
    private static final long DAYS_OF_A_YEAR = 365;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /// Refuses what a person cannot mean and a database cannot hold.
    ///
    /// @throws DateTimeException  when the year is not from 1 to 9999
    public static LocalDate bounded(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year of \"%s\" is not from 1 to 9999".formatted(date));
        }
        return date;
    }

    /// @throws DateTimeException  when the year in UTC is not from 1 to 9999
    public static Instant bounded(Instant at) {
        bounded(at.atOffset(ZoneOffset.UTC).toLocalDate());
        return at;
    }

    public static String absolute(Instant at) {
        return ABSOLUTE.format(at);
    }

    public static String relative(Instant at, Instant now) {
        Duration distance = Duration.between(at, now);
        if (distance.abs().toSeconds() < 60) {
            return "now";
        }
        return at.isAfter(now) ? "in " + length(distance) : length(distance) + " ago";
    }

    /// A length of time, whichever way it goes, in its largest unit.
    public static String length(Duration time) {
        Duration distance = time.abs();
        String words;
        if (distance.toSeconds() < 60) {
            words = count(distance.toSeconds(), "second");
        } else if (distance.toMinutes() < 60) {
            words = count(distance.toMinutes(), "minute");
        } else if (distance.toHours() < 24) {
            words = count(distance.toHours(), "hour");
        } else if (distance.toDays() < DAYS_OF_A_MONTH * 2) {
            words = count(distance.toDays(), "day");
        } else if (distance.toDays() < DAYS_OF_A_YEAR * 2) {
            words = count(distance.toDays() / DAYS_OF_A_MONTH, "month");
        } else {
            words = count(distance.toDays() / DAYS_OF_A_YEAR, "year");
        }
        return words;
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
