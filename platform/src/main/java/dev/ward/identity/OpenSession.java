package dev.ward.identity;

import java.time.Instant;
import java.util.UUID;

/// A session in which somebody is signed in.
///
/// @param seenAt  to the minute
/// @param endsAt  at the latest; earlier when nothing is asked in it for an hour
/// @param own     whether it is the one that asks
public record OpenSession(UUID id, Instant startedAt, Instant seenAt, Instant endsAt, boolean own) {}
