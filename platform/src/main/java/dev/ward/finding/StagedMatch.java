package dev.ward.finding;

import dev.ward.standards.match.Match;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A match that was worked out and is not stored yet.
///
/// @param releaseId  the release that it holds for; null where the device does not matter
record StagedMatch(
        long componentId, StatementId statement, @Nullable UUID releaseId, UUID vulnerabilityId, Match match) {}
