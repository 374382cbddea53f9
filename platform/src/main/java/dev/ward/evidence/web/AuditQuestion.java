package dev.ward.evidence.web;

import dev.ward.evidence.AuditFilter;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The filters of the trail, as they stand in an address.
///
/// @param subject  an id, or a type and an id: `product:0190…`
/// @param from     an instant or a day in UTC
/// @param to       an instant, which is not in it, or a day in UTC, which is
public record AuditQuestion(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String what,
        @Nullable String from,
        @Nullable String to) {

    /// @throws ProblemException  when `from` or `to` is no time
    AuditFilter filter() {
        String wanted = given(subject);
        int colon = wanted == null ? -1 : wanted.indexOf(':');
        String type = wanted == null || colon < 0 ? null : wanted.substring(0, colon);
        return new AuditFilter(
                given(actor),
                type,
                wanted == null ? null : given(wanted.substring(colon + 1)),
                given(what),
                instant("from", from, 0),
                instant("to", to, 1));
    }

    public boolean isEmpty() {
        return filter().equals(AuditFilter.ALL);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant instant(String name, @Nullable String text, int daysLater) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        try {
            return given.length() == 10
                    ? LocalDate.parse(given)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Times.bounded(Instant.parse(given));
        } catch (DateTimeException e) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "\"%s\" is no time. Write a day, 2026-11-22, or an instant, 2026-11-22T10:00:00Z."
                                    .formatted(given))
                    .with(name, "is no time");
        }
    }
}
