package dev.ward.device.intake;

import dev.ward.table.TableFile;
import dev.ward.table.TableImport;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of devices, and what became of it.
///
/// @param asOf       when what it says was so, where its rows do not say it
/// @param mapping    the last that was chosen; null before
/// @param feed       whose rows it has; null before it was mapped
/// @param saved      the saved mapping that it was read by; null when it was none, or nobody knows
/// @param changeSet  null unless devices changed
/// @param counts     of the last check, or of the application
public record DeviceImport(
        TableFile file,
        Instant asOf,
        @Nullable Mapping mapping,
        @Nullable UUID feed,
        @Nullable Saved saved,
        @Nullable Long changeSet,
        ImportCounts counts)
        implements TableImport {

    public ImportId id() {
        return new ImportId(file.id());
    }

    /// As it was called then.
    public record Saved(String name, int revision) {}
}
