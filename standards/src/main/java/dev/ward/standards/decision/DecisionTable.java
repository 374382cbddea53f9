package dev.ward.standards.decision;

import dev.ward.standards.decision.Decided.Answer;
import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/// Which outcome each combination of values has. Every combination has one, or the table does not come to
/// be.
///
/// What is not known is each of its values: the gravest outcome that one of them leads to is the outcome.
public final class DecisionTable {

    private static final int MOST_CELLS = 100_000;

    private final String id;
    private final String name;
    private final List<DecisionPoint> points;
    private final DecisionPoint outcome;
    private final Map<List<String>, String> cells;

    private DecisionTable(
            String id,
            String name,
            List<DecisionPoint> points,
            DecisionPoint outcome,
            Map<List<String>, String> cells) {
        this.id = id;
        this.name = name;
        this.points = List.copyOf(points);
        this.outcome = outcome;
        this.cells = Map.copyOf(cells);
    }

    /// A cell of the table.
    ///
    /// @param keys     of one value of each point, in the order of the points
    /// @param outcome  the key of a value of the outcome
    public record Row(List<String> keys, String outcome) {

        public Row {
            keys = List.copyOf(keys);
        }
    }

    /// @throws IllegalArgumentException  when a cell has no outcome or several, or a value is none of its
    ///                                   point; the message names the cell
    public static DecisionTable of(
            String id, String name, List<DecisionPoint> points, DecisionPoint outcome, List<Row> rows) {
        checkPoints(id, points);
        Map<List<String>, String> cells = new HashMap<>();
        for (Row row : rows) {
            checkRow(points, outcome, row);
            String before = cells.put(row.keys(), row.outcome());
            if (before != null) {
                throw new IllegalArgumentException("%s stands twice in %s, with the outcomes %s and %s"
                        .formatted(cell(points, row.keys()), id, Quoted.of(before), Quoted.of(row.outcome())));
            }
        }
        for (List<String> keys :
                combinations(points.stream().map(DecisionPoint::values).toList())) {
            if (!cells.containsKey(keys)) {
                throw new IllegalArgumentException("%s has no outcome in %s".formatted(cell(points, keys), id));
            }
        }
        return new DecisionTable(id, name, points, outcome, cells);
    }

    private static void checkPoints(String id, List<DecisionPoint> points) {
        Set<String> ids = new HashSet<>();
        long cells = 1;
        for (DecisionPoint point : points) {
            if (!ids.add(point.id())) {
                throw new IllegalArgumentException("%s stands twice in %s".formatted(Quoted.of(point.id()), id));
            }
            cells *= point.values().size();
            if (cells > MOST_CELLS) {
                throw new IllegalArgumentException("%s has more than %,d cells".formatted(id, MOST_CELLS));
            }
        }
    }

    private static void checkRow(List<DecisionPoint> points, DecisionPoint outcome, Row row) {
        if (row.keys().size() != points.size()) {
            throw new IllegalArgumentException("a row has %d values for %d questions: %s"
                    .formatted(row.keys().size(), points.size(), Quoted.of(String.join(" ", row.keys()))));
        }
        for (int i = 0; i < points.size(); i++) {
            points.get(i).get(row.keys().get(i));
        }
        outcome.get(row.outcome());
    }

    /// A cell in words, `Exploitation: None, Utility: Laborious`.
    private static String cell(List<DecisionPoint> points, List<String> keys) {
        StringJoiner cell = new StringJoiner(", ");
        for (int i = 0; i < points.size(); i++) {
            DecisionPoint point = points.get(i);
            cell.add(point.name() + ": " + point.get(keys.get(i)).name());
        }
        return cell.toString();
    }

    private static List<List<String>> combinations(List<List<Value>> values) {
        List<List<String>> all = List.of(List.of());
        for (List<Value> of : values) {
            List<List<String>> longer = new ArrayList<>(all.size() * of.size());
            for (List<String> begun : all) {
                for (Value value : of) {
                    List<String> one = new ArrayList<>(begun);
                    one.add(value.key());
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    /// @param answers  by the id of the point, the keys of the values that are not ruled out; none, or no
    ///                 entry, where nobody knows
    /// @throws IllegalArgumentException  when an answer is of no point of the table, or no value of its
    ///                                   point
    public Decided decide(Map<String, Set<String>> answers) {
        for (String asked : answers.keySet()) {
            if (points.stream().noneMatch(point -> point.id().equals(asked))) {
                throw new IllegalArgumentException("%s does not ask for %s".formatted(id, Quoted.of(asked)));
            }
        }
        List<Answer> all = new ArrayList<>();
        for (DecisionPoint point : points) {
            all.add(new Answer(point, left(point, answers.getOrDefault(point.id(), Set.of()))));
        }
        Set<String> reached = new HashSet<>();
        for (List<String> keys : combinations(all.stream().map(Answer::values).toList())) {
            reached.add(cells.getOrDefault(keys, ""));
        }
        List<Value> possible = outcome.values().stream()
                .filter(value -> reached.contains(value.key()))
                .toList();
        return new Decided(this, all, possible.getLast(), possible);
    }

    private static List<Value> left(DecisionPoint point, Set<String> keys) {
        keys.forEach(point::get);
        return keys.isEmpty()
                ? point.values()
                : point.values().stream()
                        .filter(value -> keys.contains(value.key()))
                        .toList();
    }

    /// With namespace, key and version, `ssvc:DT_SP:1.0.0`.
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<DecisionPoint> points() {
        return points;
    }

    public DecisionPoint outcome() {
        return outcome;
    }

    /// Its cells: the last value of the last point follows the one before it, as digits do.
    public List<Row> rows() {
        return combinations(points.stream().map(DecisionPoint::values).toList()).stream()
                .map(keys -> new Row(keys, cells.getOrDefault(keys, "")))
                .toList();
    }

    /// A cell, and the one beside it that a graver answer leads to, whose outcome is less grave.
    public record Contradiction(Row cell, Row graver) {}

    /// Those of the whole table, in the order of its cells.
    public List<Contradiction> contradictions() {
        List<Contradiction> all = new ArrayList<>();
        for (Row row : rows()) {
            for (int i = 0; i < points.size(); i++) {
                contradiction(row, i).ifPresent(all::add);
            }
        }
        return all;
    }

    /// @throws IllegalArgumentException  when a graver answer leads to a less grave outcome; the message
    ///                                   names both cells
    public void checkRising() {
        List<Contradiction> all = contradictions();
        if (!all.isEmpty()) {
            Contradiction one = all.getFirst();
            throw new IllegalArgumentException("%s is \"%s\", but the graver %s is only \"%s\""
                    .formatted(
                            cell(points, one.cell().keys()),
                            outcome.get(one.cell().outcome()).name(),
                            cell(points, one.graver().keys()),
                            outcome.get(one.graver().outcome()).name()));
        }
    }

    private Optional<Contradiction> contradiction(Row row, int at) {
        List<Value> values = points.get(at).values();
        int next = values.indexOf(points.get(at).get(row.keys().get(at))) + 1;
        if (next == values.size()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(row.keys());
        keys.set(at, values.get(next).key());
        Row graver = new Row(keys, cells.getOrDefault(keys, ""));
        int lesser = outcome.values().indexOf(outcome.get(row.outcome()));
        int greater = outcome.values().indexOf(outcome.get(graver.outcome()));
        return greater < lesser ? Optional.of(new Contradiction(row, graver)) : Optional.empty();
    }

    /// How many combinations it decides.
    public int size() {
        return cells.size();
    }
}
