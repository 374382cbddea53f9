package dev.ward.regulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From when until when one of the criteria of active participation in an ISAO was met, as can be
/// shown.
///
/// @param criterion  1 to 4; 1 is the membership
/// @param until      the last day; null while it goes on
/// @param evidence   what shows it
/// @param document   the name of a file that shows it; null when there is none
/// @param withdrawn  null while it counts
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IX.
public record IsaoPeriod(
        UUID id,
        String isao,
        int criterion,
        LocalDate from,
        @Nullable LocalDate until,
        String evidence,
        @Nullable String document,
        Instant entered,
        String by,
        EvidenceEntry.@Nullable Withdrawal withdrawn) {

    boolean covers(LocalDate day) {
        return withdrawn == null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
