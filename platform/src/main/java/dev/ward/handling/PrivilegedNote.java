package dev.ward.handling;

import java.time.Instant;
import java.util.UUID;

/// What counsel wrote of a case, for counsel alone.
///
/// @param by  printed name
public record PrivilegedNote(UUID id, Instant at, String by, String text) {}
