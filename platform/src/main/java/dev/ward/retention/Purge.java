package dev.ward.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The tombstone of what was taken out of a record.
///
/// @param fields       for people: "Reporter"
/// @param trailValues  how many values went from beside the audit trail
/// @param by           printed name of who signed
public record Purge(
        UUID id,
        RecordName of,
        List<String> fields,
        LegalGround ground,
        String reason,
        int trailValues,
        Instant at,
        String by) {

    public static final String RECORD = "purge";

    public Purge {
        fields = List.copyOf(fields);
    }
}
