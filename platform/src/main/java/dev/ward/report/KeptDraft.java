package dev.ward.report;

import dev.ward.signature.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as it was kept and signed. It stays so.
///
/// @param reportNumber  `1234567-6/1/97-001-C`; null for kinds that have none
/// @param sha256        of its JSON, as it was signed
/// @param consignees    the SHA-256 of the whole list of consignees; null when it has none
/// @param missing       how many items were not whole
/// @param submission    null while nobody has said that it went to its authority
public record KeptDraft(
        UUID id,
        DraftKind kind,
        int version,
        @Nullable String reportNumber,
        String sha256,
        @Nullable String consignees,
        int missing,
        Instant kept,
        String by,
        @Nullable Submission submission,
        List<Signature> signatures) {

    public KeptDraft {
        signatures = List.copyOf(signatures);
    }

    /// That it went to its authority.
    ///
    /// @param moment   as it was written
    /// @param receipt  the number by which the authority knows it
    /// @param file     the name of the case's file that shows it; null for none
    /// @param counts   whether the case counts as reported by it; else no clock waits for it, and it stopped none
    public record Submission(
            String moment, String receipt, @Nullable String file, boolean counts, Instant entered, String by) {}

    KeptDraft with(List<Signature> under) {
        return new KeptDraft(id, kind, version, reportNumber, sha256, consignees, missing, kept, by, submission, under);
    }
}
