package dev.ward.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// All from which a report or a record of a correction or removal is drafted.
///
/// @param number  null while nobody has said whether it is a correction or a removal
/// @param given   the number under which it was submitted before; null when it never was
/// @param day     today, in the zone of the case
record CorrectionFacts(
        KnownOfCase known,
        Manufacturer manufacturer,
        @Nullable ReportNumber number,
        @Nullable String given,
        LocalDate day,
        Distribution distribution,
        Units.Listed units,
        Consignees.Listed consignees) {

    /// `1234567-6/1/97-001-C`; null while nobody has said what it is of.
    @Nullable
    String reportNumber() {
        if (given != null) {
            return given;
        }
        return number == null ? null : number.text(manufacturer.registration(), day);
    }

    String casePage() {
        return "/cases/" + known.subject().number();
    }
}
