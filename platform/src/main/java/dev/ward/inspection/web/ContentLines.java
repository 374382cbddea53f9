package dev.ward.inspection.web;

import dev.ward.standards.rubric.MedicalDeviceRubric;
import dev.ward.standards.rubric.RubricQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A signed text as lines for people: what each place of it says, nothing left out.
///
/// @param place  "harm.severity", with the numbers of lists from 1
/// @param words  the same below its part, as people read it: "Compromised 1, function"; a question in its own words
public record ContentLines(String place, String words, String says) {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final String ANSWERS = "exploitability.answers.";

    /// @param title  "Patient harm"
    public record Part(String title, List<ContentLines> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// The parts in the order in which the text has them; what stands in none of them comes first.
    static List<Part> parts(String content) {
        List<ContentLines> lines = new ArrayList<>();
        add(lines, "", JsonMapper.shared().readTree(content));
        Map<String, List<ContentLines>> parts = new LinkedHashMap<>();
        for (ContentLines line : lines) {
            int dot = line.place().indexOf('.');
            String part = dot < 0 ? "" : line.place().substring(0, dot);
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(line);
        }
        return parts.entrySet().stream()
                .map(one -> new Part(one.getKey().isEmpty() ? "Which decision" : phrase(one.getKey()), one.getValue()))
                .toList();
    }

    private static void add(List<ContentLines> lines, String place, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(one ->
                            add(lines, place.isEmpty() ? one.getKey() : place + "." + one.getKey(), one.getValue()));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                add(lines, place + "." + (i + 1), node.get(i));
            }
        } else {
            lines.add(new ContentLines(place, words(place), node.isValueNode() ? node.asString("–") : "none"));
        }
    }

    private static String words(String place) {
        if (place.startsWith(ANSWERS)) {
            String id = place.substring(ANSWERS.length());
            return MedicalDeviceRubric.questions().stream()
                    .filter(question -> question.id().equals(id))
                    .map(RubricQuestion::text)
                    .findFirst()
                    .orElse(id);
        }
        int dot = place.indexOf('.');
        return phrase(dot < 0 ? place : place.substring(dot + 1));
    }

    /// `compromised.1.function` as "Compromised 1, function".
    private static String phrase(String name) {
        String spaced = CAMEL.matcher(name.replaceAll("\\.([0-9]+)", " $1").replace(".", ", "))
                .replaceAll(" ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
