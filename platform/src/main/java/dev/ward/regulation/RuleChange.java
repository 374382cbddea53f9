package dev.ward.regulation;

import dev.ward.standards.decision.DecisionPoint.Value;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something in which one version of a set of rules differs from another, in words.
///
/// @param was  null when there was no such thing
/// @param is   null when there is none any more
public record RuleChange(
        String what, @Nullable String was, @Nullable String is) {

    /// How many cells of a table are told one by one.
    private static final int MOST_CELLS = 50;

    public static List<RuleChange> between(RuleSet was, RuleSet is) {
        List<RuleChange> all = new ArrayList<>();
        compare(parts(was), parts(is), all);
        List<RuleChange> cells = new ArrayList<>();
        compare(cells(was), cells(is), cells);
        all.addAll(cells.subList(0, Math.min(cells.size(), MOST_CELLS)));
        if (cells.size() > MOST_CELLS) {
            all.add(new RuleChange("%,d more cells of the outcome table".formatted(cells.size() - MOST_CELLS), "", ""));
        }
        return List.copyOf(all);
    }

    private static void compare(Map<String, String> was, Map<String, String> is, List<RuleChange> changes) {
        Set<String> all = new LinkedHashSet<>(is.keySet());
        all.addAll(was.keySet());
        for (String what : all) {
            if (!was.getOrDefault(what, "").equals(is.getOrDefault(what, ""))) {
                changes.add(new RuleChange(what, was.get(what), is.get(what)));
            }
        }
    }

    private static Map<String, String> parts(RuleSet set) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Name", set.name());
        parts.put("Status", set.status().text());
        parts.put("Effective from", set.effectiveFrom().toString());
        if (set.effectiveTo() != null) {
            parts.put("Effective to", set.effectiveTo().toString());
        }
        parts.put("Authority", set.authority());
        parts.put("Regime", set.regime());
        parts.put("Source", set.source().toString());
        if (!set.remark().isEmpty()) {
            parts.put("Remark", set.remark());
        }
        set.points().forEach(point -> {
            String what = (point.isGate() ? "Gate " : "Condition ") + point.id();
            parts.put(what, point.name());
            parts.put(what + ", asks", asks(set, point));
        });
        set.table().outcome().values().forEach(value -> parts.put("Outcome " + value.key(), value.name()));
        set.clocks().forEach(clock -> clock(clock, parts));
        return parts;
    }

    /// The questions as they are written.
    private static String asks(RuleSet set, RuleSet.Point point) {
        String begin = (point.isGate() ? "gate\t" : "condition\t") + point.id() + "\t" + point.name() + "\t";
        return set.text().stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).replace("\t", "; "))
                .collect(Collectors.joining("; "));
    }

    private static void clock(ClockRule clock, Map<String, String> parts) {
        String what = "Clock " + clock.id();
        parts.put(what, clock.name());
        parts.put(what + ", length", clock.unit().text(clock.length()));
        parts.put(what + ", starts with", ClockWords.starts(clock));
        parts.put(what + ", stopped by", ClockWords.stops(clock));
        parts.put(what + ", runs when", String.join(", ", clock.when()));
        parts.put(what + ", unless", clock.unless());
        parts.put(what + ", the day of the start", clock.countsStartDay() ? "counts" : "does not count");
        parts.put(
                what + ", zone",
                clock.zone() == null ? "of the case" : clock.zone().getId());
        parts.put(what + ", calendar", clock.calendar());
        parts.put(what + ", a last day that is not worked", ClockWords.lastDay(clock));
        parts.put(
                what + ", warns before",
                clock.warnings().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        parts.put(what + ", nothing stops it before awareness under", clock.since());
        parts.put(what + ", rests on", ClockWords.binding(clock.binding()));
        parts.put(what + ", source", clock.source().toString());
    }

    private static Map<String, String> cells(RuleSet set) {
        List<String> names = set.points().stream().map(RuleSet.Point::id).toList();
        Map<String, String> outcomes =
                set.table().outcome().values().stream().collect(Collectors.toMap(Value::key, Value::name));
        Map<String, String> cells = new LinkedHashMap<>();
        for (DecisionTable.Row row : set.table().rows()) {
            StringBuilder what = new StringBuilder("Outcome of ");
            for (int i = 0; i < names.size(); i++) {
                what.append(i == 0 ? "" : ", ")
                        .append(names.get(i))
                        .append(": ")
                        .append(row.keys().get(i).replace('-', ' '));
            }
            cells.put(what.toString(), outcomes.getOrDefault(row.outcome(), row.outcome()));
        }
        return cells;
    }
}
