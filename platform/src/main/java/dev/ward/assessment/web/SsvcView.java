package dev.ward.assessment.web;

import dev.ward.standards.decision.DecisionPoint;
import dev.ward.web.Choices;
import java.util.List;
import java.util.SequencedMap;

/// The points of SSVC as they are asked.
public final class SsvcView {

    private SsvcView() {}

    public static List<DecisionPoint> points() {
        return SsvcPoints.ASKED;
    }

    public static String field(DecisionPoint point) {
        return SsvcPoints.field(point);
    }

    public static SequencedMap<String, String> options(DecisionPoint point) {
        return Choices.of(point.values(), DecisionPoint.Value::key, DecisionPoint.Value::name);
    }
}
