package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people may say to who asks, until more is known. Nobody is sent it by Ward.
///
/// @param origin  null of one that was kept before this was noted; so are the fields that follow
/// @param matrix  in one line, what the matrix said when the statement was proposed, or written
/// @param looked  when the matrix said so
/// @param at      when it was written down
/// @param by      printed name of who wrote it down
public record HoldingStatement(
        String words,
        @Nullable StatementOrigin origin,
        @Nullable String matrix,
        @Nullable Instant looked,
        @Nullable Instant at,
        @Nullable String by) {

    /// Whether the matrix says something else now.
    public boolean outdated(AffectedMatrix now) {
        return matrix != null && !matrix.equals(now.line());
    }
}
