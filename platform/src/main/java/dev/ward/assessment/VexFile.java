package dev.ward.assessment;

import dev.ward.standards.vex.VexFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A VEX document that somebody sent us, or that we published before Ward, kept as it came.
///
/// @param sha256      of its bytes
/// @param documentId  as its author calls it; may be empty
/// @param author      as the document says; nobody checks it. May be empty
/// @param statedAt    when its author last changed it; null when it does not say
/// @param receivedBy  who took it in
/// @param statements  how many were read
/// @param lost        how many parts could not be read
/// @param past        what became of it as our own, from before Ward; null when nobody said that it is
public record VexFile(
        long number,
        VexId id,
        String sha256,
        long size,
        String fileName,
        VexFormat format,
        String documentId,
        String author,
        String version,
        @Nullable Instant statedAt,
        Instant receivedAt,
        String receivedBy,
        int statements,
        int lost,
        @Nullable UUID past) {

    /// @param vulnerability  every id by which the document calls it
    /// @param purl           null when the product is named in words only, so that it is found in no
    ///                       release
    /// @param justification  in the format's own word; may be empty
    public record Said(
            int number,
            String vulnerability,
            String product,
            @Nullable String purl,
            SupplierStatus status,
            String justification,
            String words,
            @Nullable Instant at) {}

    /// @param lost  false when the part was kept and is marked only
    public record Unread(String pointer, String reason, boolean lost) {}
}
