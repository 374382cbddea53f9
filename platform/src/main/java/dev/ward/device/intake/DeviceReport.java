package dev.ward.device.intake;

import dev.ward.table.RowNote;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the lines of one request. Each line is one of changed, unchanged, older and refused.
///
/// @param read       lines that are not empty
/// @param changed    of which something is known now that was not: what is installed, or that it still is
/// @param older      something newer was known; kept where it says something else
/// @param warned     warnings, of which a line may have several
/// @param changeSet  null when nothing changed
/// @param notes      of refused lines, as far as they are told: [ReportNotes#MOST]
/// @param warnings   likewise
public record DeviceReport(
        UUID id,
        long read,
        long changed,
        long unchanged,
        long older,
        long refused,
        long warned,
        @Nullable Long changeSet,
        List<RowNote<Rule>> notes,
        List<RowNote<Rule>> warnings) {

    public DeviceReport {
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }
}
