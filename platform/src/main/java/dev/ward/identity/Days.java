package dev.ward.identity;

import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Days in UTC, by which qualifications and deputies begin and end.
public final class Days {

    private Days() {}

    static LocalDate of(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    /// Reads what was typed into a field for a day; null when nothing was.
    ///
    /// @throws dev.ward.web.ProblemException  when it is no day
    public static @Nullable LocalDate typed(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            TypedText.checkDate(field, day);
            return day;
        } catch (DateTimeException e) {
            throw TypedText.refused(field, "\"%s\" is not a date such as 2026-11-30.".formatted(text), "is no date");
        }
    }

    /// Checks a day that must be there.
    static LocalDate required(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw TypedText.refused(field, "The day \"%s\" is missing.".formatted(field), "is missing");
        }
        TypedText.checkDate(field, day);
        return day;
    }
}
