package dev.ward.regulation;

import dev.ward.standards.due.DueFacts.Association;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A death, an injury or a malfunction.
///
/// @param kind         of the rules' vocabulary, `serious-injury`
/// @param happened     null when nobody knows
/// @param aware        when it became known, as it was written; null when nobody wrote it down
/// @param devices      serial numbers, as they were written
/// @param association  what counts of whether the vulnerability contributed to it
/// @param withdrawal   null when nobody withdrew it
public record AdverseEvent(
        UUID id,
        String kind,
        @Nullable LocalDate happened,
        @Nullable String aware,
        String description,
        List<String> devices,
        Association association,
        Instant entered,
        String by,
        @Nullable EventWithdrawal withdrawal) {

    public AdverseEvent {
        devices = List.copyOf(devices);
    }

    /// One that nobody withdrew.
    public AdverseEvent(
            UUID id,
            String kind,
            @Nullable LocalDate happened,
            @Nullable String aware,
            String description,
            List<String> devices,
            Association association,
            Instant entered,
            String by) {
        this(id, kind, happened, aware, description, devices, association, entered, by, null);
    }

    /// Whether it is looked at: it was not withdrawn, or that is not signed by all who have to.
    public boolean counts() {
        return withdrawal == null || !withdrawal.counts();
    }
}
