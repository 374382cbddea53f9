package dev.ward.standards.source;

import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Reads a record's points in time. Without an offset they are UTC, as the CVE record format and the NVD say.
public final class Timestamps {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME;

    private Timestamps() {}

    /// The point in time under a name; null when absent, or when it is none and is marked as such.
    public static @Nullable Instant read(Field parent, String name) {
        Field field = parent.at(name);
        String text = field.text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime withOffset -> withOffset.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> null;
            };
        } catch (DateTimeException e) {
            field.mark("is no point in time: " + Quoted.of(text));
            return null;
        }
    }
}
