package dev.ward.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One thing of which the later of two states of a document says something else than the earlier.
///
/// @param function  of which function; by the name that it has last
/// @param label     what of it: "Limits"; "Function" when all of it came or went
/// @param before    null when it was not said before
/// @param after     null when it is no longer said
public record Difference(
        FunctionId id,
        String function,
        String label,
        @Nullable String before,
        @Nullable String after) {

    static final String WHOLE = "Function";

    /// What differs, in the order of the later state; what went comes last.
    static List<Difference> between(List<EssentialFunction> before, List<EssentialFunction> after) {
        Map<FunctionId, EssentialFunction> earlier = before.stream()
                .collect(Collectors.toMap(EssentialFunction::id, one -> one, (a, b) -> a, LinkedHashMap::new));
        List<Difference> differences = new ArrayList<>();
        for (EssentialFunction now : after) {
            EssentialFunction then = earlier.remove(now.id());
            if (then == null) {
                differences.add(new Difference(now.id(), now.name(), WHOLE, null, now.name()));
            }
            differences.addAll(between(then, now));
        }
        earlier.values()
                .forEach(gone -> differences.add(new Difference(gone.id(), gone.name(), WHOLE, gone.name(), null)));
        return differences;
    }

    /// @param before  null when it is new
    static List<Difference> between(@Nullable EssentialFunction before, EssentialFunction after) {
        Map<String, String> then = before == null ? Map.of() : facts(before);
        Map<String, String> now = facts(after);
        Set<String> labels = new LinkedHashSet<>(now.keySet());
        labels.addAll(then.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String label : labels) {
            if (before == null && label.equals("Name")) {
                continue;
            }
            if (!Objects.equals(then.get(label), now.get(label))) {
                differences.add(new Difference(after.id(), after.name(), label, then.get(label), now.get(label)));
            }
        }
        return differences;
    }

    private static Map<String, String> facts(EssentialFunction function) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Name", function.name());
        for (Aspect aspect : Aspect.values()) {
            String words = function.words(aspect);
            if (words != null) {
                facts.put(aspect.title(), words);
            }
        }
        if (function.timeToHarm() != null) {
            facts.put("Time to harm", function.counted().words());
        }
        if (function.hazardsUnknown()) {
            facts.put("Hazardous situations and harms", "Not known; the worst harm counts as catastrophic");
        } else if (!function.hazards().isEmpty()) {
            facts.put(
                    "Hazardous situations and harms",
                    function.hazards().stream().map(Hazard::words).collect(Collectors.joining("\n")));
        }
        return facts;
    }
}
