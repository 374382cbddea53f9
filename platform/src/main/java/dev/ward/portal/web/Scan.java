package dev.ward.portal.web;

import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a scanned or typed text means. Public because templates are compiled in another package.
///
/// @param di       null when the text names none
/// @param serial   the text itself where it is no UDI with a serial
/// @param trouble  why it is no UDI; null when it is one
public record Scan(
        @Nullable String di, String serial, @Nullable String trouble) {

    static Scan of(String text, LocalDate today) {
        return switch (Udi.parseLenient(text, today)) {
            case UdiResult.Read(Udi udi, var _) -> {
                String serial = udi.serial();
                yield serial == null
                        ? new Scan(null, text, null)
                        : new Scan(udi.di() == null ? null : udi.di().value(), serial, null);
            }
            case UdiResult.Unreadable(String message, int _) -> new Scan(null, text, message);
        };
    }
}
