package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;

/// Puts one kind of draft together.
public interface Drafting {

    DraftKind kind();

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    Draft draft(Reader reader, CaseNumber number);
}
