package dev.ward.product;

import dev.ward.audit.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A profile as it was saved. It stays so.
///
/// @param version  from 1 on
/// @param section  what was saved; null when it was the whole
public record ProfileVersion(
        DeviceType of, int version, @Nullable ProfileSection section, Profile profile, Instant saved, Actor author) {}
