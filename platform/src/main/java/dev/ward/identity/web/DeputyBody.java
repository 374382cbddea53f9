package dev.ward.identity.web;

import dev.ward.identity.Deputyship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param ended  absent while it was not ended before its last day
record DeputyBody(
        UUID id,
        UUID absent,
        String absentName,
        UUID deputy,
        String deputyName,
        String role,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        Instant named,
        String namedBy,
        @Nullable Instant ended) {

    static DeputyBody of(Deputyship one) {
        return new DeputyBody(
                one.id(),
                one.absent().value(),
                one.absentName(),
                one.deputy().value(),
                one.deputyName(),
                one.role(),
                one.from(),
                one.until(),
                one.reason(),
                one.namedAt(),
                one.namedBy(),
                one.endedAt());
    }
}
