package dev.ward.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the audit trail, opened: personal values stand in it as long as they are kept.
///
/// @param manifest  null unless the act was about many rows
/// @param hash      in hexadecimal, as is `previous`
public record AuditEntry(
        long seq,
        Instant at,
        Who actor,
        String what,
        String subjectType,
        String subjectId,
        List<Change> changes,
        @Nullable Value why,
        @Nullable Manifest manifest,
        String previous,
        String hash) {

    public record Who(String kind, String id, Value name) {}

    /// @param before  null when there was no value
    /// @param after   null when there is none any more
    public record Change(
            String name, @Nullable Value before, @Nullable Value after) {}

    /// @param text      null when it was personal and has been erased
    /// @param personal  whether it stands outside of the chain
    public record Value(@Nullable String text, boolean personal) {

        public boolean erased() {
            return text == null;
        }
    }

    public record Manifest(String changeSet, long count, String sha256) {}
}
