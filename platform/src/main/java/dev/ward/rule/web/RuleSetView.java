package dev.ward.rule.web;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version of rules as it is shown: words in place of keys, and what differs from the version that
/// decides.
///
/// @param grid     the same, drawn; null of rules that are no grid
/// @param groups   the lines once more, by the column that parts them; one group of rules that are not parted
/// @param removed  rows of the version that decides which are no more; of kinds alone that grow
public record RuleSetView(
        List<String> titles,
        List<Line> lines,
        List<Group> groups,
        @Nullable RuleGrid grid,
        List<String> removed,
        long changes) {

    /// @param was  what the version that decides says; null where it says the same
    public record Line(List<String> cells, @Nullable String was) {}

    /// @param word    of its address on the page
    /// @param column  whose words are the title, and are not repeated in its lines; negative where none is
    public record Group(String word, String title, int column, List<Line> lines) {}

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
                        .filter(row -> shown.rows().stream().noneMatch(one -> isSame(kind, one, row)))
                        .map(row -> named(kind, row))
                        .toList();
        return new RuleSetView(
                columns.stream().map(RuleColumn::title).toList(),
                lines,
                groups(kind, shown.rows(), lines),
                kind.drawn() ? RuleGrid.of(kind, shown.rows(), before) : null,
                removed,
                lines.stream().map(Line::was).filter(Objects::nonNull).count() + removed.size());
    }

    /// In the order in which the first of each stands.
    private static List<Group> groups(RuleKind kind, List<List<String>> rows, List<Line> lines) {
        int column = kind.group();
        if (column < 0) {
            return List.of(new Group("", "", column, lines));
        }
        Map<String, List<Line>> parted = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            parted.computeIfAbsent(rows.get(i).get(column), _ -> new ArrayList<>())
                    .add(lines.get(i));
        }
        return parted.entrySet().stream()
                .map(one ->
                        new Group(one.getKey(), kind.columns().get(column).words(one.getKey()), column, one.getValue()))
                .toList();
    }

    /// Whether two versions of a row are of one rule.
    private static boolean isSame(RuleKind kind, List<String> one, List<String> other) {
        int column = kind.group();
        return one.getFirst().equals(other.getFirst())
                && (column < 0 || one.get(column).equals(other.get(column)));
    }

    private static String named(RuleKind kind, List<String> row) {
        int column = kind.group();
        return column < 0
                ? row.getFirst()
                : row.getFirst() + " (" + kind.columns().get(column).words(row.get(column)) + ")";
    }

    private static @Nullable String was(RuleKind kind, List<String> row, int index, @Nullable RuleSet before) {
        if (before == null) {
            return null;
        }
        List<List<String>> rows = before.rows();
        List<String> other;
        if (kind.growing()) {
            other = rows.stream()
                    .filter(one -> isSame(kind, one, row))
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
