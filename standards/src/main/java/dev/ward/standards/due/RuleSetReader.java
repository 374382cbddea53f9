package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.due.RuleSet.Point;
import dev.ward.standards.due.RuleSet.Status;
import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a set of rules from lines of cells.
///
/// ```
/// ruleset    FDA-FINAL-2016   1.0.0   Postmarket Management of Cybersecurity in Medical Devices, final
/// regime     FDA              FDA
/// status     in-force
/// effective  2016-12-28       -
/// source     FDA (28 December 2016), VII.B   Ward's authors   2026-11
/// gate       device           A device on the market of the United States   market US   kind device
/// condition  1                No known death   no-event death
/// outcome    none             Nothing is due
/// row        no    *          none
/// row        yes   met|not-yet   none
/// clock      FDA-CUST-30      Customers are told
/// start      aware FDA
/// length     30               calendar-days
/// ```
///
/// A clock starts with `aware FDA`, `initiated`, `exploited`, each `event death`, the first `done
/// fix-available`, or `each extension-initiated`.
///
/// A row has a value of each gate (`yes`, `no`) and of each condition, several with `|`, all with `*`,
/// and what they come to; outcomes stand from the least to the most grave. Every combination must come
/// to one outcome.
public final class RuleSetReader {

    private static final List<Value> ANSWERS = List.of(new Value("no", "no"), new Value("yes", "yes"));
    private static final List<Value> STATES = Arrays.stream(ConditionState.values())
            .map(state -> new Value(state.key(), state.text()))
            .toList();

    /// How many cells a line has, its first among them.
    private static final Map<String, Integer> SIZES =
            Map.of("ruleset", 4, "regime", 3, "status", 2, "effective", 3, "remark", 2, "outcome", 3, "clock", 3);

    private final Vocabulary vocabulary;
    private final List<Point> points = new ArrayList<>();
    private final List<ClockRuleReader> clocks = new ArrayList<>();
    private final List<Value> outcomes = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> head = List.of();
    private String regime = "";
    private String authority = "";
    private Status status = Status.DISABLED;
    private LocalDate from = LocalDate.MIN;
    private @Nullable LocalDate to;
    private @Nullable Source source;
    private String remark = "";

    private RuleSetReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @param lines  each with its cells
    /// @throws IllegalArgumentException  with the line or the cell of the table that is at fault
    public static RuleSet read(List<List<String>> lines, Vocabulary vocabulary) {
        RuleSetReader reader = new RuleSetReader(vocabulary);
        for (List<String> cells : lines) {
            try {
                reader.line(cells);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "%s: %s (%s)".formatted(reader.id(), Quoted.of(String.join("\t", cells)), e.getMessage()), e);
            }
        }
        return reader.ruleSet(lines);
    }

    private String id() {
        return head.isEmpty() ? "a set of rules" : head.get(1);
    }

    private void line(List<String> cells) {
        String word = cells.getFirst();
        if (!clocks.isEmpty() && ClockRuleReader.WORDS.contains(word)) {
            clocks.getLast().line(cells);
            return;
        }
        int size = SIZES.getOrDefault(word, cells.size());
        if (cells.size() != size) {
            throw new IllegalArgumentException("it has %d cells, not %d".formatted(cells.size(), size));
        }
        switch (word) {
            case "ruleset" -> head = List.of("ruleset", cells.get(1), cells.get(2), cells.get(3));
            case "regime" -> {
                regime = vocabulary.check(Vocabulary.REGIME, cells.get(1));
                authority = cells.get(2);
            }
            case "status" -> status = DueFacts.value(Status.class, cells.get(1));
            case "effective" -> {
                from = LocalDate.parse(cells.get(1));
                to = cells.get(2).equals("-") ? null : LocalDate.parse(cells.get(2));
            }
            case "source" -> source = source(cells.subList(1, cells.size()));
            case "remark" -> remark = cells.get(1);
            case "gate", "condition" -> points.add(point(cells));
            case "outcome" -> outcomes.add(new Value(cells.get(1), cells.get(2)));
            case "row" -> rows.add(cells.subList(1, cells.size()));
            case "clock" -> clocks.add(new ClockRuleReader(cells, authority, vocabulary));
            default -> throw new IllegalArgumentException("not a line of a set of rules");
        }
    }

    /// @param cells  citation, and who verified it and when, both or neither
    static Source source(List<String> cells) {
        if (cells.size() != 1 && cells.size() != 3) {
            throw new IllegalArgumentException("a source is cited alone, or with who verified it and when");
        }
        return cells.size() == 1
                ? new Source(cells.getFirst(), "", "")
                : new Source(cells.getFirst(), cells.get(1), cells.get(2));
    }

    private Point point(List<String> cells) {
        boolean gate = cells.getFirst().equals("gate");
        FactTestReader reader = new FactTestReader(vocabulary);
        List<FactTest> tests =
                cells.subList(3, cells.size()).stream().map(reader::read).toList();
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("it asks nothing");
        }
        if (gate && tests.stream().anyMatch(EvidenceTest.class::isInstance)) {
            throw new IllegalArgumentException("a gate is yes or no; what needs proof is a condition");
        }
        return new Point(cells.get(1), cells.get(2), gate, tests);
    }

    private RuleSet ruleSet(List<List<String>> lines) {
        if (head.isEmpty() || source == null || outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s lacks a line \"ruleset\", \"source\" or \"outcome\"".formatted(id()));
        }
        Source ofSet = source;
        List<ClockRule> all = clocks.stream().map(clock -> clock.clock(ofSet)).toList();
        List<String> gates =
                points.stream().filter(Point::isGate).map(Point::id).toList();
        for (ClockRule clock : all) {
            for (String gate : clock.gates()) {
                if (!gates.contains(gate)) {
                    throw new IllegalArgumentException(
                            "%s: %s runs when %s, which is no gate".formatted(id(), clock.id(), Quoted.of(gate)));
                }
            }
        }
        return new RuleSet(
                id(),
                head.get(2),
                head.get(3),
                regime,
                authority,
                status,
                from,
                to,
                ofSet,
                remark,
                points,
                all,
                table(),
                lines.stream().map(cells -> String.join("\t", cells)).toList());
    }

    private DecisionTable table() {
        List<DecisionPoint> asked = points.stream()
                .map(point -> new DecisionPoint(point.id(), point.name(), point.isGate() ? ANSWERS : STATES))
                .toList();
        Map<List<String>, String> cells = new HashMap<>();
        List<DecisionTable.Row> expanded = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() != asked.size() + 1) {
                throw new IllegalArgumentException("%s: a row has %d cells, not %d: %s"
                        .formatted(id(), row.size(), asked.size() + 1, Quoted.of(String.join("\t", row))));
            }
            for (List<String> keys : expand(asked, row)) {
                if (!row.getLast().equals(cells.put(keys, row.getLast()))) {
                    expanded.add(new DecisionTable.Row(keys, row.getLast()));
                }
            }
        }
        try {
            return DecisionTable.of(
                    id(), head.get(3), asked, new DecisionPoint("outcome", "Outcome", outcomes), expanded);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(id(), e.getMessage()), e);
        }
    }

    private static List<List<String>> expand(List<DecisionPoint> asked, List<String> row) {
        List<List<String>> all = List.of(List.of());
        for (int i = 0; i < asked.size(); i++) {
            List<String> keys = row.get(i).equals("*")
                    ? asked.get(i).values().stream().map(Value::key).toList()
                    : List.of(row.get(i).split("\\|"));
            List<List<String>> longer = new ArrayList<>(all.size() * keys.size());
            for (List<String> begun : all) {
                for (String key : keys) {
                    List<String> one = new ArrayList<>(begun);
                    one.add(key);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }
}
