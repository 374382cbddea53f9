package dev.ward.standards.rubric;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A question and where its answers lead.
///
/// @param id      `XAVN`
/// @param metric  of CVSS v3, `AV`
/// @param text    in our words
/// @param leads   by each answer that it takes, the id of the next question, or a value, `AV:N`
public record RubricQuestion(String id, String metric, String text, Map<RubricAnswer, String> leads) {

    public RubricQuestion {
        leads = Map.copyOf(leads);
    }

    /// The answers that it takes, in their order.
    public List<RubricAnswer> answers() {
        return Stream.of(RubricAnswer.values()).filter(leads::containsKey).toList();
    }
}
