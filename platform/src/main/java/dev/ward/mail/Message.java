package dev.ward.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message without its text, which is forgotten when a server has taken it.
///
/// @param failure  what the server answered last; null when nothing failed
/// @param nextAt   when it is tried next; null when it is tried no more
public record Message(
        UUID id,
        String recipient,
        String subject,
        MailState state,
        int attempts,
        @Nullable String failure,
        Instant madeAt,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt) {}
