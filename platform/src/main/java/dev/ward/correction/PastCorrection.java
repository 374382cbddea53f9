package dev.ward.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided of a correction or removal before Ward was used, as a table of the manufacturer says
/// it: migrated, not decided here. It signs nothing and stops no clock. What is null was not said.
///
/// @param what           in the words of the table
/// @param version        1 at first; each correction of the row is a further one
/// @param reported       whether a report under 21 CFR 806.10 was made
/// @param justification  why none was
public record PastCorrection(
        UUID id,
        UUID product,
        String productName,
        LocalDate decidedOn,
        String what,
        int version,
        boolean reported,
        @Nullable String reportNumber,
        @Nullable String justification,
        @Nullable String decidedBy,
        @Nullable String reference,
        Origin origin) {

    /// How it is called wherever it is shown.
    public static final String PROVENANCE = "Migrated, not decided here";

    /// @param line  of the file, as it counts
    public record Origin(UUID importId, String file, String sha256, long line, Instant imported) {}
}
