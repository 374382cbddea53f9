package dev.ward.report;

import dev.ward.handling.CaseNumber;
import java.util.Map;

/// Puts one kind of draft together.
public interface Drafting {

    DraftKind kind();

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    Draft draft(CaseReading reading);

    /// The pages of Ward on which what an item is made from is entered, by the item's number.
    default Map<String, String> places(CaseNumber number) {
        return Map.of();
    }
}
