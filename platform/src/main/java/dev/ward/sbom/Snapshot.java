package dev.ward.sbom;

import dev.ward.product.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload and what became of it, for people.
///
/// @param current    whether it is what the release holds now
/// @param job        the job that reads it
/// @param sameAs     the snapshot that an unchanged upload repeats; null for all others
/// @param contents   null unless it is completed
/// @param rejection  null unless it was refused
public record Snapshot(
        SnapshotId id,
        ReleaseId release,
        State state,
        boolean current,
        String fileName,
        String contentType,
        String sha256,
        long size,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable UUID job,
        @Nullable Instant endedAt,
        @Nullable SnapshotId sameAs,
        @Nullable Contents contents,
        @Nullable Rejection rejection) {

    public enum State {
        /// Its bytes are kept; it is being read or waits for it.
        RECEIVED,
        /// It is a snapshot that can be read.
        COMPLETED,
        /// It was the current snapshot once more, byte for byte.
        UNCHANGED,
        /// It is no SBOM.
        REJECTED
    }

    /// What the document says of itself, and what is in it.
    ///
    /// @param documentTime  null when it states none that can be read
    public record Contents(
            String format,
            String specVersion,
            @Nullable String serialNumber,
            @Nullable String documentVersion,
            @Nullable Instant documentTime,
            List<String> authors,
            List<String> tools,
            @Nullable String supplier,
            SnapshotTally tally) {

        public Contents {
            authors = List.copyOf(authors);
            tools = List.copyOf(tools);
        }
    }

    /// @param location  where in the file, in words
    public record Rejection(String location, String what, String reason) {}

    public boolean isReadable() {
        return state == State.COMPLETED;
    }
}
