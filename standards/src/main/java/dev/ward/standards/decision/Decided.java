package dev.ward.standards.decision;

import dev.ward.standards.decision.DecisionPoint.Value;
import java.util.List;

/// What a table decided, and how.
///
/// @param table     with the version that decided
/// @param answers   of each point in the table's order
/// @param outcome   the gravest of those that the answers leave open
/// @param possible  all that the answers leave open, the least grave first
public record Decided(DecisionTable table, List<Answer> answers, Value outcome, List<Value> possible) {

    public Decided {
        answers = List.copyOf(answers);
        possible = List.copyOf(possible);
    }

    /// @param values  those that are not ruled out; all of the point's where nobody knows
    public record Answer(DecisionPoint point, List<Value> values) {

        public Answer {
            values = List.copyOf(values);
        }

        public boolean isKnown() {
            return values.size() == 1;
        }
    }

    /// Whether what is not known could change nothing.
    public boolean isCertain() {
        return possible.size() == 1;
    }
}
