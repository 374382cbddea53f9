package dev.ward.performance;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Essential functions of an invented infusion pump.
public final class Functions {

    public static final Hazard OVERDOSE =
            new Hazard("The pump delivers faster than set", "Respiratory arrest", HarmSeverity.CATASTROPHIC);
    public static final Hazard DELAY = new Hazard("The therapy is interrupted", "Prolonged pain", HarmSeverity.MINOR);

    private Functions() {}

    /// All answered, nothing unknown.
    public static EssentialFunction delivery() {
        return delivery("Delivers the drug at the set rate");
    }

    public static EssentialFunction delivery(String name) {
        return new EssentialFunction(
                PerformanceDrafts.newId(),
                name,
                Map.of(
                        Aspect.DESCRIPTION, "Infuses at the rate that the clinician has set.",
                        Aspect.LIMITS, "± 5 % of the set rate over an hour",
                        Aspect.DEGRADED_MODES, "Keeps the last rate for 30 minutes on battery",
                        Aspect.POPULATION, "Adults and children in intensive care",
                        Aspect.DETECTION, "Flow alarm within 30 seconds",
                        Aspect.FALLBACK, "A second pump at the ward",
                        Aspect.OWNER, "Clinical safety, infusion"),
                Set.of(),
                new TimeToHarm(TimeToHarm.Unit.MINUTES, 5),
                List.of(OVERDOSE, DELAY),
                false);
    }

    /// Nothing but the name; all that can be asked is marked as not known.
    public static EssentialFunction unknown(String name) {
        return new EssentialFunction(
                PerformanceDrafts.newId(),
                name,
                Map.of(),
                EnumSet.allOf(Aspect.class),
                TimeToHarm.UNKNOWN,
                List.of(),
                true);
    }

    /// Nothing but the name; nothing is answered.
    public static EssentialFunction bare(String name) {
        return new EssentialFunction(PerformanceDrafts.newId(), name, Map.of(), Set.of(), null, List.of(), false);
    }

    public static EssentialFunction renamed(EssentialFunction function, String name) {
        return new EssentialFunction(
                function.id(),
                name,
                function.said(),
                function.unknown(),
                function.timeToHarm(),
                function.hazards(),
                function.hazardsUnknown());
    }

    static EssentialFunction with(EssentialFunction function, List<Hazard> hazards) {
        return new EssentialFunction(
                function.id(),
                function.name(),
                function.said(),
                function.unknown(),
                function.timeToHarm(),
                hazards,
                false);
    }
}
