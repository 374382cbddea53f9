package dev.ward.standards.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final RuleBook SHIPPED = RuleBook.shipped();

    /// A set with one clock and no gate; cells are parted by `~`.
    private static RuleSet set(String id, String version, String effective, String... further) {
        List<String> lines = new ArrayList<>(List.of(
                "ruleset~" + id + "~" + version + "~A test",
                "regime~FDA~FDA",
                "status~in-force",
                "effective~" + effective,
                "source~Nowhere",
                "outcome~none~Nothing is due",
                "outcome~due~Due"));
        lines.addAll(Arrays.asList(further));
        return RuleSetReader.read(
                lines.stream().map(line -> List.of(line.split("~", -1))).toList(), SHIPPED.vocabulary());
    }

    private static RuleSet days(String version, String effective, int length) {
        return set(
                "TEST",
                version,
                effective,
                "row~due",
                "clock~TEST-DAYS~Done",
                "start~aware FDA",
                "length~" + length + "~calendar-days");
    }

    private static RuleBook book(RuleSet... sets) {
        return new RuleBook(SHIPPED.vocabulary(), SHIPPED.calendars(), List.of(sets));
    }

    private static void refused(String because, RuleSet... sets) {
        assertThatIllegalArgumentException().isThrownBy(() -> book(sets)).withMessageContaining(because);
    }

    private static DueResult due(RuleBook book, String facts, String at) throws IOException, UnreadableInput {
        DueFacts read = DueFactsReader.read(
                new ByteArrayInputStream(facts.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), "facts", book);
        return DueEngine.evaluate(read, book, Instant.parse(at));
    }

    private static List<String> clocks(DueResult result) {
        return result.clocks().stream()
                .map(clock -> clock.id() + " " + clock.due())
                .toList();
    }

    @Test
    void refusesAClockOnACalendarThatIsNotThere() {
        refused(
                "TEST: TEST-WORK runs on the calendar MARS, which is not there",
                set(
                        "TEST",
                        "1.0.0",
                        "2020-01-01~-",
                        "row~due",
                        "clock~TEST-WORK~Done",
                        "start~aware FDA",
                        "length~3~working-days",
                        "calendar~MARS"));
    }

    @Test
    void refusesASetThatAsksOneThatIsNotThere() {
        refused(
                "ONE asks a set that is not there",
                set("ONE", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome TWO due", "row~*~due"));
    }

    @Test
    void refusesSetsThatAskEachOther() {
        refused(
                "that asks it in turn",
                set("ONE", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome TWO due", "row~*~due"),
                set("TWO", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome ONE due", "row~*~due"));
    }

    @Test
    void putsASetBehindThoseThatItAsks() {
        RuleBook book = book(
                set("ONE", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome TWO due", "row~*~due"),
                set("TWO", "1.0.0", "2020-01-01~-", "row~due"));

        assertThat(book.ruleSets()).extracting(RuleSet::id).containsExactly("TWO", "ONE");
    }

    @Test
    void refusesAnOutcomeThatTheOtherDoesNotHave() {
        refused(
                "overdue",
                set("ONE", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome TWO overdue", "row~*~due"),
                set("TWO", "1.0.0", "2020-01-01~-", "row~due"));
    }

    @Test
    void refusesToAskASupersededSet() {
        refused(
                "ONE asks TWO, which is superseded",
                set("ONE", "1.0.0", "2020-01-01~-", "gate~other~Other~outcome TWO due", "row~*~due"),
                set("TWO", "1.0.0", "2020-01-01~-", "status~superseded", "row~due"));
    }

    @Test
    void refusesAConditionByAClockThatIsNotThere() {
        refused(
                "TEST asks for the clock TEST-7, which is not there",
                set("TEST", "1.0.0", "2020-01-01~-", "condition~1~Done~evidence fix-available by TEST-7", "row~*~due"));
    }

    @Test
    void refusesTwoVersionsThatAreEffectiveOnTheSameDays() {
        refused(
                "TEST: versions 1.0.0 and 2.0.0 are effective on the same days",
                days("1.0.0", "2020-01-01~2026-02-01", 10),
                days("2.0.0", "2026-02-01~-", 5));
        refused("are effective on the same days", days("1.0.0", "2020-01-01~-", 10), days("2.0.0", "2026-02-01~-", 5));
    }

    @Test
    void aVersionThatBecomesEffectiveInTheMiddleOfACaseDoesNotJudgeIt() throws Exception {
        RuleBook book = book(days("1.0.0", "2020-01-01~2026-01-31", 10), days("2.0.0", "2026-02-01~-", 5));

        DueResult before = due(
                book, "{'zone': 'UTC', 'awareness': [{'regime': 'FDA', 'at': '2026-01-31'}]}", "2026-03-01T00:00:00Z");
        // 1 February is the first day, the 10th the tenth
        assertThat(clocks(before)).containsExactly("TEST-DAYS 2026-02-10");
        assertThat(before.ruleSets()).extracting(one -> one.ruleSet().version()).containsExactly("1.0.0");
        assertThat(before.notAsked()).extracting(DueResult.NotAsked::version).containsExactly("2.0.0");
        assertThat(before.notAsked())
                .extracting(DueResult.NotAsked::because)
                .containsExactly("not effective on 2026-01-31, when the case began");

        DueResult after = due(
                book, "{'zone': 'UTC', 'awareness': [{'regime': 'FDA', 'at': '2026-02-01'}]}", "2026-03-01T00:00:00Z");
        // the 2nd is the first day, the 6th the fifth
        assertThat(clocks(after)).containsExactly("TEST-DAYS 2026-02-06");
        assertThat(after.ruleSets()).extracting(one -> one.ruleSet().version()).containsExactly("2.0.0");
    }

    @Test
    void aVersionThatEndedJudgesNoLaterCase() throws Exception {
        RuleBook book = book(days("1.0.0", "2020-01-01~2026-01-31", 10));

        DueResult result = due(
                book, "{'zone': 'UTC', 'awareness': [{'regime': 'FDA', 'at': '2026-02-01'}]}", "2026-03-01T00:00:00Z");

        assertThat(result.clocks()).isEmpty();
        assertThat(result.notAsked())
                .extracting(DueResult.NotAsked::because)
                .containsExactly("not effective on 2026-02-01, when the case began");
    }

    @Test
    void aHolidayThatIsAddedMovesAClockOfWorkingDays() throws Exception {
        String facts = "{'zone': 'America/New_York', 'markets': ['US'], 'productKind': 'device',"
                + " 'determination': 'uncontrolled', 'initiatedAt': '2026-03-02'}";
        WorkCalendar federal = Objects.requireNonNull(SHIPPED.calendars().get("US-FEDERAL"));
        RuleBook later = SHIPPED.with(
                Map.of("US-FEDERAL", federal.with(Map.of(LocalDate.parse("2026-03-05"), "A day of mourning"))));

        // 3 to 6 March (4), 9 to 13 (9), 16 (10)
        assertThat(clocks(due(SHIPPED, facts, "2026-03-03T12:00:00Z"))).contains("FDA-806 2026-03-16");
        DueResult moved = due(later, facts, "2026-03-03T12:00:00Z");
        assertThat(clocks(moved)).contains("FDA-806 2026-03-17");
        assertThat(moved.clocks().getFirst().steps()).anyMatch(step -> step.contains("A day of mourning"));
        assertThat(clocks(due(SHIPPED, facts, "2026-03-03T12:00:00Z")))
                .as("the book as it was")
                .contains("FDA-806 2026-03-16");
    }

    @Test
    void aHolidayOnAWeekendMovesNothing() throws Exception {
        String facts = "{'zone': 'America/New_York', 'markets': ['US'], 'productKind': 'device',"
                + " 'determination': 'uncontrolled', 'initiatedAt': '2026-03-02'}";
        WorkCalendar federal = Objects.requireNonNull(SHIPPED.calendars().get("US-FEDERAL"));
        RuleBook later =
                SHIPPED.with(Map.of("US-FEDERAL", federal.with(Map.of(LocalDate.parse("2026-03-07"), "A Saturday"))));

        assertThat(clocks(due(later, facts, "2026-03-03T12:00:00Z"))).contains("FDA-806 2026-03-16");
    }

    @Test
    void aSetNeedsNoCode() throws Exception {
        RuleSet further = set(
                "COUNTRY",
                "1.0.0",
                "2026-01-01~-",
                "gate~market~On this market~market NZ",
                "gate~harm~Harm~event death if associated suspected",
                "condition~told~Reported in time~evidence reported:COUNTRY-DAYS by COUNTRY-DAYS",
                "row~no~*~*~none",
                "row~yes~no~*~none",
                "row~yes~yes~met~none",
                "row~yes~yes~not-yet|unprovable|not-met~due",
                "clock~COUNTRY-DAYS~Report",
                "start~event death",
                "when~market",
                "length~3~working-days",
                "calendar~US-FEDERAL",
                "counts~start-day",
                "zone~Pacific/Auckland",
                "stop~reported:COUNTRY-DAYS");
        List<RuleSet> sets = new ArrayList<>(SHIPPED.ruleSets());
        sets.add(further);
        RuleBook book = book(sets.toArray(RuleSet[]::new));
        String open = "{'zone': 'UTC', 'markets': ['NZ'], 'adverseEvents':"
                + " [{'kind': 'death', 'association': 'associated', 'awareAt': '2026-03-05T12:00:00Z'}]";

        DueResult result = due(book, open + "}", "2026-03-06T12:00:00Z");
        // 12:00Z is 1:00 of Friday the 6th in Auckland: 6 (1), 9 (2), 10 March (3)
        assertThat(clocks(result)).containsExactly("COUNTRY-DAYS 2026-03-10");
        assertThat(outcome(result)).isEqualTo("due");

        DueResult told = due(
                book,
                open + ", 'facts': [{'type': 'reported', 'regime': 'COUNTRY-DAYS', 'at': '2026-03-09T12:00:00Z'}]}",
                "2026-03-20T12:00:00Z");
        assertThat(outcome(told)).isEqualTo("none");
    }

    private static String outcome(DueResult result) {
        return result.ruleSets().stream()
                .filter(one -> one.ruleSet().id().equals("COUNTRY"))
                .map(one -> one.outcome().key())
                .findFirst()
                .orElse("not asked");
    }

    @Test
    void everyShippedSetNamesItsSource() {
        assertThat(SHIPPED.ruleSets())
                .allSatisfy(set -> assertThat(set.source().citation()).isNotBlank())
                .allSatisfy(set -> assertThat(set.clocks())
                        .allSatisfy(
                                clock -> assertThat(clock.source().citation()).isNotBlank()));
    }
}
