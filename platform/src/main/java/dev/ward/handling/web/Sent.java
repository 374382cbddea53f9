package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.SignalId;
import dev.ward.identity.AccountId;
import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values as forms and the API send them. An empty one is none.
final class Sent {

    private Sent() {}

    /// An instant, or a time of the form `2026-11-30T09:00`, which is in UTC.
    static @Nullable Instant instant(String field, @Nullable String text) {
        return read(
                field,
                text,
                "is no time such as 2026-11-30T09:00Z",
                typed -> Times.bounded(
                        typed.endsWith("Z")
                                ? Instant.parse(typed.length() == 17 ? typed.replace("Z", ":00Z") : typed)
                                : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC)));
    }

    /// A time zone of the IANA database.
    static @Nullable ZoneId zone(String field, @Nullable String text) {
        return read(field, text, "is no time zone such as Europe/Berlin", ZoneId::of);
    }

    static @Nullable LocalDate date(String field, @Nullable String text) {
        return read(field, text, "is no date such as 2026-11-30", typed -> Times.bounded(LocalDate.parse(typed)));
    }

    static @Nullable CaseNumber number(String field, @Nullable String text) {
        return read(field, text, "is no number of a case such as C-7Q4M-2KX9", CaseNumber::of);
    }

    static @Nullable SignalId signal(String field, @Nullable String text) {
        return read(field, text, "is no signal's id", SignalId::of);
    }

    static @Nullable AccountId account(String field, @Nullable String text) {
        return read(field, text, "is no person's id", typed -> new AccountId(UUID.fromString(typed)));
    }

    /// @throws IllegalArgumentException  when it is neither
    static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static <T> @Nullable T read(String field, @Nullable String text, String wrong, Function<String, T> reading) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw TypedText.refused(field, "\"%s\" %s.".formatted(text, wrong), wrong);
        }
    }

    /// @throws dev.ward.web.ProblemException  when there is none
    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw TypedText.refused(field, "The %s is missing.".formatted(field), "is missing");
        }
        return value;
    }

    /// Names with commas or line feeds between them.
    static List<String> names(@Nullable String text) {
        return text == null
                ? List.of()
                : List.of(text.split("[,;\n]")).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
