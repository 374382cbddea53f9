package dev.ward.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body that coordinates a case beside us, as it was said last.
///
/// @param version    of what was said of it, from 1
/// @param withdrawn  why it does not count; null while it does
/// @param by         the printed name of who said so
public record Coordinator(
        UUID id,
        int version,
        CoordinatorDraft said,
        @Nullable String withdrawn,
        Instant entered,
        String by) {

    /// "CERT/CC: VU#123456", or the name alone.
    public String words() {
        return said.reference() == null ? said.name() : "%s: %s".formatted(said.name(), said.reference());
    }
}
