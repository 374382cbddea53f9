package dev.ward.performance.web;

import dev.ward.performance.Aspect;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.FunctionId;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Hazard;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.TimeToHarm;
import dev.ward.web.TypedText;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A function as a program describes it.
///
/// @param id       of one that there is; absent for a new one
/// @param unknown  what is not known, by the names of the fields; `hazards` among them
record FunctionBody(
        @Nullable UUID id,
        String name,
        @Nullable String description,
        @Nullable String limits,
        @Nullable String degradedModes,
        @Nullable String population,
        @Nullable String detection,
        @Nullable String fallback,
        @Nullable String owner,
        @Nullable List<String> unknown,
        @Nullable TimeBody timeToHarm,
        @Nullable List<HazardBody> hazards) {

    private static final String HAZARDS = "hazards";

    /// @param amount  absent where the unit has none
    record TimeBody(TimeToHarm.Unit unit, @Nullable Integer amount) {}

    /// @param severity  null when it is not known
    record HazardBody(
            String situation, String harm, @Nullable HarmSeverity severity) {}

    EssentialFunction function() {
        return function(id == null ? PerformanceDrafts.newId() : new FunctionId(id));
    }

    EssentialFunction function(FunctionId of) {
        Set<Aspect> notKnown = EnumSet.noneOf(Aspect.class);
        List<String> words = Objects.requireNonNullElse(unknown, List.of());
        for (String word : words) {
            if (!word.equals(HAZARDS)) {
                notKnown.add(Aspect.find(word)
                        .orElseThrow(() -> TypedText.refused(
                                "unknown",
                                "\"%s\" is nothing that can be not known.".formatted(word),
                                "names no field")));
            }
        }
        return new EssentialFunction(
                of,
                Objects.requireNonNullElse(name, ""),
                said(),
                notKnown,
                timeToHarm == null
                        ? null
                        : new TimeToHarm(timeToHarm.unit(), Objects.requireNonNullElse(timeToHarm.amount(), 0)),
                Objects.requireNonNullElse(hazards, List.<HazardBody>of()).stream()
                        .map(one -> new Hazard(
                                Objects.requireNonNullElse(one.situation(), ""),
                                Objects.requireNonNullElse(one.harm(), ""),
                                one.severity()))
                        .toList(),
                words.contains(HAZARDS));
    }

    private Map<Aspect, String> said() {
        Map<Aspect, String> said = new EnumMap<>(Aspect.class);
        put(said, Aspect.DESCRIPTION, description);
        put(said, Aspect.LIMITS, limits);
        put(said, Aspect.DEGRADED_MODES, degradedModes);
        put(said, Aspect.POPULATION, population);
        put(said, Aspect.DETECTION, detection);
        put(said, Aspect.FALLBACK, fallback);
        put(said, Aspect.OWNER, owner);
        return said;
    }

    private static void put(Map<Aspect, String> said, Aspect aspect, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            said.put(aspect, text);
        }
    }
}
