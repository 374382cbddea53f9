package dev.ward.handling;

import java.time.Instant;
import java.time.ZoneId;

/// Until when only those who are read in may know of a case. It ends when somebody lifts it, never by
/// itself.
///
/// @param until   agreed with all parties
/// @param zone    in which they agreed on it
/// @param onLeak  what happens when it becomes known before
public record Embargo(Instant until, ZoneId zone, String onLeak) {}
