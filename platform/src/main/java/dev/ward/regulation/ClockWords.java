package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.ClockRule.Binding;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.Moment;
import dev.ward.standards.due.RuleSetResult;
import dev.ward.standards.due.RunningClock;
import dev.ward.web.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What pages say of clocks and rules, in words.
public final class ClockWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final Map<String, String> DEEDS = Map.of(
            "customer-communication", "tell customers and users",
            "interim-control-assessed", "assess interim controls",
            "timeline-rationale", "write down the timeline's rationale",
            "fix-validated", "validate the fix",
            "fix-available", "make the fix available",
            "isao-submission", "give it to the ISAO",
            "reported:TRIAGE-5", "triage the case: leave its first phase",
            "reported:CVD-ACK", "acknowledge the report");
    private static final Set<String> MILD = Set.of("not-applicable", "none", "promised");
    private static final String UNDECLARED = "The risk is uncontrolled, and nobody has declared when it was learned of."
            + " No clock of the FDA's guidance runs, and none of its conditions can be shown to be met.";

    private ClockWords() {}

    public static DeadlineState state(RunningClock.State state) {
        return switch (state) {
            case RUNNING -> DeadlineState.RUNNING;
            case WARNING -> DeadlineState.WARNING;
            case OVERDUE -> DeadlineState.OVERDUE;
            case PAUSED -> DeadlineState.PAUSED;
            case UNLESS_RELIED_ON -> DeadlineState.RELIED_ON;
            case STOPPED -> DeadlineState.STOPPED;
            case STOPPED_LATE -> DeadlineState.STOPPED_LATE;
        };
    }

    /// `2026-03-06 09:30 America/New_York`.
    public static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone)) + " " + zone.getId();
    }

    /// `Fri 2026-03-06`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `5 days left`, `2 days over`, of a clock of days.
    public static String left(RunningClock clock, Instant at) {
        LocalDate last = clock.lastDay();
        if (last == null || !clock.state().isOpen()) {
            return "the last day";
        }
        long days = ChronoUnit.DAYS.between(at.atZone(clock.zone()).toLocalDate(), last);
        if (days == 0) {
            return "today is the last day";
        }
        String counted = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
        return days > 0 ? counted + " left" : counted + " over";
    }

    public static String binding(Binding binding) {
        return switch (binding) {
            case LAW -> "by law";
            case GUIDANCE -> "by guidance";
            case OWN -> "our own";
        };
    }

    public static String missing(RunningClock clock, DueResult result) {
        return clock.missing(result.facts()).stream()
                .map(name -> deed(name.toString()))
                .collect(Collectors.joining(", "));
    }

    public static String starts(ClockRule rule) {
        return rule.starts().stream().map(ClockRule.StartEvent::text).collect(Collectors.joining(" or "));
    }

    public static String stops(ClockRule rule) {
        return rule.stops().isEmpty()
                ? "nothing"
                : rule.stops().stream().map(ClockRule.EvidenceName::toString).collect(Collectors.joining(" and "));
    }

    /// What is to be done, of a name of evidence: `fix-available` as "make the fix available".
    public static String deed(String name) {
        String known = DEEDS.get(name);
        return known == null ? name.replaceFirst("^reported:", "report it to ") : known;
    }

    /// Those that ask something now, the rules in force before the superseded ones.
    public static List<RuleSetResult> grave(DueResult result) {
        return result.ruleSets().stream()
                .filter(ClockWords::isGrave)
                .sorted(Comparator.comparing(one -> one.ruleSet().status()))
                .toList();
    }

    /// Those that ask nothing.
    public static List<RuleSetResult> mild(DueResult result) {
        return result.ruleSets().stream().filter(one -> !isGrave(one)).toList();
    }

    /// Whether it is graver than that nothing applies or nothing is asked.
    public static boolean isGrave(RuleSetResult one) {
        return !MILD.contains(one.outcome().key());
    }

    /// What stands in the way of all else; empty when nothing does.
    public static String first(CaseDue due) {
        boolean declared = due.result().facts().awareness().stream()
                .anyMatch(one -> one.regime().equals("FDA") || one.regime().startsWith("FDA-"));
        Set<String> markets = due.result().facts().markets();
        boolean american = markets.isEmpty() || markets.contains("US");
        boolean uncontrolled = due.result().facts().determination() == Determination.UNCONTROLLED;
        return uncontrolled && american && !declared ? UNDECLARED : "";
    }

    /// A moment as it was written, an instant without its fractions: `2026-03-08`, `2026-03-08 14:30
    /// UTC`.
    public static String moment(Moment moment) {
        return moment.text().endsWith("Z") ? Times.absolute(moment.earliest()) : moment.text();
    }

    public static String possible(RuleSetResult one) {
        return one.possible().stream().map(value -> "\"" + value.name() + "\"").collect(Collectors.joining(", "));
    }

    public static String list(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    /// Days of active participation in an ISAO.
    public static String spans(@Nullable List<Membership> spans) {
        if (spans == null) {
            return "nothing is said of any ISAO.";
        }
        return spans.isEmpty()
                ? "on no day were all four criteria met."
                : spans.stream()
                                .map(span -> span.to() == null
                                        ? "since " + span.from()
                                        : "from %s to %s".formatted(span.from(), span.to()))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    public static SequencedMap<String, String> exploitation() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        for (ExploitationState state : ExploitationState.values()) {
            all.put(SayingRepository.word(state), SayingRepository.word(state));
        }
        return all;
    }
}
