package dev.ward.standards.due;

import dev.ward.standards.decision.DecisionPoint.Value;
import java.util.List;

/// What a set of rules came to.
///
/// @param gates     met is yes, not met is no, all else is not known
/// @param outcome   the gravest that is possible
/// @param possible  all that what is not known leaves open, the least grave first
public record RuleSetResult(
        RuleSet ruleSet, List<Answered> gates, List<Answered> conditions, Value outcome, List<Value> possible) {

    public RuleSetResult {
        gates = List.copyOf(gates);
        conditions = List.copyOf(conditions);
        possible = List.copyOf(possible);
    }

    /// @param because  in words, from the facts
    public record Answered(String id, String name, ConditionState state, String because) {

        /// Of a gate: `yes`, `no` or `unknown`.
        public String gateText() {
            return switch (state) {
                case MET -> "yes";
                case NOT_MET -> "no";
                default -> "unknown";
            };
        }
    }

    /// Whether what is not known could change nothing.
    public boolean isCertain() {
        return possible.size() == 1;
    }

    /// Whether a gate is *yes*.
    boolean holds(String id) {
        return gates.stream()
                .anyMatch(gate -> gate.id().equals(id) && gate.state() == ConditionState.MET);
    }

    /// Whether none of the gates is *no*.
    boolean isOpen(List<String> ids) {
        return gates.stream()
                .noneMatch(gate -> ids.contains(gate.id()) && gate.state() == ConditionState.NOT_MET);
    }
}
