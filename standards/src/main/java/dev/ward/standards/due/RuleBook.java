package dev.ward.standards.due;

import dev.ward.standards.input.TableResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The sets of rules by which a case is judged, with the calendars and words that they use.
///
/// @param ruleSets   each version; a set stands behind those whose outcome it asks for
/// @param calendars  by id
public record RuleBook(Vocabulary vocabulary, Map<String, WorkCalendar> calendars, List<RuleSet> ruleSets) {

    /// A set that asks a set that is not there, or a clock that runs on no calendar, is refused.
    ///
    /// @throws IllegalArgumentException  with the set that is at fault
    public RuleBook {
        calendars = Map.copyOf(calendars);
        ruleSets = ordered(ruleSets);
        Set<String> clocks = new HashSet<>();
        for (RuleSet set : ruleSets) {
            for (ClockRule clock : set.clocks()) {
                clocks.add(clock.id());
                if (!clock.calendar().isEmpty() && !calendars.containsKey(clock.calendar())) {
                    throw new IllegalArgumentException("%s: %s runs on the calendar %s, which is not there"
                            .formatted(set.id(), clock.id(), clock.calendar()));
                }
            }
        }
        for (int i = 0; i < ruleSets.size(); i++) {
            check(ruleSets.get(i), ruleSets, clocks);
            ruleSets.subList(0, i).forEach(checkOverlap(ruleSets.get(i)));
        }
    }

    private static Consumer<RuleSet> checkOverlap(RuleSet set) {
        return before -> {
            if (before.id().equals(set.id()) && overlap(set, before)) {
                throw new IllegalArgumentException("%s: versions %s and %s are effective on the same days"
                        .formatted(set.id(), before.version(), set.version()));
            }
        };
    }

    /// The book that Ward brings.
    public static RuleBook shipped() {
        return Shipped.BOOK;
    }

    private static void check(RuleSet set, List<RuleSet> all, Set<String> clocks) {
        for (RuleSet.Point point : set.points()) {
            for (FactTest test : point.tests()) {
                if (test instanceof EvidenceTest.By by) {
                    for (String clock : by.clocks()) {
                        if (!clocks.contains(clock)) {
                            throw new IllegalArgumentException(
                                    "%s asks for the clock %s, which is not there".formatted(set.id(), clock));
                        }
                    }
                }
                if (test instanceof EvidenceTest.With with && !clocks.contains(with.since())) {
                    throw new IllegalArgumentException(
                            "%s asks for the clock %s, which is not there".formatted(set.id(), with.since()));
                }
                if (test instanceof FactTest.OutcomeOf asked) {
                    checkOutcomes(set, asked, all);
                }
            }
        }
    }

    private static void checkOutcomes(RuleSet set, FactTest.OutcomeOf asked, List<RuleSet> all) {
        for (RuleSet other : all) {
            if (other.id().equals(asked.ruleSet())) {
                asked.outcomes().forEach(other.table().outcome()::get);
                if (other.status() != RuleSet.Status.IN_FORCE) {
                    throw new IllegalArgumentException("%s asks %s, which is %s"
                            .formatted(set.id(), other.id(), other.status().text()));
                }
            }
        }
    }

    private static boolean overlap(RuleSet one, RuleSet other) {
        return (one.effectiveTo() == null || !other.effectiveFrom().isAfter(one.effectiveTo()))
                && (other.effectiveTo() == null || !one.effectiveFrom().isAfter(other.effectiveTo()));
    }

    private static List<RuleSet> ordered(List<RuleSet> sets) {
        List<RuleSet> ordered = new ArrayList<>();
        List<RuleSet> left = new ArrayList<>(sets);
        Set<String> ids = new HashSet<>();
        while (!left.isEmpty()) {
            List<RuleSet> ready =
                    left.stream().filter(set -> ids.containsAll(set.asksFor())).toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("%s asks a set that is not there, or that asks it in turn"
                        .formatted(left.getFirst().id()));
            }
            ordered.addAll(ready);
            ready.forEach(set -> ids.add(set.id()));
            left.removeAll(ready);
        }
        return List.copyOf(ordered);
    }

    /// The version of each set that judges a case that began on a day; where none is effective then,
    /// none.
    @Nullable
    RuleSet version(String id, LocalDate began) {
        return ruleSets.stream()
                .filter(set -> set.id().equals(id) && set.isEffectiveOn(began))
                .findFirst()
                .orElse(null);
    }

    /// The rule of a clock; where versions differ, the one that binds most. Null when there is none.
    public @Nullable ClockRule clock(String id) {
        return ruleSets.stream()
                .flatMap(set -> set.clocks().stream())
                .filter(rule -> rule.id().equals(id))
                .min(Comparator.comparing(ClockRule::binding))
                .orElse(null);
    }

    /// This book with calendars in place of those of the same id.
    public RuleBook with(Map<String, WorkCalendar> replaced) {
        Map<String, WorkCalendar> all = new LinkedHashMap<>(calendars);
        all.putAll(replaced);
        return new RuleBook(vocabulary, all, ruleSets);
    }

    /// Read when it is asked for first.
    private static final class Shipped {

        static final RuleBook BOOK = read();

        private static RuleBook read() {
            Vocabulary vocabulary = Vocabulary.read(TableResource.cells(RuleBook.class, "vocabulary.tsv", 3));
            Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
            List<RuleSet> sets = new ArrayList<>();
            for (String name : TableResource.lines(RuleBook.class, "shipped.txt")) {
                List<List<String>> lines = TableResource.lines(RuleBook.class, name).stream()
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList();
                if (lines.getFirst().getFirst().equals("calendar")) {
                    WorkCalendar calendar = WorkCalendarReader.read(lines);
                    calendars.put(calendar.id(), calendar);
                } else {
                    sets.add(RuleSetReader.read(lines, vocabulary));
                }
            }
            return new RuleBook(vocabulary, calendars, sets);
        }
    }
}
