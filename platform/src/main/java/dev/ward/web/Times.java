package dev.ward.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Instants as people read them: absolute with its zone, and relative beside it.
public final class Times {

    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long DAYS_OF_A_MONTH = 30;
    private static final long DAYS_OF_A_YEAR = 365;

    private Times() {}

    public static String absolute(Instant at) {
        return ABSOLUTE.format(at);
    }

    public static String relative(Instant at, Instant now) {
        Duration distance = Duration.between(at, now).abs();
        String words;
        if (distance.toSeconds() < 60) {
            return "now";
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
        return at.isAfter(now) ? "in " + words : words + " ago";
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
