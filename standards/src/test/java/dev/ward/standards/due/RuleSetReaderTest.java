package dev.ward.standards.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetReaderTest {

    /// Cells are parted by `~` here, so that they can be seen.
    private static final List<String> LINES = List.of(
            "ruleset~TEST~1.0.0~A test",
            "regime~FDA~FDA",
            "status~in-force",
            "effective~2020-01-01~-",
            "source~Nowhere",
            "gate~device~A device~kind device",
            "condition~told~Told in time~evidence customer-communication by TEST-10",
            "outcome~none~Nothing is due",
            "outcome~due~Due",
            "row~no~*~none",
            "row~yes~met~none",
            "row~yes~not-yet|unprovable|not-met~due",
            "clock~TEST-10~Told",
            "start~aware FDA",
            "when~device",
            "length~10~calendar-days",
            "stop~customer-communication");

    private static RuleSet read(List<String> lines) {
        return RuleSetReader.read(
                lines.stream().map(line -> List.of(line.split("~", -1))).toList(),
                RuleBook.shipped().vocabulary());
    }

    private static List<String> without(String line) {
        List<String> lines = new ArrayList<>(LINES);
        assertThat(lines.remove(line)).as(line).isTrue();
        return lines;
    }

    private static List<String> with(String further) {
        List<String> lines = new ArrayList<>(LINES);
        lines.add(further);
        return lines;
    }

    private static List<String> replaced(String line, String by) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(lines.indexOf(line), by);
        return lines;
    }

    private static void refused(List<String> lines, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(lines))
                .withMessageContaining("TEST")
                .withMessageContaining(because);
    }

    @Test
    void readsWhatIsWhole() {
        RuleSet set = read(LINES);

        assertThat(set.table().size()).isEqualTo(2 * 4);
        assertThat(set.clocks()).extracting(ClockRule::id).containsExactly("TEST-10");
        assertThat(set.text()).hasSameSizeAs(LINES).contains("row\tno\t*\tnone");
    }

    @Test
    void namesTheCellOfAGap() {
        refused(without("row~yes~met~none"), "A device: yes, Told in time: met has no outcome in TEST");
        refused(
                replaced("row~yes~not-yet|unprovable|not-met~due", "row~yes~not-yet|not-met~due"),
                "A device: yes, Told in time: unprovable has no outcome in TEST");
        refused(without("row~no~*~none"), "A device: no, Told in time: met has no outcome in TEST");
    }

    @Test
    void namesTheCellOfAContradiction() {
        refused(
                with("row~yes~met~due"),
                "A device: yes, Told in time: met stands twice in TEST, with the outcomes \"none\" and \"due\"");
        refused(with("row~*~not-met~none"), "A device: yes, Told in time: not met stands twice in TEST");
    }

    @Test
    void takesTheSameAnswerTwice() {
        assertThat(read(with("row~yes~met~none")).table().size()).isEqualTo(2 * 4);
    }

    @Test
    void refusesARowWithACellTooManyOrTooFew() {
        refused(with("row~yes~met~none~none"), "a row has 4 cells, not 3");
        refused(with("row~yes~none"), "a row has 2 cells, not 3");
    }

    @Test
    void refusesValuesThatARowCannotHave() {
        refused(with("row~maybe~met~none"), "maybe");
        refused(with("row~yes~done~none"), "done");
        refused(replaced("row~yes~met~none", "row~yes~met~nothing"), "nothing");
    }

    @Test
    void refusesUnknownWords() {
        refused(replaced("regime~FDA~FDA", "regime~FDB~FDA"), "\"FDB\" is no regime");
        refused(replaced("status~in-force", "status~valid"), "\"valid\" is none of");
        refused(
                replaced(
                        "condition~told~Told in time~evidence customer-communication by TEST-10",
                        "condition~told~Told in time~evidence customer-letter by TEST-10"),
                "\"customer-letter\" is no evidence");
        refused(
                replaced("gate~device~A device~kind device", "gate~device~A device~event fright if associated"),
                "\"fright\" is no event");
        refused(
                replaced("gate~device~A device~kind device", "gate~device~A device~wanted device"),
                "not a question of a set of rules");
        refused(replaced("start~aware FDA", "start~aware FDB"), "\"FDB\" is no regime");
        refused(replaced("start~aware FDA", "start~someday"), "starts no clock");
        refused(replaced("length~10~calendar-days", "length~10~moons"), "\"moons\" is none of");
        refused(replaced("length~10~calendar-days", "length~-1~calendar-days"), "\"-1\" is no length");
        refused(with("counts~monday"), "\"monday\" is no day of a start");
        refused(with("zone~America/Nowhere"), "is no time zone");
        refused(with("limit~3"), "not a line of a set of rules");
    }

    @Test
    void refusesAGateThatNeedsProof() {
        refused(
                replaced("gate~device~A device~kind device", "gate~device~A device~no-event death"),
                "what needs proof is a condition");
    }

    @Test
    void refusesAClockThatLacksSomething() {
        refused(without("start~aware FDA"), "TEST-10 has no start or no length");
        refused(without("length~10~calendar-days"), "TEST-10 has no start or no length");
        refused(replaced("when~device", "when~devices"), "which is no gate");
        refused(replaced("when~device", "unless~told"), "which is no gate");
        refused(replaced("length~10~calendar-days", "length~10~working-days"), "TEST-10 needs a calendar");
        refused(with("last-day~next-working-day"), "TEST-10 needs a calendar");
    }

    @Test
    void refusesCellsWithTooManyOrTooFewWords() {
        for (String start : List.of("exploited CRA", "aware", "aware CRA FDA", "done", "each", "event", "known CRA")) {
            refused(replaced("start~aware FDA", "start~" + start), "has too few or too many words");
        }
        for (String line : List.of(
                "unless~device~device",
                "zone~UTC~UTC",
                "calendar~A~B",
                "last-day~stays~stays",
                "binding~own~law",
                "counts~start-day~start-day",
                "since~FDA~CRA",
                "length~10",
                "length~10~calendar-days~months")) {
            refused(with(line), "cells after the first");
        }
        refused(with("outcome~more~More~Most"), "it has 4 cells, not 3");
        refused(with("remark~one~two"), "it has 3 cells, not 2");
        refused(with("source~Nowhere~Somebody"), "a source is cited alone");
        refused(with("gate~used~Used~exploited now"), "has a word too many");
    }

    @Test
    void refusesProofThatSaysNotByWhat() {
        String told = "condition~told~Told in time~evidence customer-communication by TEST-10";
        refused(
                replaced(told, "condition~told~Told in time~evidence customer-communication"),
                "does not say by or with what, or since what");
        refused(replaced(told, "condition~told~Told in time~evidence customer-communication by"), "lacks a word");
    }
}
