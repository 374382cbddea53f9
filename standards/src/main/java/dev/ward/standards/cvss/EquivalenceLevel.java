package dev.ward.standards.cvss;

import dev.ward.standards.input.TableResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One level of one equivalence set: how deep it is, and its most severe vectors.
///
/// @param depth     steps from the most severe vector to the least severe of the level
/// @param severest  value by metric
///
/// Source: CVSS v4.0, 8.
record EquivalenceLevel(int depth, List<Map<String, String>> severest) {

    private static final Map<String, EquivalenceLevel> LEVELS = read();

    EquivalenceLevel {
        severest = List.copyOf(severest);
    }

    static EquivalenceLevel of(String set, String level) {
        return Objects.requireNonNull(LEVELS.get(set + " " + level), level);
    }

    /// The steps from the first severest vector that is nowhere less severe than these metrics.
    int distance(EffectiveMetrics metrics) {
        for (Map<String, String> vector : severest) {
            int sum = 0;
            boolean reaches = true;
            for (Map.Entry<String, String> entry : vector.entrySet()) {
                int steps = metrics.level(entry.getKey()) - metrics.level(entry.getKey(), entry.getValue());
                reaches &= steps >= 0;
                sum += steps;
            }
            if (reaches) {
                return sum;
            }
        }
        throw new IllegalStateException("no severest vector reaches \"%s\"".formatted(metrics));
    }

    private static Map<String, EquivalenceLevel> read() {
        Map<String, EquivalenceLevel> levels = new HashMap<>();
        for (List<String> words : TableResource.words(EquivalenceLevel.class, "severest-4.0.txt")) {
            List<Map<String, String>> severest = new ArrayList<>();
            for (String vector : words.subList(3, words.size())) {
                Map<String, String> values = new LinkedHashMap<>();
                for (String pair : vector.split("/")) {
                    int colon = pair.indexOf(':');
                    values.put(pair.substring(0, colon), pair.substring(colon + 1));
                }
                severest.add(values);
            }
            levels.put(
                    words.get(0) + " " + words.get(1), new EquivalenceLevel(Integer.parseInt(words.get(2)), severest));
        }
        return Map.copyOf(levels);
    }
}
