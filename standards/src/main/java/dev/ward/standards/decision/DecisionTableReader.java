package dev.ward.standards.decision;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.TableResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a decision table from lines of cells.
///
/// ```
/// table    ssvc:DT_U:1.0.0   Utility
/// point    ssvc:A:2.0.0      Automatable     N  No         Y  Yes
/// point    ssvc:VD:1.0.0     Value Density   D  Diffuse    C  Concentrated
/// outcome  ssvc:U:1.0.1      Utility         L  Laborious  E  Efficient     S  Super Effective
/// row      N  D  L
/// ```
///
/// Values stand from the least to the most grave.
public final class DecisionTableReader {

    private final List<DecisionPoint> points = new ArrayList<>();
    private final List<DecisionTable.Row> rows = new ArrayList<>();
    private @Nullable DecisionPoint outcome;
    private String id = "";
    private String name = "";

    private DecisionTableReader() {}

    /// Reads a table of our own that lies beside a class.
    public static DecisionTable resource(Class<?> owner, String name) {
        return read(TableResource.lines(owner, name).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList());
    }

    /// @param lines  each with its cells
    /// @throws IllegalArgumentException  with the line or the cell that is at fault
    public static DecisionTable read(List<List<String>> lines) {
        DecisionTableReader reader = new DecisionTableReader();
        lines.forEach(reader::line);
        if (reader.id.isEmpty() || reader.outcome == null) {
            throw new IllegalArgumentException(
                    "a decision table begins with a line \"table\" and has a line \"outcome\"");
        }
        return DecisionTable.of(reader.id, reader.name, reader.points, reader.outcome, reader.rows);
    }

    private void line(List<String> cells) {
        if (cells.size() < 3) {
            throw unreadable(cells);
        }
        switch (cells.getFirst()) {
            case "table" -> {
                id = cells.get(1);
                name = cells.get(2);
            }
            case "point" -> points.add(point(cells));
            case "outcome" -> outcome = point(cells);
            case "row" -> rows.add(new DecisionTable.Row(cells.subList(1, cells.size() - 1), cells.getLast()));
            default -> throw unreadable(cells);
        }
    }

    private static DecisionPoint point(List<String> cells) {
        if (cells.size() % 2 == 0) {
            throw unreadable(cells);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 3; i < cells.size(); i += 2) {
            values.add(new Value(cells.get(i), cells.get(i + 1)));
        }
        return new DecisionPoint(cells.get(1), cells.get(2), values);
    }

    private static IllegalArgumentException unreadable(List<String> cells) {
        return new IllegalArgumentException("not a line of a decision table: " + Quoted.of(String.join("\t", cells)));
    }
}
