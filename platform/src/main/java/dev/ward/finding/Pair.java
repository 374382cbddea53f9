package dev.ward.finding;

import dev.ward.standards.match.MatchKeys;

/// A component and a statement that share a key, and so may match.
///
/// @param componentId   the component's row
/// @param use           the component's use of the key, which says the version to compare
/// @param decision      what decides
/// @param code          how many codes of versions, and the codes
record Pair(long componentId, StatementId statement, MatchKeys.Use use, MatchKeys.Decision decision, byte[] code) {}
