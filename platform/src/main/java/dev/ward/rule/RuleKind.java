package dev.ward.rule;

import java.util.List;

/// A kind of rules that a manufacturer writes and signs for itself: whoever decides by them gives one of
/// these.
public interface RuleKind {

    /// As addresses and the API spell it, `risk-matrix`.
    String key();

    /// For people, as a name: "Risk matrix".
    String title();

    /// What it decides, in a sentence.
    String purpose();

    List<RuleColumn> columns();

    /// Whether rows are added and taken away.
    boolean growing();

    /// What Ward brings: version 1. Each row has a cell for each column.
    List<List<String>> shipped();

    /// Whether version 1 decides before anybody has signed a version.
    boolean actsUnsigned();

    /// The name by which decisions remember a version, `own:RISK:2.0.0`.
    String id(int version);

    /// @param rows  each with a cell for each column
    /// @throws IllegalArgumentException  with the row or cell that is at fault, as a sentence without its
    ///                                   full stop
    void check(List<List<String>> rows);
}
