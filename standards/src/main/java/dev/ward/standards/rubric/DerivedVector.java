package dev.ward.standards.rubric;

import dev.ward.standards.cvss.CvssVector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the answers amount to.
///
/// @param metrics  the values that are decided, by metric, in the order of a vector
/// @param steps    the questions that were answered on the way, in the rubric's order
/// @param open     those that are to be answered next, one of each way that has no end yet
public record DerivedVector(Map<String, String> metrics, List<Step> steps, List<RubricQuestion> open) {

    public DerivedVector {
        steps = List.copyOf(steps);
        open = List.copyOf(open);
    }

    /// @param lead  the id of the next question, or a value, `AV:N`
    public record Step(RubricQuestion question, RubricAnswer answer, String lead) {}

    /// The base vector of CVSS 3.1; empty while a question is open.
    public Optional<CvssVector> vector() {
        return open.isEmpty()
                ? Optional.of(CvssVector.parse(metrics.entrySet().stream()
                        .map(metric -> metric.getKey() + ":" + metric.getValue())
                        .collect(Collectors.joining("/", "CVSS:3.1/", ""))))
                : Optional.empty();
    }

    /// The answers as they are kept and passed on, `XAVN:Y/XAVT:U/…`.
    public String extended() {
        return steps.stream()
                .map(step -> step.question().id() + ":" + step.answer().key())
                .collect(Collectors.joining("/"));
    }

    /// Where nobody knew, and the worse value was taken.
    public List<Step> flagged() {
        return steps.stream()
                .filter(step -> step.answer() == RubricAnswer.UNKNOWN)
                .toList();
    }
}
