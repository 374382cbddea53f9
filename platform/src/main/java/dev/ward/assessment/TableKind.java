package dev.ward.assessment;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A decision table as rules that a manufacturer writes for itself: the questions stay, the outcomes are
/// its own.
///
/// @param table  version 1
record TableKind(String key, String title, String purpose, DecisionTable table) implements RuleKind {

    private static final String OWN = "own:";

    @Override
    public List<RuleColumn> columns() {
        List<RuleColumn> columns = new ArrayList<>();
        table.points().forEach(point -> columns.add(column(point, true)));
        columns.add(column(table.outcome(), false));
        return columns;
    }

    private static RuleColumn column(DecisionPoint point, boolean fixed) {
        return new RuleColumn(
                point.name(),
                point.values().stream()
                        .map(value -> new RuleColumn.Choice(value.key(), value.name()))
                        .toList(),
                fixed);
    }

    @Override
    public boolean growing() {
        return false;
    }

    @Override
    public boolean actsUnsigned() {
        return true;
    }

    @Override
    public List<List<String>> shipped() {
        return table.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row.keys());
                    cells.add(row.outcome());
                    return List.copyOf(cells);
                })
                .toList();
    }

    /// `own:RISK:2.0.0`, where Ward's own is `ward:RISK:1.0.0`.
    @Override
    public String id(int version) {
        return version == 1 ? table.id() : OWN + name() + ":" + version + ".0.0";
    }

    private String name() {
        return table.id().split(":", -1)[1];
    }

    /// The version of an id; empty when it is none of this kind.
    OptionalInt version(String id) {
        if (id.equals(table.id())) {
            return OptionalInt.of(1);
        }
        String[] parts = id.split("[:.]", -1);
        try {
            int version = parts.length == 5 ? Integer.parseInt(parts[2]) : 0;
            return version > 1 && id.equals(id(version)) ? OptionalInt.of(version) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public void check(List<List<String>> rows) {
        of(OWN + name(), rows).checkRising();
    }

    /// Over two questions.
    @Override
    public boolean drawn() {
        return table.points().size() == 2;
    }

    @Override
    public List<Integer> contradicting(List<List<String>> rows) {
        List<List<String>> cells = new ArrayList<>();
        of(OWN + name(), rows).contradictions().forEach(one -> {
            cells.add(one.cell().keys());
            cells.add(one.graver().keys());
        });
        return IntStream.range(0, rows.size())
                .filter(i ->
                        cells.contains(rows.get(i).subList(0, table.points().size())))
                .boxed()
                .toList();
    }

    /// @throws IllegalArgumentException  when a cell is missing, stands twice or says what it cannot
    DecisionTable of(String id, List<List<String>> rows) {
        return DecisionTable.of(
                id,
                table.name(),
                table.points(),
                table.outcome(),
                rows.stream()
                        .map(row -> new DecisionTable.Row(row.subList(0, row.size() - 1), row.getLast()))
                        .toList());
    }
}
