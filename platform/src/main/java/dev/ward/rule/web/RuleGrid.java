package dev.ward.rule.web;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A set of rules as the grid that it is: the gravest of the first question above, the gravest of the
/// second on the right.
///
/// @param headings  of the second question's answers
/// @param choices   what a cell may say, the least grave first
public record RuleGrid(String title, List<String> headings, List<Line> lines, List<Choice> choices) {

    /// @param heading  an answer of the first question
    public record Line(String heading, List<Cell> cells) {}

    /// @param name     of its field, `r0c2`
    /// @param called   for people, "Exploitability: Low, Severity of Patient Harm: Minor"
    /// @param heading  the answer of the second question
    /// @param key      what it says
    /// @param inForce  the key of what decides now; null where nothing is compared
    /// @param faulty   whether it contradicts another
    public record Cell(
            String name,
            String called,
            String heading,
            String key,
            @Nullable String inForce,
            boolean faulty) {

        public boolean changed() {
            return inForce != null && !inForce.equals(key);
        }
    }

    /// @param graver  whether it is of the graver half
    public record Choice(String key, String title, boolean graver) {}

    /// @param kind     one that is drawn
    /// @param compared the version that decides; null where nothing is compared
    static RuleGrid of(RuleKind kind, List<List<String>> rows, @Nullable RuleSet compared) {
        List<Integer> faulty = faulty(kind, rows);
        List<RuleColumn> columns = kind.columns();
        List<Line> lines = new ArrayList<>();
        for (RuleColumn.Choice above : columns.getFirst().choices()) {
            List<Cell> cells = new ArrayList<>();
            for (RuleColumn.Choice beside : columns.get(1).choices()) {
                for (int i = 0; i < rows.size(); i++) {
                    if (is(rows.get(i), above, beside)) {
                        String inForce = inForce(compared, above, beside);
                        String name = RuleRows.field(i, 2);
                        String key = rows.get(i).get(2);
                        cells.add(
                                new Cell(name, kind.called(rows, i), beside.title(), key, inForce, faulty.contains(i)));
                    }
                }
            }
            lines.add(new Line(above.title(), cells));
        }
        Collections.reverse(lines);
        return new RuleGrid(
                columns.getFirst().title() + " by " + columns.get(1).title().toLowerCase(Locale.ROOT),
                columns.get(1).choices().stream().map(RuleColumn.Choice::title).toList(),
                lines,
                choices(columns.get(2)));
    }

    private static List<Choice> choices(RuleColumn outcome) {
        List<Choice> choices = new ArrayList<>();
        int all = outcome.choices().size();
        for (int i = 0; i < all; i++) {
            RuleColumn.Choice one = outcome.choices().get(i);
            choices.add(new Choice(one.key(), one.title(), i * 2 >= all));
        }
        return choices;
    }

    /// None of rows that are wrong in another way: what is wrong is said then.
    private static List<Integer> faulty(RuleKind kind, List<List<String>> rows) {
        try {
            return kind.contradicting(rows);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean is(List<String> row, RuleColumn.Choice above, RuleColumn.Choice beside) {
        return row.getFirst().equals(above.key()) && row.get(1).equals(beside.key());
    }

    private static @Nullable String inForce(
            @Nullable RuleSet compared, RuleColumn.Choice above, RuleColumn.Choice beside) {
        return compared == null
                ? null
                : compared.rows().stream()
                        .filter(row -> is(row, above, beside))
                        .map(row -> row.get(2))
                        .findFirst()
                        .orElse(null);
    }

    /// What a key says, for people.
    public String words(String key) {
        return choices.stream()
                .filter(one -> one.key().equals(key))
                .map(Choice::title)
                .findFirst()
                .orElse(key);
    }

    public boolean graver(String key) {
        return choices.stream().anyMatch(one -> one.key().equals(key) && one.graver());
    }

    /// Those that contradict another.
    public List<Cell> faulty() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(Cell::faulty)
                .toList();
    }
}
