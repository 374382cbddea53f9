package dev.ward.clock;

import java.util.UUID;

/// A deadline of which it was told that it is over, and which is open again, as its end moved.
///
/// @param owner  whose it is
/// @param was    its last day, or of a clock of hours the first instant that was too late
/// @param is     the same, from now on
public record Reopened(UUID owner, String clock, String was, String is) {}
