package dev.ward.regulation;

import dev.ward.handling.CaseNumber;
import java.time.Instant;

/// From which case, merged into another, a fact came.
///
/// @param merged  when it was merged
public record CameWith(CaseNumber number, Instant merged) {}
