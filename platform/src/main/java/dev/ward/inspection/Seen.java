package dev.ward.inspection;

import java.time.Instant;

/// One thing that an inspector was shown.
///
/// @param what  for people: "Case C-7Q4M-2KX9"
public record Seen(long number, Instant at, String by, String what, String path) {}
