package dev.ward.handling;

import java.time.Instant;

/// What a proposed statement was made from.
///
/// @param matrix  what the matrix said, in one line
/// @param looked  when it said so
public record StatementBasis(String matrix, Instant looked) {}
