package dev.ward.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key pair of a person's device or password manager, of which Ward has the public half.
///
/// @param name    as the person calls it: "Notebook"
/// @param synced  whether it is, or may be, on several devices of the person
/// @param usedAt  null while it was not used
public record Passkey(
        UUID id,
        String name,
        boolean synced,
        Instant createdAt,
        @Nullable Instant usedAt) {}
