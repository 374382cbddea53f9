package dev.ward.assessment.past;

import dev.ward.assessment.Exploitability;
import dev.ward.assessment.Justification;
import dev.ward.assessment.PastStatus;
import dev.ward.assessment.Verdict;
import dev.ward.performance.HarmSeverity;
import dev.ward.standards.input.TableResource;
import dev.ward.table.HeadingWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What cells mean that hold one word of a few.
public final class PastWords {

    private static final Map<String, Map<String, String>> TABLE = table();

    private PastWords() {}

    private static Map<String, Map<String, String>> table() {
        Map<String, Map<String, String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(PastWords.class, "words.tsv", 3)) {
            Map<String, String> words = table.computeIfAbsent(cells.get(0), _ -> new HashMap<>());
            words.put(HeadingWords.plain(cells.get(2)), cells.get(2));
            for (String word : cells.get(1).split("\\|")) {
                words.put(word, cells.get(2));
            }
        }
        return table;
    }

    /// Ours for a word of a table; null for one that is not known.
    static @Nullable String of(PastField field, String word) {
        return TABLE.getOrDefault(field.word(), Map.of()).get(HeadingWords.plain(word));
    }

    /// Our words of a field and how people read them; empty for a field of other cells.
    public static SequencedMap<String, String> ours(PastField field) {
        SequencedMap<String, String> ours = new LinkedHashMap<>();
        switch (field) {
            case STATUS -> {
                for (PastStatus one : PastStatus.values()) {
                    ours.put(one.word(), one.title());
                }
            }
            case JUSTIFICATION -> {
                for (Justification one : Justification.values()) {
                    ours.put(one.word(), one.title());
                }
            }
            case EXPLOITABILITY -> {
                for (Exploitability one : Exploitability.values()) {
                    ours.put(one.word(), one.title());
                }
            }
            case HARM -> {
                for (HarmSeverity one : HarmSeverity.values()) {
                    ours.put(one.name(), one.title());
                }
            }
            case VERDICT -> {
                for (Verdict one : List.of(Verdict.CONTROLLED, Verdict.UNCONTROLLED)) {
                    ours.put(one.word(), one.title());
                }
            }
            default -> {}
        }
        return ours;
    }
}
