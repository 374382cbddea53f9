package dev.ward.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom somebody wants as deputy. Whatever is missing is refused by the name of its field.
///
/// @param from  null for today
public record DeputyDraft(
        @Nullable UUID deputy,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason) {}
