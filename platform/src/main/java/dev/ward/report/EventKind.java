package dev.ward.report;

import dev.ward.standards.input.TableResource;
import java.util.List;

/// What a kind of adverse event is in the words of forms; empty where the kind does not say it. The list
/// is data: `event-kinds.tsv`.
///
/// @param word        as rules call it: `serious-injury`
/// @param problem     adverse event or product problem
/// @param outcome     attributed to the event
/// @param unsaid      what the kind leaves open of the outcome
/// @param report      the type of report to the FDA
/// @param reportable  the type of reportable event
/// @param incident    the class of incident in Europe
///
/// Source: 21 CFR 803.52(b), (e), (f); Regulation (EU) 2017/745, Art. 87.
record EventKind(
        String word, String problem, String outcome, String unsaid, String report, String reportable, String incident) {

    private static final int COLUMNS = 7;

    static final List<EventKind> ALL = TableResource.cells(EventKind.class, "event-kinds.tsv", COLUMNS).stream()
            .map(cells -> new EventKind(
                    cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6)))
            .toList();

    /// One of which nothing is said when the list has none of the word.
    static EventKind of(String word) {
        return ALL.stream()
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseGet(() -> new EventKind(word, "", "", "", "", "", ""));
    }
}
