package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.due.RuleSet.Point;
import dev.ward.standards.due.RuleSetReader.Line;
import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Makes the table of a set of rules from its rows, and finds every cell that has no outcome, or two.
final class RuleTable {

    /// Of tables, of rows, and of the cells that all rows name; more takes too long to be asked for each
    /// case.
    static final int MOST_CELLS = 20_000;

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_NAMED = 400_000;
    /// How many cells are told of one kind of fault.
    private static final int MOST_TOLD = 20;

    private static final List<Value> ANSWERS = List.of(new Value("no", "no"), new Value("yes", "yes"));
    private static final List<Value> STATES = Arrays.stream(ConditionState.values())
            .map(state -> new Value(state.key(), state.text()))
            .toList();

    private final String id;
    private final List<DecisionPoint> asked;
    private final DecisionPoint outcome;
    private final List<String> faults;
    private final Map<List<String>, String> cells = new HashMap<>();
    private int named;

    private RuleTable(String id, List<DecisionPoint> asked, DecisionPoint outcome, List<String> faults) {
        this.id = id;
        this.asked = asked;
        this.outcome = outcome;
        this.faults = faults;
    }

    /// @param faults  to which those of the table are added
    /// @return null when there is one
    static @Nullable DecisionTable read(
            String id, String name, List<Point> points, List<Value> outcomes, List<Line> rows, List<String> faults) {
        List<DecisionPoint> asked = points.stream()
                .map(point -> new DecisionPoint(point.id(), point.name(), point.isGate() ? ANSWERS : STATES))
                .toList();
        long cells = 1;
        for (DecisionPoint point : asked) {
            cells = Math.min(cells * point.values().size(), MOST_CELLS + 1);
        }
        if (cells > MOST_CELLS || rows.size() > MOST_ROWS) {
            faults.add("%s: its table has more than %,d cells or %,d rows".formatted(id, MOST_CELLS, MOST_ROWS));
            return null;
        }
        try {
            RuleTable table = new RuleTable(id, asked, new DecisionPoint("outcome", "Outcome", outcomes), faults);
            int before = faults.size();
            rows.forEach(table::row);
            if (faults.size() > before) {
                return null;
            }
            table.gaps();
            return faults.size() > before ? null : table.of(name);
        } catch (IllegalArgumentException e) {
            faults.add("%s: %s".formatted(id, e.getMessage()));
            return null;
        }
    }

    private DecisionTable of(String name) {
        List<DecisionTable.Row> all = cells.entrySet().stream()
                .map(cell -> new DecisionTable.Row(cell.getKey(), cell.getValue()))
                .toList();
        return DecisionTable.of(id, name, asked, outcome, all);
    }

    private void row(Line row) {
        String place = row.place().isEmpty() ? id : row.place();
        List<String> keys = row.cells();
        if (keys.size() != asked.size() + 1) {
            faults.add("%s: a row has %d cells, not %d: %s"
                    .formatted(place, keys.size(), asked.size() + 1, Quoted.of(row.text())));
            return;
        }
        try {
            List<List<String>> values = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                values.add(values(asked.get(i), keys.get(i)));
            }
            outcome.get(keys.getLast());
            contradictions(place, combinations(values), keys.getLast());
        } catch (IllegalArgumentException e) {
            faults.add("%s: %s".formatted(place, e.getMessage()));
        }
    }

    /// @throws IllegalArgumentException  when one is none of the point
    private static List<String> values(DecisionPoint point, String cell) {
        if (cell.equals("*")) {
            return point.values().stream().map(Value::key).toList();
        }
        List<String> keys = List.of(cell.split("\\|", -1));
        keys.forEach(point::get);
        return List.copyOf(new LinkedHashSet<>(keys));
    }

    private void contradictions(String place, List<List<String>> keys, String found) {
        named += keys.size();
        if (named > MOST_NAMED) {
            throw new IllegalArgumentException("the rows name more than %,d cells".formatted(MOST_NAMED));
        }
        List<String> told = new ArrayList<>();
        for (List<String> cell : keys) {
            String before = cells.putIfAbsent(cell, found);
            if (before != null && !before.equals(found)) {
                told.add("%s: %s stands twice in %s, with the outcomes %s and %s"
                        .formatted(place, words(cell), id, Quoted.of(before), Quoted.of(found)));
            }
        }
        tell(told);
    }

    private void gaps() {
        tell(
                combinations(asked.stream()
                                .map(point ->
                                        point.values().stream().map(Value::key).toList())
                                .toList())
                        .stream()
                        .filter(cell -> !cells.containsKey(cell))
                        .map(cell -> "%s: %s has no outcome in %s".formatted(id, words(cell), id))
                        .toList());
    }

    private void tell(List<String> found) {
        faults.addAll(found.subList(0, Math.min(found.size(), MOST_TOLD)));
        if (found.size() > MOST_TOLD) {
            faults.add("%s: and so have %,d more cells".formatted(id, found.size() - MOST_TOLD));
        }
    }

    /// A cell in words, `A device: yes, Told in time: met`.
    private String words(List<String> keys) {
        StringJoiner words = new StringJoiner(", ");
        for (int i = 0; i < asked.size(); i++) {
            words.add(asked.get(i).name() + ": " + asked.get(i).get(keys.get(i)).name());
        }
        return words.toString();
    }

    private static List<List<String>> combinations(List<List<String>> values) {
        List<List<String>> all = List.of(List.of());
        for (List<String> of : values) {
            List<List<String>> longer = new ArrayList<>(all.size() * of.size());
            for (List<String> begun : all) {
                for (String value : of) {
                    List<String> one = new ArrayList<>(begun);
                    one.add(value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }
}
