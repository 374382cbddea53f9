package dev.ward.sbom.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.sbom.Snapshot;
import dev.ward.sbom.Snapshot.Contents;
import dev.ward.sbom.Snapshot.Rejection;
import dev.ward.sbom.SnapshotTally;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload and what became of it. What it does not have (yet) is left out.
///
/// @param quality  counts of components; each of the others is to be seen against `components`
/// @param problem  why it was refused
@JsonInclude(JsonInclude.Include.NON_NULL)
record SnapshotAnswer(
        UUID id,
        UUID release,
        String state,
        boolean current,
        String fileName,
        String contentType,
        String sha256,
        long size,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable UUID job,
        @Nullable Instant endedAt,
        @Nullable UUID sameAs,
        @Nullable Document document,
        @Nullable SnapshotTally quality,
        @Nullable Rejection problem) {

    /// What the document says of itself.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            String format,
            String specVersion,
            @Nullable String serialNumber,
            @Nullable String version,
            @Nullable Instant time,
            List<String> authors,
            List<String> tools,
            @Nullable String supplier) {

        static Document of(Contents contents) {
            return new Document(
                    contents.format(),
                    contents.specVersion(),
                    contents.serialNumber(),
                    contents.documentVersion(),
                    contents.documentTime(),
                    contents.authors(),
                    contents.tools(),
                    contents.supplier());
        }
    }

    static SnapshotAnswer of(Snapshot snapshot) {
        Contents contents = snapshot.contents();
        return new SnapshotAnswer(
                snapshot.id().value(),
                snapshot.release().value(),
                snapshot.state().name().toLowerCase(Locale.ROOT),
                snapshot.current(),
                snapshot.fileName(),
                snapshot.contentType(),
                snapshot.sha256(),
                snapshot.size(),
                snapshot.uploadedAt(),
                snapshot.uploadedBy(),
                snapshot.job(),
                snapshot.endedAt(),
                snapshot.sameAs() == null ? null : snapshot.sameAs().value(),
                contents == null ? null : Document.of(contents),
                contents == null ? null : contents.tally(),
                snapshot.rejection());
    }
}
