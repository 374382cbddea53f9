package dev.ward.performance.web;

import dev.ward.performance.Aspect;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Hazard;
import dev.ward.performance.TimeToHarm;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A function as the API shows it.
///
/// @param unknown     what is not known, by the names of the fields; `hazards` among them
/// @param worst       the worst harm; the worst there is where that is not known
record FunctionView(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable String limits,
        @Nullable String degradedModes,
        @Nullable String population,
        @Nullable String detection,
        @Nullable String fallback,
        @Nullable String owner,
        List<String> unknown,
        @Nullable TimeView timeToHarm,
        List<HazardView> hazards,
        HarmSeverity worst,
        boolean worstKnown) {

    /// @param amount  0 where the unit has none
    record TimeView(TimeToHarm.Unit unit, int amount) {}

    /// @param severity  null when it is not known
    record HazardView(
            String situation, String harm, @Nullable HarmSeverity severity) {

        static HazardView of(Hazard hazard) {
            return new HazardView(hazard.situation(), hazard.harm(), hazard.severity());
        }
    }

    static FunctionView of(EssentialFunction function) {
        TimeToHarm time = function.timeToHarm();
        Stream<String> hazards = function.hazardsUnknown() ? Stream.of("hazards") : Stream.of();
        return new FunctionView(
                function.id().value(),
                function.name(),
                function.said().get(Aspect.DESCRIPTION),
                function.said().get(Aspect.LIMITS),
                function.said().get(Aspect.DEGRADED_MODES),
                function.said().get(Aspect.POPULATION),
                function.said().get(Aspect.DETECTION),
                function.said().get(Aspect.FALLBACK),
                function.said().get(Aspect.OWNER),
                Stream.concat(function.unknown().stream().map(Aspect::word), hazards)
                        .sorted()
                        .toList(),
                time == null ? null : new TimeView(time.unit(), time.amount()),
                function.hazards().stream().map(HazardView::of).toList(),
                function.worst(),
                function.worstKnown());
    }
}
