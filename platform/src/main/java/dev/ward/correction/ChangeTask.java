package dev.ward.correction;

import dev.ward.handling.CaseNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of which somebody has yet to sign what it is.
///
/// @param fallen  since when what was signed stands no longer; null when nothing was signed yet
public record ChangeTask(
        UUID change,
        int number,
        CaseNumber ofCase,
        String title,
        @Nullable Instant fallen) {}
