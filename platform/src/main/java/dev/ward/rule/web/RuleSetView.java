package dev.ward.rule.web;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version of rules as it is shown: words in place of keys, and what differs from the version that
/// decides.
///
/// @param grid     the same, drawn; null of rules that are no grid
/// @param removed  rows of the version that decides which are no more; of kinds alone that grow
public record RuleSetView(
        List<String> titles, List<Line> lines, @Nullable RuleGrid grid, List<String> removed, long changes) {

    /// @param was  what the version that decides says; null where it says the same
    public record Line(List<String> cells, @Nullable String was) {}

    /// @param before  null where nothing is compared
    static RuleSetView of(RuleKind kind, RuleSet shown, @Nullable RuleSet before) {
        List<RuleColumn> columns = kind.columns();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.rows().size(); i++) {
            List<String> row = shown.rows().get(i);
            lines.add(new Line(words(columns, row), was(kind, row, i, before)));
        }
        List<String> removed = before == null || !kind.growing()
                ? List.of()
                : before.rows().stream()
                        .filter(row -> shown.rows().stream()
                                .noneMatch(one -> one.getFirst().equals(row.getFirst())))
                        .map(List::getFirst)
                        .toList();
        return new RuleSetView(
                columns.stream().map(RuleColumn::title).toList(),
                lines,
                kind.drawn() ? RuleGrid.of(kind, shown.rows(), before) : null,
                removed,
                lines.stream().map(Line::was).filter(Objects::nonNull).count() + removed.size());
    }

    private static @Nullable String was(RuleKind kind, List<String> row, int index, @Nullable RuleSet before) {
        if (before == null) {
            return null;
        }
        List<List<String>> rows = before.rows();
        List<String> other;
        if (kind.growing()) {
            other = rows.stream()
                    .filter(one -> one.getFirst().equals(row.getFirst()))
                    .findFirst()
                    .orElse(null);
        } else {
            other = index < rows.size() ? rows.get(index) : null;
        }
        if (other == null) {
            return "not there";
        }
        return row.equals(other) ? null : differing(kind.columns(), row, other);
    }

    private static String differing(List<RuleColumn> columns, List<String> row, List<String> other) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            if (!row.get(k).equals(other.get(k))) {
                words.add(columns.get(k).title() + ": " + columns.get(k).words(other.get(k)));
            }
        }
        return String.join("; ", words);
    }

    private static List<String> words(List<RuleColumn> columns, List<String> row) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            words.add(columns.get(k).words(row.get(k)));
        }
        return words;
    }
}
