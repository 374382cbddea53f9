package dev.ward.report;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All from which a report or a record of a correction or removal is drafted.
///
/// @param number  null while nobody has said whether it is a correction or a removal
/// @param given   the number under which it was submitted before; null when it never was, or it is not entered
/// @param taken   sequence numbers that are entered as reported in other cases
/// @param open    units of which it is not known whether they are reached
/// @param day     today, in the zone of the case
record CorrectionFacts(
        KnownOfCase known,
        Manufacturer manufacturer,
        @Nullable ReportNumber number,
        @Nullable String given,
        Set<Integer> taken,
        long open,
        LocalDate day,
        Distribution distribution,
        Units.Listed units,
        Consignees.Listed consignees) {

    CorrectionFacts {
        taken = Set.copyOf(taken);
    }

    /// Whether the sequence number that the case was given is used by another one.
    boolean isNumberTaken() {
        return given == null && number != null && taken.contains(number.sequence());
    }

    /// `1234567-6/1/97-001-C`; null while nobody has said what it is of, and where a report was made of which
    /// nobody entered the number.
    @Nullable
    String reportNumber() {
        if (given != null) {
            return given;
        }
        return number == null
                        || isNumberTaken()
                        || !EnteredReports.corrections(known).isEmpty()
                ? null
                : number.text(manufacturer.registration(), day);
    }

    String casePage() {
        return "/cases/" + known.subject().number();
    }
}
