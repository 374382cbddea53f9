package dev.ward.identity.web;

import dev.ward.identity.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param until    absent without an end
/// @param revoked  absent while it stands
record QualificationBody(
        UUID id,
        String competence,
        String basis,
        LocalDate from,
        @Nullable LocalDate until,
        Instant granted,
        String grantedBy,
        @Nullable Instant revoked,
        @Nullable String because) {

    static QualificationBody of(Qualification one) {
        Qualification.Revoked revoked = one.revoked();
        return new QualificationBody(
                one.id(),
                one.competence().word(),
                one.basis(),
                one.from(),
                one.until(),
                one.grantedAt(),
                one.grantedBy(),
                revoked == null ? null : revoked.at(),
                revoked == null ? null : revoked.because());
    }
}
