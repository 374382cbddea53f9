package dev.ward.assessment.web;

import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricAnswer;
import dev.ward.standards.rubric.RubricQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rubric's questions as they are asked.
public final class RubricView {

    private static final Map<String, String> TITLES = titles();
    private static final List<Group> GROUPS = read();

    private RubricView() {}

    /// Questions that together decide a metric.
    public record Group(String title, List<RubricQuestion> questions) {}

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("AV", "How an attacker gets at it (AV)");
        titles.put("AC", "How hard it is (AC)");
        titles.put("PR", "What an attacker must be allowed (PR)");
        titles.put("UI", "Whether somebody must act (UI)");
        titles.put("S", "Whether it reaches beyond (S)");
        titles.put("C", "What can be read (C)");
        titles.put("I", "What can be changed (I)");
        titles.put("A", "What can be made inaccessible (A)");
        return titles;
    }

    private static List<Group> read() {
        List<Group> groups = new ArrayList<>();
        TITLES.forEach((metric, title) -> groups.add(new Group(
                title,
                MedicalDeviceRubric.questions().stream()
                        .filter(question -> question.metric().equals(metric))
                        .toList())));
        return List.copyOf(groups);
    }

    public static List<Group> groups() {
        return GROUPS;
    }

    public static String words(RubricAnswer answer) {
        return switch (answer) {
            case YES -> "Yes";
            case LIMITED -> "Yes, to a limited extent";
            case NO -> "No";
            case UNKNOWN -> "Not known";
        };
    }

    /// When a question counts that others lead to; null for one that is always asked.
    public static @Nullable String when(RubricQuestion question) {
        List<String> ways = new ArrayList<>();
        for (RubricQuestion other : MedicalDeviceRubric.questions()) {
            other.leads().forEach((answer, lead) -> {
                if (lead.equals(question.id())) {
                    ways.add("“%s” to “%s”".formatted(words(answer), other.text()));
                }
            });
        }
        return ways.isEmpty() ? null : "Counts after " + String.join(", or ", ways);
    }

    /// The score of a vector that was kept.
    public static String score(String vector) {
        return CvssVector.tryParse(vector)
                .map(one -> Double.toString(one.score()))
                .orElse("");
    }
}
