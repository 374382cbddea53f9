package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.Binding;
import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.due.ClockRule.LastDay;
import dev.ward.standards.due.ClockRule.StartEvent;
import dev.ward.standards.due.ClockRule.Unit;
import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a clock from the lines that follow `clock`.
final class ClockRuleReader {

    static final Set<String> WORDS = Set.of(
            "start",
            "when",
            "unless",
            "length",
            "counts",
            "zone",
            "calendar",
            "last-day",
            "warn",
            "stop",
            "since",
            "binding",
            "source");

    private static final Set<String> MANY = Set.of("start", "when", "warn", "stop", "source");

    /// Longer than any clock of law or guidance, and short enough to count.
    private static final int LONGEST = 100_000;

    private final String id;
    private final String name;
    private final String authority;
    private final Vocabulary vocabulary;
    private final List<StartEvent> starts = new ArrayList<>();
    private final List<EvidenceName> stops = new ArrayList<>();
    private List<String> when = List.of();
    private String unless = "";
    private List<Integer> warnings = List.of();
    private int length = -1;
    private Unit unit = Unit.CALENDAR_DAYS;
    private boolean countsStartDay;
    private @Nullable ZoneId zone;
    private String calendar = "";
    private LastDay lastDay = LastDay.STAYS;
    private String since = "";
    private Binding binding = Binding.LAW;
    private @Nullable Source source;

    ClockRuleReader(List<String> cells, String authority, Vocabulary vocabulary) {
        this.id = cells.get(1);
        this.name = cells.get(2);
        this.authority = authority;
        this.vocabulary = vocabulary;
    }

    void line(List<String> cells) {
        List<String> rest = cells.subList(1, cells.size());
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("%s: the line \"%s\" is empty".formatted(id, cells.getFirst()));
        }
        int most = MANY.contains(cells.getFirst())
                ? Integer.MAX_VALUE
                : cells.getFirst().equals("length") ? 2 : 1;
        if (rest.size() > most || (most == 2 && rest.size() < most)) {
            throw new IllegalArgumentException("%s: the line \"%s\" has not %d cells after the first: %s"
                    .formatted(id, cells.getFirst(), most, Quoted.of(String.join("\t", rest))));
        }
        String first = rest.getFirst();
        switch (cells.getFirst()) {
            case "start" -> rest.forEach(text -> starts.add(start(text)));
            case "when" -> when = rest;
            case "unless" -> unless = first;
            case "length" -> {
                length = number(first);
                unit = DueFacts.value(Unit.class, rest.getLast());
            }
            case "counts" -> {
                if (!first.equals("start-day")) {
                    throw new IllegalArgumentException("%s: %s is no day of a start".formatted(id, Quoted.of(first)));
                }
                countsStartDay = true;
            }
            case "zone" -> zone = zone(first);
            case "calendar" -> calendar = first;
            case "last-day" -> lastDay = DueFacts.value(LastDay.class, first);
            case "warn" -> warnings = rest.stream().map(this::number).toList();
            case "stop" -> stops.addAll(new FactTestReader(vocabulary).evidence(rest));
            case "since" -> since = vocabulary.check(Vocabulary.REGIME, first);
            case "binding" -> binding = DueFacts.value(Binding.class, first);
            case "source" -> source = RuleSetReader.source(rest);
            default ->
                throw new IllegalArgumentException("%s: not a line of a clock: %s".formatted(id, Quoted.of(first)));
        }
    }

    private StartEvent start(String text) {
        List<String> words = List.of(text.split(" +"));
        int size = words.size();
        boolean fits = switch (words.getFirst()) {
            case "exploited" -> size == 1;
            case "aware", "done", "each" -> size == 2;
            case "known" -> size == 3;
            case "event" -> size > 1;
            default -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("%s: %s has too few or too many words".formatted(id, Quoted.of(text)));
        }
        return switch (words.getFirst()) {
            case "initiated" ->
                new StartEvent.Initiated(new FactTestReader(vocabulary).evidence(words.subList(1, words.size())));
            case "exploited" -> new StartEvent.Exploited();
            case "aware" -> new StartEvent.Aware(vocabulary.check(Vocabulary.REGIME, words.getLast()));
            case "event" -> {
                List<String> kinds = words.subList(1, words.size());
                kinds.forEach(kind -> vocabulary.check(Vocabulary.EVENT, kind));
                yield new StartEvent.Event(kinds);
            }
            // the later of the first deed and the awareness of exploitation, "known fix-available CRA"
            case "known" ->
                new StartEvent.DoneKnown(
                        new FactTestReader(vocabulary)
                                .evidence(words.subList(1, 2))
                                .getFirst(),
                        vocabulary.check(Vocabulary.REGIME, words.getLast()));
            case "done", "each" ->
                new StartEvent.Done(
                        new FactTestReader(vocabulary)
                                .evidence(List.of(words.getLast()))
                                .getFirst(),
                        words.getFirst().equals("each"));
            default -> throw new IllegalArgumentException("%s: %s starts no clock".formatted(id, Quoted.of(text)));
        };
    }

    private int number(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > LONGEST) {
            throw new IllegalArgumentException("%s: %s is no length".formatted(id, Quoted.of(text)));
        }
        return Integer.parseInt(text);
    }

    private ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%s: %s is no time zone".formatted(id, Quoted.of(text)), e);
        }
    }

    /// @param ofSet  the source of its set of rules, where it names none of its own
    ClockRule clock(Source ofSet) {
        if (starts.isEmpty() || length < 0) {
            throw new IllegalArgumentException("%s has no start or no length".formatted(id));
        }
        if (calendar.isEmpty() && (unit == Unit.WORKING_DAYS || lastDay != LastDay.STAYS)) {
            throw new IllegalArgumentException("%s needs a calendar".formatted(id));
        }
        return new ClockRule(
                id,
                name,
                authority,
                starts,
                when,
                unless,
                length,
                unit,
                countsStartDay,
                zone,
                calendar,
                lastDay,
                warnings,
                stops,
                since,
                binding,
                source == null ? ofSet : source);
    }
}
