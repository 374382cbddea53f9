package dev.ward.advisory;

import java.time.Instant;
import java.util.List;

/// Ids that were not taken for names of one vulnerability, though records link them.
///
/// @param ids     all ids in question, sorted
/// @param reason  one sentence
public record AliasConflict(List<String> ids, String reason, Instant since) {}
