package dev.ward.device.intake;

import dev.ward.table.TableCounts;

/// What an import did, or would do.
///
/// @param read       rows of the file
/// @param created    devices that are new
/// @param changed    devices that change
/// @param unchanged  rows that say nothing new
/// @param older      rows that are older than what is known
/// @param refused    rows that are not taken
/// @param warned     warnings
/// @param customers  that are added
/// @param sites      that are added
/// @param shipments  that are added, or grow
public record ImportCounts(
        long read,
        long created,
        long changed,
        long unchanged,
        long older,
        long refused,
        long warned,
        long customers,
        long sites,
        long shipments)
        implements TableCounts {

    /// Whether anything in the registry changes.
    public boolean changeSomething() {
        return created + changed + customers + sites + shipments > 0;
    }
}
