package dev.ward.standards.ssvc;

import dev.ward.standards.decision.Decided;
import dev.ward.standards.decision.DecisionPoint;
import dev.ward.standards.decision.DecisionPoint.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What was selected of each decision point, as SSVC passes it on. A point of which several values stay has them all.
///
/// Source: CERT/CC, SSVC, SelectionList 2.0.0.
///
/// @param timestamp      of the decision, to the second
/// @param schemaVersion  of this shape
/// @param selections     the points in the table's order, then the outcome
public record SsvcSelection(String timestamp, String schemaVersion, List<Selection> selections) {

    private static final String SCHEMA_VERSION = "2.0.0";

    public SsvcSelection {
        selections = List.copyOf(selections);
    }

    public record Selection(String namespace, String key, String version, String name, List<Selected> values) {

        public Selection {
            values = List.copyOf(values);
        }
    }

    public record Selected(String key, String name) {}

    public static SsvcSelection of(Decided decided, Instant at) {
        List<Selection> selections = new ArrayList<>();
        decided.answers().forEach(answer -> selections.add(selection(answer.point(), answer.values())));
        selections.add(selection(decided.table().outcome(), decided.possible()));
        return new SsvcSelection(at.truncatedTo(ChronoUnit.SECONDS).toString(), SCHEMA_VERSION, selections);
    }

    private static Selection selection(DecisionPoint point, List<Value> values) {
        String[] id = point.id().split(":", -1);
        return new Selection(
                id[0],
                id[1],
                id[2],
                point.name(),
                values.stream()
                        .map(value -> new Selected(value.key(), value.name()))
                        .toList());
    }

    /// The same as one line, `SSVCv2/E:A/U:S/TI:T/PSI:S/DSOI:I/2026-11-29T20:00:00Z/`; what is not known is left out.
    ///
    /// Source: CERT/CC, SSVC, vector strings; not checked beside another implementation.
    public String vector() {
        StringBuilder vector = new StringBuilder("SSVCv2/");
        for (Selection selection : selections) {
            if (selection.values().size() == 1) {
                vector.append(selection.key())
                        .append(':')
                        .append(selection.values().getFirst().key())
                        .append('/');
            }
        }
        return vector.append(timestamp).append('/').toString();
    }
}
