package dev.ward.regulation;

import java.time.Instant;

/// That the end of a clock became another one.
///
/// @param was       its last day, or of a clock of hours the first instant that was too late
/// @param is        the same, since then
/// @param reopened  whether it had been told that it is over, and no longer was
public record EndMove(String clock, String name, Instant at, String was, String is, boolean reopened) {}
