package dev.ward.cli.due;

import dev.ward.cli.terminal.Terminal;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RunningClock;

/// Prints a result for people: the clocks with their arithmetic, then what each set of rules came to,
/// and why.
final class DueTable {

    private static final String INDENT = "  ";

    private final Terminal terminal;

    DueTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(DueResult result) {
        line("As of %s, days in %s".formatted(result.at(), result.facts().zone()));
        if (result.later() > 0) {
            line("%d of the facts lie after it and do not count yet".formatted(result.later()));
        }
        head("Clocks");
        result.clocks().forEach(this::clock);
        if (result.clocks().isEmpty()) {
            line(INDENT + "none runs");
        }
        if (!result.waiting().isEmpty()) {
            head("Clocks that would run");
            for (DueResult.Waiting waiting : result.waiting()) {
                line(INDENT + "%-16s waits for %s".formatted(waiting.rule().id(), waiting.because()));
            }
        }
        for (RuleSetResult set : result.ruleSets()) {
            ruleSet(set);
        }
        head("Not asked");
        for (DueResult.NotAsked set : result.notAsked()) {
            line(INDENT + "%-16s %s".formatted(set.id(), set.because()));
        }
    }

    private void clock(RunningClock clock) {
        String state = clock.state().text();
        String shown = switch (clock.state()) {
            case OVERDUE, STOPPED_LATE -> terminal.red(state);
            case WARNING -> terminal.yellow(state);
            default -> state;
        };
        line(INDENT + "%s %s  %s".formatted(terminal.bold("%-16s".formatted(clock.id())), clock.due(), shown));
        line(INDENT.repeat(2) + clock.rule().name() + " (" + clock.rule().authority() + ")");
        clock.steps().forEach(step -> line(INDENT.repeat(2) + "· " + Terminal.printable(step)));
        line(INDENT.repeat(2) + terminal.faint(clock.rule().source().toString()));
    }

    private void ruleSet(RuleSetResult result) {
        head("%s %s, %s"
                .formatted(
                        result.ruleSet().id(),
                        result.ruleSet().version(),
                        result.ruleSet().status().text()));
        line(INDENT + terminal.bold(result.outcome().key()) + "  "
                + result.outcome().name());
        if (!result.isCertain()) {
            line(INDENT + "not certain: also possible is "
                    + String.join(
                            ", ",
                            result.possible().stream()
                                    .map(value -> value.key())
                                    .filter(key -> !key.equals(result.outcome().key()))
                                    .toList()));
        }
        result.gates().forEach(gate -> answer(gate.id(), gate.gateText(), gate.because()));
        result.conditions()
                .forEach(condition -> answer(condition.id(), condition.state().text(), condition.because()));
        if (!result.ruleSet().remark().isEmpty()) {
            line(INDENT + terminal.faint(result.ruleSet().remark()));
        }
        line(INDENT + terminal.faint(result.ruleSet().source().toString()));
    }

    private void answer(String id, String state, String because) {
        line(INDENT + "%-14s %-11s %s".formatted(id, state, Terminal.printable(because)));
    }

    private void head(String text) {
        terminal.out().println();
        line(terminal.bold(text));
    }

    /// Styles are Ward's own; texts of the facts are made harmless before.
    private void line(String text) {
        terminal.out().println(text);
    }
}
