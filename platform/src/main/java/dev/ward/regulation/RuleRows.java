package dev.ward.regulation;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.due.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rows of a set of rules as they were written, in words.
///
/// @param columns  what is asked, in the order of the cells
public record RuleRows(List<String> columns, List<Row> rows) {

    private static final Map<String, String> WORDS =
            Map.of("*", "any", "not-yet", "not yet", "not-met", "not met", "unprovable", "cannot be shown");

    public RuleRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param outcome  what these come to
    public record Row(List<String> cells, String outcome) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public static RuleRows of(RuleSet set) {
        Map<String, String> outcomes =
                set.table().outcome().values().stream().collect(Collectors.toMap(Value::key, Value::name));
        List<Row> rows = new ArrayList<>();
        for (String line : set.text()) {
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.getFirst().equals("row")) {
                rows.add(new Row(
                        cells.subList(1, cells.size() - 1).stream()
                                .map(RuleRows::words)
                                .toList(),
                        outcomes.getOrDefault(cells.getLast(), cells.getLast())));
            }
        }
        return new RuleRows(set.points().stream().map(RuleSet.Point::name).toList(), rows);
    }

    /// `met|not-yet` as "met or not yet".
    private static String words(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .map(key -> WORDS.getOrDefault(key, key))
                .collect(Collectors.joining(" or "));
    }
}
