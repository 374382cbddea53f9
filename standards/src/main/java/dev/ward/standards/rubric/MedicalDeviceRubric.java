package dev.ward.standards.rubric;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.TableResource;
import dev.ward.standards.rubric.DerivedVector.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Derives a CVSS 3.1 base vector of a medical device from answers to questions. Flow and grades are data.
///
/// Of the six classes of data and functions, the gravest answer decides a metric of impact.
///
/// Source: MITRE, Rubric for Applying CVSS to Medical Devices.
public final class MedicalDeviceRubric {

    /// Stands beside whatever is derived.
    public static final String PROVENANCE =
            "after MITRE's rubric, qualified for v3.0; flow not yet checked against the paper";

    private static final List<String> METRICS = List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A");
    private static final List<String> GRADES = List.of("N", "L", "H");
    private static final Map<String, RubricQuestion> QUESTIONS = read();

    private MedicalDeviceRubric() {}

    private static Map<String, RubricQuestion> read() {
        Map<String, RubricQuestion> questions = new LinkedHashMap<>();
        for (List<String> cells : TableResource.cells(MedicalDeviceRubric.class, "questions-3.tsv", 7)) {
            Map<RubricAnswer, String> leads = new EnumMap<>(RubricAnswer.class);
            for (RubricAnswer answer : RubricAnswer.values()) {
                String lead = cells.get(3 + answer.ordinal());
                if (!lead.equals("-")) {
                    leads.put(answer, lead);
                }
            }
            questions.put(cells.getFirst(), new RubricQuestion(cells.getFirst(), cells.get(1), cells.get(2), leads));
        }
        return questions;
    }

    /// All of them, in the order in which they are asked.
    public static List<RubricQuestion> questions() {
        return List.copyOf(QUESTIONS.values());
    }

    /// Those with which a way begins.
    private static List<RubricQuestion> first() {
        Set<String> later = QUESTIONS.values().stream()
                .flatMap(question -> question.leads().values().stream())
                .collect(Collectors.toSet());
        return QUESTIONS.values().stream()
                .filter(question -> !later.contains(question.id()))
                .toList();
    }

    /// @param answers  by the question's id; those off the way are passed over
    /// @throws IllegalArgumentException  when there is no such question, or it takes no such answer
    public static DerivedVector derive(Map<String, RubricAnswer> answers) {
        answers.forEach(MedicalDeviceRubric::check);
        Map<String, String> metrics = new LinkedHashMap<>();
        METRICS.forEach(metric -> metrics.put(metric, ""));
        List<Step> steps = new ArrayList<>();
        List<RubricQuestion> open = new ArrayList<>();
        for (RubricQuestion first : first()) {
            RubricQuestion question = first;
            while (question != null) {
                RubricAnswer answer = answers.get(question.id());
                if (answer == null) {
                    open.add(question);
                    break;
                }
                String lead = Objects.requireNonNull(question.leads().get(answer));
                steps.add(new Step(question, answer, lead));
                question = QUESTIONS.get(lead);
                if (question == null) {
                    metrics.merge(
                            lead.substring(0, lead.indexOf(':')),
                            lead.substring(lead.indexOf(':') + 1),
                            MedicalDeviceRubric::graver);
                }
            }
        }
        open.forEach(question -> metrics.put(question.metric(), ""));
        metrics.values().removeIf(String::isEmpty);
        return new DerivedVector(metrics, steps, open);
    }

    private static void check(String id, @Nullable RubricAnswer answer) {
        RubricQuestion question = QUESTIONS.get(id);
        if (question == null || answer == null || !question.leads().containsKey(answer)) {
            throw new IllegalArgumentException("%s takes no answer %s".formatted(Quoted.of(id), answer));
        }
    }

    /// Of two grades of impact; of other metrics there is one value alone.
    private static String graver(String one, String other) {
        return GRADES.indexOf(one) > GRADES.indexOf(other) ? one : other;
    }
}
