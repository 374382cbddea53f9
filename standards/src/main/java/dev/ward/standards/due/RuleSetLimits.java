package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.input.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a set of rules that people bring must keep besides being whole, so that it can be evaluated for
/// every case, and what is not known never improves what it comes to.
final class RuleSetLimits {

    private static final String ID = "[A-Z0-9][A-Z0-9-]{1,39}";
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String VERSION = "\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_GATES = 8;
    private static final int MOST_CONDITIONS = 6;
    private static final int MOST_OUTCOMES = 30;
    private static final int MOST_CLOCKS = 30;
    private static final int MOST_OF_ONE = 12;
    private static final int MOST_TOLD = 10;
    private static final int MOST_HOLIDAYS = 60;
    private static final int LONGEST_WEEKEND = 3;

    private final RuleSet set;
    private final List<String> faults;

    private RuleSetLimits(RuleSet set, List<String> faults) {
        this.set = set;
        this.faults = faults;
    }

    /// @param faults  to which those are added that are found
    static void check(RuleSet set, List<String> faults) {
        RuleSetLimits limits = new RuleSetLimits(set, faults);
        limits.head();
        limits.points();
        limits.clocks();
        limits.rising();
    }

    private void head() {
        form("id", set.id(), ID);
        form("version", set.version(), VERSION);
        form("regime", set.regime(), ID);
        years("effectiveFrom", set.effectiveFrom());
        LocalDate to = set.effectiveTo();
        if (to != null) {
            years("effectiveTo", to);
            if (to.isBefore(set.effectiveFrom())) {
                faults.add("effectiveTo: %s lies before effectiveFrom, %s".formatted(to, set.effectiveFrom()));
            }
        }
    }

    private void points() {
        most("gates", set.points().stream().filter(RuleSet.Point::isGate).count(), MOST_GATES);
        most(
                "conditions",
                set.points().stream().filter(point -> !point.isGate()).count(),
                MOST_CONDITIONS);
        List<Value> outcomes = set.table().outcome().values();
        most("outcomes", outcomes.size(), MOST_OUTCOMES);
        outcomes.forEach(outcome -> form("outcomes", outcome.key(), KEY));
        for (RuleSet.Point point : set.points()) {
            form("gates or conditions", point.id(), KEY);
            most(point.id(), point.tests().size(), MOST_OF_ONE);
            point.tests().forEach(this::market);
        }
    }

    /// A market that no product can have would keep the set from ever being asked.
    private void market(FactTest test) {
        if (test instanceof FactTest.Market market) {
            Set<String> known = Set.of(Locale.getISOCountries());
            market.codes().stream()
                    .filter(code -> !known.contains(code) && !code.equals("EU") && !code.equals("EEA"))
                    .forEach(code -> faults.add("market %s is no country of ISO 3166-1 (GB, not UK), and not EU or EEA"
                            .formatted(Quoted.of(code))));
        }
        if (test instanceof FactTest.DeviceClass device) {
            device.classes().stream()
                    .filter(one -> !Set.of("I", "II", "III").contains(one))
                    .forEach(one -> faults.add("class %s is none of I, II, III".formatted(Quoted.of(one))));
        }
    }

    private void clocks() {
        most("clocks", set.clocks().size(), MOST_CLOCKS);
        Set<String> ids = new HashSet<>();
        for (ClockRule clock : set.clocks()) {
            form("clocks", clock.id(), ID);
            if (!ids.add(clock.id())) {
                faults.add("the clock %s stands twice".formatted(clock.id()));
            }
            int longest = longest(clock.unit());
            if (clock.length() > longest) {
                faults.add("%s: %d is longer than %d".formatted(clock.id(), clock.length(), longest));
            }
            for (Collection<?> one : List.of(clock.starts(), clock.stops(), clock.when(), clock.warnings())) {
                most(clock.id(), one.size(), MOST_OF_ONE);
            }
            for (int i = 1; i < clock.warnings().size(); i++) {
                if (clock.warnings().get(i) >= clock.warnings().get(i - 1)) {
                    faults.add("%s: warnings stand from the earliest to the last, each once".formatted(clock.id()));
                }
            }
        }
    }

    private static int longest(ClockRule.Unit unit) {
        return switch (unit) {
            case HOURS -> 87_600;
            case CALENDAR_DAYS -> 36_500;
            case WORKING_DAYS -> 2_500;
            case MONTHS -> 1_200;
        };
    }

    /// A graver state of a condition never leads to a less grave outcome.
    private void rising() {
        List<DecisionTable.Contradiction> all = set.table().contradictions().stream()
                .filter(one -> !set.points().get(changed(one)).isGate())
                .toList();
        for (DecisionTable.Contradiction one : all.subList(0, Math.min(all.size(), MOST_TOLD))) {
            faults.add("%s: %s comes to %s, and the graver %s only to %s"
                    .formatted(
                            set.points().get(changed(one)).name(),
                            String.join(", ", one.cell().keys()),
                            Quoted.of(one.cell().outcome()),
                            String.join(", ", one.graver().keys()),
                            Quoted.of(one.graver().outcome())));
        }
        if (all.size() > MOST_TOLD) {
            faults.add("and so do %,d more cells".formatted(all.size() - MOST_TOLD));
        }
    }

    private static int changed(DecisionTable.Contradiction one) {
        int at = 0;
        while (one.cell().keys().get(at).equals(one.graver().keys().get(at))) {
            at++;
        }
        return at;
    }

    /// To whom something is reported, in what stops clocks and in questions; a name that nobody can enter
    /// would never be met.
    static void recipients(RuleSet set, RuleBook book, List<String> faults) {
        Set<String> known =
                new HashSet<>(book.vocabulary().words(Vocabulary.REGIME).keySet());
        known.add(set.regime());
        book.ruleSets().forEach(other -> other.clocks().forEach(clock -> known.add(clock.id())));
        set.clocks().forEach(clock -> known.add(clock.id()));
        List<EvidenceName> named = new ArrayList<>();
        set.clocks().forEach(clock -> named.addAll(clock.stops()));
        set.points().forEach(point -> point.tests().forEach(test -> named.addAll(named(test))));
        for (EvidenceName name : named) {
            boolean reported = name.type().equals("reported");
            if (reported == name.regime().isEmpty()) {
                faults.add("%s: a report says to whom, reported:%s, and nothing else does"
                        .formatted(Quoted.of(name.toString()), set.regime()));
            }
            for (String one : reported ? name.regime().split("\\|", -1) : new String[0]) {
                if (!known.contains(one)) {
                    faults.add("reported:%s names no regime and no clock".formatted(one));
                }
            }
        }
    }

    private static List<EvidenceName> named(FactTest test) {
        if (test instanceof EvidenceTest.By by) {
            return by.names();
        }
        if (test instanceof EvidenceTest.MemberAt member) {
            return member.names();
        }
        if (test instanceof EvidenceTest.With with) {
            return List.of(with.given(), with.to());
        }
        if (test instanceof FactTest.Done done) {
            return done.names();
        }
        return test instanceof FactTest.Initiated initiated ? initiated.otherwise() : List.of();
    }

    static void check(WorkCalendar calendar, List<String> faults) {
        if (!calendar.id().matches(ID)) {
            faults.add("calendars: %s has not the form of an id".formatted(Quoted.of(calendar.id())));
        }
        if (calendar.source().citation().isBlank()) {
            faults.add("the calendar %s names no source".formatted(calendar.id()));
        }
        if (calendar.size() > MOST_HOLIDAYS || calendar.weekendDays() > LONGEST_WEEKEND) {
            faults.add("the calendar %s has more than %d holidays or %d days of a weekend"
                    .formatted(calendar.id(), MOST_HOLIDAYS, LONGEST_WEEKEND));
        }
    }

    private void form(String what, String text, String form) {
        if (!text.matches(form)) {
            faults.add("%s: %s has not the form %s".formatted(what, Quoted.of(text), form));
        }
    }

    private void years(String what, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            faults.add("%s: %s lies in no year from %d to %d".formatted(what, day, FIRST_YEAR, LAST_YEAR));
        }
    }

    private void most(String what, long size, int most) {
        if (size > most) {
            faults.add("%s: there are %,d, not at most %d".formatted(what, size, most));
        }
    }
}
