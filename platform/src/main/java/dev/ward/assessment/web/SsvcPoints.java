package dev.ward.assessment.web;

import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.ssvc.SsvcTable;
import java.util.List;
import java.util.stream.Stream;

/// The points of SSVC that are asked of a person; exploitation is asked for itself, and utility follows from two of
/// them.
final class SsvcPoints {

    static final List<DecisionPoint> ASKED = Stream.concat(
                    SsvcTable.UTILITY.table().points().stream(),
                    SsvcTable.SUPPLIER_PATCH_DEVELOPMENT.table().points().stream()
                            .filter(point -> !point.id().startsWith("ssvc:E:")
                                    && !point.id().startsWith("ssvc:U:")))
            .toList();

    private SsvcPoints() {}

    static String field(DecisionPoint point) {
        return "ssvc-" + point.id().split(":", -1)[1];
    }
}
