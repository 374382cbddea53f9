package dev.ward.rule;

import java.util.ArrayList;
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

    /// Whether its rows are the cells of a grid: two columns name the cell, the third is what it says.
    default boolean drawn() {
        return false;
    }

    /// The column of choices by which the rows of a kind that grows stand in groups, so that one of many is found;
    /// with the first column it names a row. Negative where they stand in one.
    default int group() {
        return -1;
    }

    /// The rows that contradict another, by their place; of rows that are otherwise right.
    ///
    /// @throws IllegalArgumentException  when they are not
    default List<Integer> contradicting(List<List<String>> rows) {
        return List.of();
    }

    /// How a row is called: by the columns that are not changed, or by its place.
    default String called(List<List<String>> rows, int row) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < columns().size(); k++) {
            RuleColumn column = columns().get(k);
            if (column.fixed()) {
                words.add(column.title() + ": " + column.words(rows.get(row).get(k)));
            }
        }
        return words.isEmpty() ? "row " + (row + 1) : String.join(", ", words);
    }
}
