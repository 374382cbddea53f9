package dev.ward.performance.web;

import dev.ward.performance.Aspect;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.FunctionId;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.Hazard;
import dev.ward.performance.TimeToHarm;
import dev.ward.web.Form;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of a function as it is sent: a field for each aspect, with `…Unknown` beside it, and numbered lines of
/// hazardous situations.
///
/// @param values  by field
public record FunctionForm(Map<String, String> values) {

    static final String UNKNOWN = "Unknown";
    static final String SEVERITY_UNKNOWN = "UNKNOWN";
    private static final String ON = "on";
    private static final int FIRST_LINES = 3;
    private static final int MORE_LINES = 3;

    static FunctionForm empty() {
        return new FunctionForm(Map.of("lines", Integer.toString(FIRST_LINES)));
    }

    static FunctionForm of(EssentialFunction function) {
        Map<String, String> values = new HashMap<>();
        values.put("name", function.name());
        function.said().forEach((aspect, text) -> values.put(aspect.word(), text));
        function.unknown().forEach(aspect -> values.put(aspect.word() + UNKNOWN, ON));
        TimeToHarm time = function.timeToHarm();
        if (time != null) {
            values.put("timeUnit", time.unit().name());
            values.put("timeAmount", time.unit().counts() ? Integer.toString(time.amount()) : "");
        }
        if (function.hazardsUnknown()) {
            values.put("hazardsUnknown", ON);
        }
        int line = 0;
        for (Hazard hazard : function.hazards()) {
            line++;
            values.put("situation-" + line, hazard.situation());
            values.put("harm-" + line, hazard.harm());
            values.put(
                    "severity-" + line,
                    hazard.severity() == null
                            ? SEVERITY_UNKNOWN
                            : hazard.severity().name());
        }
        values.put("lines", Integer.toString(Math.max(FIRST_LINES, line)));
        return new FunctionForm(values);
    }

    /// The same with room for more lines.
    FunctionForm more() {
        Map<String, String> more = new HashMap<>(values);
        more.put("lines", Integer.toString(Math.min(EssentialFunction.MOST_HAZARDS, lines() + MORE_LINES)));
        return new FunctionForm(more);
    }

    Form form() {
        return new Form(values, Map.of(), null, revision());
    }

    int revision() {
        return number("revision", 0);
    }

    /// How many lines of hazardous situations there is room for.
    int lines() {
        return Math.clamp(number("lines", FIRST_LINES), 1, EssentialFunction.MOST_HAZARDS);
    }

    private int number(String field, int otherwise) {
        try {
            return Integer.parseInt(value(field).strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// @throws ProblemException  with the field at fault
    EssentialFunction function(FunctionId id) {
        Map<Aspect, String> said = new EnumMap<>(Aspect.class);
        Set<Aspect> unknown = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            said.put(aspect, value(aspect.word()));
            if (values.containsKey(aspect.word() + UNKNOWN)) {
                unknown.add(aspect);
            }
        }
        said.values().removeIf(String::isBlank);
        return new EssentialFunction(
                id, value("name"), said, unknown, time(), hazards(), values.containsKey("hazardsUnknown"));
    }

    private @Nullable TimeToHarm time() {
        String unit = value("timeUnit");
        String amount = value("timeAmount").strip();
        if (unit.isEmpty() && amount.isEmpty()) {
            return null;
        }
        try {
            return new TimeToHarm(TimeToHarm.Unit.valueOf(unit), amount.isEmpty() ? 0 : Integer.parseInt(amount));
        } catch (ProblemException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s %s\" is no time.".formatted(amount, unit))
                    .with("timeUnit", "is no time: choose a unit, and a whole number with it");
        }
    }

    private List<Hazard> hazards() {
        List<Hazard> hazards = new ArrayList<>();
        for (int line = 1; line <= lines(); line++) {
            String situation = value("situation-" + line);
            String harm = value("harm-" + line);
            String severity = value("severity-" + line);
            if (!situation.isBlank() || !harm.isBlank() || !severity.isEmpty()) {
                hazards.add(hazard(line, situation, harm, severity));
            }
        }
        return hazards;
    }

    private static Hazard hazard(int line, String situation, String harm, String severity) {
        if (severity.isEmpty()) {
            throw ProblemException.of(Problem.INVALID, "Line %d has no severity.".formatted(line))
                    .with("severity-" + line, "is not chosen; not known is an answer too");
        }
        try {
            return new Hazard(
                    situation, harm, severity.equals(SEVERITY_UNKNOWN) ? null : HarmSeverity.valueOf(severity));
        } catch (ProblemException e) {
            Map.Entry<String, String> fault = e.errors().entrySet().iterator().next();
            throw ProblemException.of(e.problem(), "Line %d: %s".formatted(line, e.detail()))
                    .with(fault.getKey() + "-" + line, fault.getValue());
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s\" is no severity.".formatted(severity))
                    .with("severity-" + line, "is no severity");
        }
    }

    private String value(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }
}
