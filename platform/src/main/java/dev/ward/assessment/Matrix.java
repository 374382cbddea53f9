package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionTable;
import java.util.Map;
import java.util.Set;

/// A risk matrix: what the residual risk of each exploitability and each severity of harm is.
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), VI.C.
public final class Matrix {

    private final DecisionTable table;

    Matrix(DecisionTable table) {
        this.table = table;
    }

    /// The one by which a risk was judged.
    public static Matrix of(Judgement judgement) {
        return new Matrix(judgement.after().table());
    }

    /// @param words      "Uncontrolled, by judgement"
    /// @param judgement  whether a clinician may decide otherwise, with reasons
    public record Cell(String words, boolean controlled, boolean judgement) {}

    public Cell cell(Exploitability exploitability, HarmSeverity harm) {
        DecisionPoint.Value outcome = table.decide(Map.of(
                        table.points().getFirst().id(), Set.of(exploitability.key()),
                        table.points().get(1).id(), Set.of(Judgement.key(harm))))
                .outcome();
        return new Cell(
                outcome.name(), outcome.key().startsWith("C"), outcome.key().endsWith("J"));
    }

    /// With its version, `ward:RISK:1.0.0`.
    public String id() {
        return table.id();
    }

    public String name() {
        return table.name();
    }
}
