package dev.ward.report;

import dev.ward.regulation.EvidenceEntry;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.ConditionState;
import dev.ward.standards.due.RuleSetResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The reasons of rules in words that a reader of a report knows.
///
/// @param names  what stands for which key; the longer keys first
record RuleWords(Map<String, String> names) {

    private static final Map<String, String> DEEDS = Map.of(
            EvidenceEntry.INITIATED,
            "correction or removal initiated",
            "customer-communication",
            "communication to customers",
            "interim-control-assessed",
            "assessment of interim controls",
            "timeline-rationale",
            "rationale of the timeline",
            "fix-validated",
            "fix validated",
            "fix-available",
            "fix available",
            "isao-submission",
            "submission to the ISAO",
            "extension-initiated",
            "extension to further lots",
            "reported",
            "report");
    private static final Map<String, String> OTHERS = Map.of(
            "reported:FDA or FDA-MDR", "report to the FDA (21 CFR 806 or 803)",
            "reported:FDA-806-EXT", "amended report to the FDA",
            "reported:FDA-MDR", "medical device report (21 CFR 803)",
            "reported:FDA", "report to the FDA (21 CFR 806)",
            "serious-injury", "serious injury",
            "unanticipated-serious-deterioration", "unanticipated serious deterioration of health",
            "awareness under FDA", "learning of it");
    private static final Pattern STANDS =
            Pattern.compile("nobody said when it was initiated: the first (.+) stands for it, (\\S+)");

    RuleWords {
        names = names.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, String> one) -> -one.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    /// Of some sets of rules, with the names of their clocks.
    static RuleWords of(List<RuleSetResult> rules) {
        Map<String, String> all = new LinkedHashMap<>(OTHERS);
        DEEDS.forEach((key, words) -> {
            if (key.contains("-")) {
                all.put(key, words);
            }
        });
        for (RuleSetResult one : rules) {
            all.put(one.ruleSet().id() + ": ", one.ruleSet().name() + ": ");
            for (ClockRule clock : one.ruleSet().clocks()) {
                all.put(clock.id(), "the clock \"%s\"".formatted(clock.name()));
            }
        }
        return new RuleWords(all);
    }

    /// What was done, of a type of evidence; what Ward has no words for keeps its own.
    static String deed(String type) {
        return DEEDS.getOrDefault(type, type.replace('-', ' '));
    }

    static String state(ConditionState state) {
        return state == ConditionState.UNPROVABLE ? "cannot be shown" : state.text();
    }

    /// A reason without keys.
    String plain(String because) {
        String text = STANDS.matcher(because).replaceAll("taken as $2 (first $1)");
        for (Map.Entry<String, String> one : names.entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        return text;
    }

    /// When a correction or removal is taken to have been initiated while nobody says it: "2026-11-11 (first
    /// fix available)"; null when somebody said it, or nothing stands for it.
    static @Nullable String taken(KnownOfCase known) {
        RuleSetResult rules = CorrectionConcern.rules(known);
        if (rules == null) {
            return null;
        }
        return rules.gates().stream()
                .map(gate -> STANDS.matcher(gate.because()))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> "%s (first %s)".formatted(found.group(2), deed(found.group(1))))
                .orElse(null);
    }
}
