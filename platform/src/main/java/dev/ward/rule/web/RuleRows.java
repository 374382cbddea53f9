package dev.ward.rule.web;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rows of a set of rules as a form: a field for each cell that can be changed, `r0c4`. A row of a
/// kind that grows is taken away when its first cell is emptied, and added in the rows that follow the
/// last one.
///
/// @param ground  what the cells say before anybody types
record RuleRows(RuleKind kind, RuleSet ground) {

    private static final int FURTHER = 2;

    static String field(int row, int column) {
        return "r" + row + "c" + column;
    }

    List<List<String>> read(Map<String, String> sent) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            List<String> row = row(i, sent);
            if (!kind.growing() || !row.getFirst().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// What the fields hold: what was typed, or what the ground says.
    List<List<String>> fields(Form form) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            rows.add(row(i, form.values()));
        }
        return rows;
    }

    private int size() {
        return ground.rows().size() + (kind.growing() ? FURTHER : 0);
    }

    private List<String> row(int i, Map<String, String> sent) {
        List<RuleColumn> columns = kind.columns();
        List<String> row = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            String before = i < ground.rows().size() ? ground.rows().get(i).get(k) : "";
            boolean fixed = columns.get(k).fixed();
            row.add(fixed ? before : Objects.requireNonNullElse(sent.get(field(i, k)), before));
        }
        return row;
    }
}
