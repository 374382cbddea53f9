package dev.ward.device.intake;

import dev.ward.job.JobId;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of devices, and what became of it.
///
/// @param asOf       when what it says was so, where its rows do not say it
/// @param preview    null when it could not be read
/// @param mapping    the last that was chosen; null before
/// @param feed       whose rows it has; null before it was mapped
/// @param job        that works on it, or did last; null before
/// @param problem    for people; null unless it failed
/// @param changeSet  null unless devices changed
/// @param counts     of the last check, or of the application
public record DeviceImport(
        ImportId id,
        String name,
        String contentType,
        String sha256,
        long size,
        String actorName,
        Instant received,
        Instant asOf,
        ImportState state,
        @Nullable FilePreview preview,
        @Nullable Mapping mapping,
        @Nullable UUID feed,
        @Nullable JobId job,
        @Nullable String problem,
        @Nullable Instant ended,
        @Nullable Long changeSet,
        ImportCounts counts) {}
