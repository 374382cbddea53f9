package dev.ward.assessment.past;

import dev.ward.standards.input.TableResource;
import dev.ward.table.HeadingWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a row of past decisions may say. Titles and headings stand in `fields.tsv`.
public enum PastField {
    PRODUCT,
    MODEL,
    RELEASE,
    COMPONENT,
    VULNERABILITY,
    STATUS,
    JUSTIFICATION,
    CVSS,
    EXPLOITABILITY,
    HARM,
    VERDICT,
    DECISION,
    DECIDED_BY,
    DECIDED_ON,
    REFERENCE,
    NOTES;

    private static final Map<String, List<String>> TABLE = table();
    private static final Map<String, PastField> KNOWN = known();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        for (List<String> cells : TableResource.cells(PastField.class, "fields.tsv", 4)) {
            table.put(cells.getFirst(), cells);
        }
        return table;
    }

    private static Map<String, PastField> known() {
        Map<String, PastField> known = new HashMap<>();
        for (PastField field : values()) {
            for (String heading : field.row().get(3).split("\\|")) {
                known.putIfAbsent(heading, field);
            }
            known.putIfAbsent(HeadingWords.plain(field.title()), field);
        }
        return known;
    }

    static Map<PastField, String> guess(List<String> headings) {
        return HeadingWords.guess(headings, KNOWN);
    }

    /// As it stands in mappings: `decidedBy`.
    public String word() {
        String[] parts = name().split("_", -1);
        StringBuilder word = new StringBuilder(parts[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].charAt(0)).append(parts[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }

    /// As people read it.
    public String title() {
        return row().get(1);
    }

    /// What it is, where its title does not say it; empty else.
    public String about() {
        return row().get(2);
    }

    private List<String> row() {
        List<String> row = TABLE.get(word());
        if (row == null) {
            throw new IllegalStateException("fields.tsv lacks \"%s\"".formatted(word()));
        }
        return row;
    }

    /// Whether its cells hold one word of a few, which may be said in others.
    public boolean isWorded() {
        return PastWords.has(this);
    }

    /// Whether a whole file may have one value of it.
    public boolean isForAll() {
        return this != VULNERABILITY;
    }

    /// As people read them, by their words, in the order in which a person is asked.
    public static SequencedMap<String, String> titles() {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        for (PastField field : values()) {
            titles.put(field.word(), field.title());
        }
        return titles;
    }

    /// What those are whose titles do not say it, by their titles.
    public static SequencedMap<String, String> abouts() {
        SequencedMap<String, String> abouts = new LinkedHashMap<>();
        for (PastField field : values()) {
            if (!field.about().isEmpty()) {
                abouts.put(field.title(), field.about());
            }
        }
        return abouts;
    }

    public static Optional<PastField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }
}
