package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.due.RuleSet.Point;
import dev.ward.standards.due.RuleSet.Status;
import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /// Without the meaning of a regime that is not known yet.
    private static final int REGIME_CELLS = 3;

    /// How many cells a line has, its first among them.
    private static final Map<String, Integer> SIZES =
            Map.of("ruleset", 4, "status", 2, "effective", 3, "remark", 2, "outcome", 3, "clock", 3);

    private final List<Point> points = new ArrayList<>();
    private final List<ClockRuleReader> clocks = new ArrayList<>();
    private final List<Value> outcomes = new ArrayList<>();
    private final List<Line> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Vocabulary vocabulary;
    private List<String> head = List.of();
    private String regime = "";
    private String regimeMeaning = "";
    private String authority = "";
    private Status status = Status.DISABLED;
    private LocalDate from = LocalDate.MIN;
    private @Nullable LocalDate to;
    private @Nullable Source source;
    private String remark = "";

    private RuleSetReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// A line with its cells.
    ///
    /// @param place  where it stands, for whoever wrote it; empty where the line itself is shown
    record Line(String place, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        String text() {
            return String.join("\t", cells);
        }
    }

    /// What was read.
    ///
    /// @param ruleSet  null when there is a fault
    /// @param faults   all that were found, each a sentence without its full stop
    record Checked(@Nullable RuleSet ruleSet, List<String> faults) {

        Checked {
            faults = List.copyOf(faults);
        }
    }

    /// @param lines  each with its cells
    /// @throws IllegalArgumentException  with the line or the cell of the table that is at fault
    public static RuleSet read(List<List<String>> lines, Vocabulary vocabulary) {
        Checked checked = check(lines.stream().map(cells -> new Line("", cells)).toList(), vocabulary);
        if (checked.ruleSet() == null) {
            throw new IllegalArgumentException(checked.faults().getFirst());
        }
        return checked.ruleSet();
    }

    /// Reads on after a fault, so that all are told at once.
    static Checked check(List<Line> lines, Vocabulary vocabulary) {
        RuleSetReader reader = new RuleSetReader(vocabulary);
        for (Line line : lines) {
            try {
                reader.line(line);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                reader.faults.add(
                        line.place().isEmpty()
                                ? "%s: %s (%s)".formatted(reader.id(), Quoted.of(line.text()), e.getMessage())
                                : "%s: %s".formatted(line.place(), e.getMessage()));
            }
        }
        RuleSet read = reader.ruleSet(lines);
        return new Checked(reader.faults.isEmpty() ? read : null, reader.faults);
    }

    private String id() {
        return head.isEmpty() ? "a set of rules" : head.get(1);
    }

    private void line(Line line) {
        List<String> cells = line.cells();
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
                if (cells.size() > REGIME_CELLS + 1 || cells.size() < REGIME_CELLS) {
                    throw new IllegalArgumentException("it has %d cells, not %d".formatted(cells.size(), REGIME_CELLS));
                }
                regimeMeaning = cells.size() > REGIME_CELLS ? cells.getLast() : "";
                vocabulary = vocabulary.with(Vocabulary.REGIME, cells.get(1), regimeMeaning);
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
            case "row" -> rows.add(new Line(line.place(), cells.subList(1, cells.size())));
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

    /// Null when something without which there is none is missing.
    private @Nullable RuleSet ruleSet(List<Line> lines) {
        if (head.isEmpty() || source == null || outcomes.isEmpty()) {
            faults.add("%s lacks a line \"ruleset\", \"source\" or \"outcome\"".formatted(id()));
            return null;
        }
        List<ClockRule> all = clocks(source);
        DecisionTable table = RuleTable.read(id(), head.get(3), points, outcomes, rows, faults);
        return table == null
                ? null
                : new RuleSet(
                        id(),
                        head.get(2),
                        head.get(3),
                        regime,
                        regimeMeaning,
                        authority,
                        status,
                        from,
                        to,
                        source,
                        remark,
                        points,
                        all,
                        table,
                        lines.stream().map(Line::text).toList());
    }

    private List<ClockRule> clocks(Source ofSet) {
        List<String> gates =
                points.stream().filter(Point::isGate).map(Point::id).toList();
        List<ClockRule> all = new ArrayList<>();
        for (ClockRuleReader reader : clocks) {
            try {
                ClockRule clock = reader.clock(ofSet);
                all.add(clock);
                clock.gates().stream()
                        .filter(gate -> !gates.contains(gate))
                        .forEach(gate -> faults.add(
                                "%s: %s runs when %s, which is no gate".formatted(id(), clock.id(), Quoted.of(gate))));
            } catch (IllegalArgumentException e) {
                faults.add("%s: %s".formatted(id(), e.getMessage()));
            }
        }
        return all;
    }
}
