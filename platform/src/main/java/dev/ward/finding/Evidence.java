package dev.ward.finding;

import dev.ward.standards.match.Confidence;
import dev.ward.standards.match.MatchKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a finding is one: what a record says, how the component's version was read, and which rule decided.
///
/// @param source       the record: `OSV PYSEC-2021-62`
/// @param recordState  `PUBLISHED`, `WITHDRAWN` or `REJECTED`
/// @param range        as its publisher wrote it
/// @param version      the component's, as it was compared; empty when it states none
/// @param lastSeen     when it was last worked out
/// @param endedAt      when it held no longer; null while it holds
public record Evidence(
        String source,
        String recordState,
        MatchKind kind,
        Confidence confidence,
        String range,
        String version,
        String why,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant endedAt) {}
