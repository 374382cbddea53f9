package dev.ward.performance;

import dev.ward.web.TypedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A clinical function without which, or beyond whose limits, the risk to the patient is unacceptable. It stands for
/// itself: nothing in it is a judgement of a vulnerability.
///
/// @param name            in a few words: "Delivers the drug at the set rate"
/// @param said            in words; an aspect that is neither here nor in `unknown` has not been answered yet
/// @param unknown         what was asked and is not known
/// @param timeToHarm      null when it has not been answered yet
/// @param hazards         what its loss can lead to
/// @param hazardsUnknown  what its loss can lead to is not known
///
/// Source: IEC 60601-1, 3.27; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IV.
public record EssentialFunction(
        FunctionId id,
        String name,
        Map<Aspect, String> said,
        Set<Aspect> unknown,
        @Nullable TimeToHarm timeToHarm,
        List<Hazard> hazards,
        boolean hazardsUnknown) {

    public static final int LONGEST_NAME = 150;
    public static final int MOST_HAZARDS = 40;

    public EssentialFunction {
        name = TypedText.required("name", name, LONGEST_NAME);
        said = checked(said);
        unknown = unknown.isEmpty() ? Set.of() : Set.copyOf(unknown);
        hazards = List.copyOf(hazards);
        for (Aspect aspect : unknown) {
            if (said.containsKey(aspect)) {
                throw TypedText.refused(
                        aspect.word(),
                        "\"%s\" is said, and marked as not known. It can be one of them.".formatted(aspect.title()),
                        "is said, and marked as not known");
            }
        }
        if (hazards.size() > MOST_HAZARDS) {
            throw TypedText.refused(
                    "hazards",
                    "A function has at most %d hazardous situations, not %d. Describe two functions instead."
                            .formatted(MOST_HAZARDS, hazards.size()),
                    "has more than %d lines".formatted(MOST_HAZARDS));
        }
        if (hazardsUnknown && !hazards.isEmpty()) {
            throw TypedText.refused(
                    "hazardsUnknown",
                    "Hazardous situations are named, and marked as not known. It can be one of them.",
                    "is marked, and situations are named");
        }
    }

    private static Map<Aspect, String> checked(Map<Aspect, String> said) {
        Map<Aspect, String> words = new EnumMap<>(Aspect.class);
        said.forEach((aspect, text) -> {
            String checked = aspect.rows() == 0
                    ? TypedText.optional(aspect.word(), text, Aspect.LONGEST)
                    : TypedText.lines(aspect.word(), text, Aspect.LONGEST);
            if (checked != null) {
                words.put(aspect, checked);
            }
        });
        return Collections.unmodifiableMap(words);
    }

    /// The worst harm that its loss can lead to. What is not known counts as the worst that there is.
    public HarmSeverity worst() {
        return hazards.stream()
                .map(Hazard::counted)
                .max(Comparator.naturalOrder())
                .orElse(HarmSeverity.CATASTROPHIC);
    }

    /// Whether the worst harm would be the same if everything were known.
    public boolean worstKnown() {
        return hazards.stream().anyMatch(hazard -> hazard.severity() == HarmSeverity.CATASTROPHIC)
                || (!hazards.isEmpty() && hazards.stream().allMatch(hazard -> hazard.severity() != null));
    }

    /// What it counts as in every judgement: not known and not answered are no time at all.
    public TimeToHarm counted() {
        return Objects.requireNonNullElse(timeToHarm, TimeToHarm.UNKNOWN);
    }

    /// What has neither been said nor marked as not known, by title.
    public List<String> unanswered() {
        List<String> titles = new ArrayList<>();
        Set<Aspect> open = EnumSet.allOf(Aspect.class);
        open.removeAll(said.keySet());
        open.removeAll(unknown);
        open.forEach(aspect -> titles.add(aspect.title()));
        if (timeToHarm == null) {
            titles.add("Time to harm");
        }
        if (hazards.isEmpty() && !hazardsUnknown) {
            titles.add("Hazardous situations and harms");
        }
        return titles;
    }

    /// In words; null when it has not been answered yet.
    public @Nullable String words(Aspect aspect) {
        return unknown.contains(aspect) ? "Not known. " + aspect.whenUnknown() : said.get(aspect);
    }
}
