package dev.ward.assessment.web;

import dev.ward.assessment.past.PastField;
import dev.ward.assessment.past.PastMapping;
import dev.ward.assessment.past.PastMappingBody;
import dev.ward.table.TableChoices;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The form that asks which column of a file is what, and what its words mean.
final class PastMappingForm {

    static final String COLUMN = "column-";
    static final String ALL = "all-";
    /// Followed by the field and, behind a dot, the word.
    static final String WORD = "word-";

    private static final String DATES = "dates";
    private static final String DELIMITER = "delimiter";
    private static final String ENCODING = "encoding";
    private static final String SHEET = "sheet";

    private PastMappingForm() {}

    static Form of(PastMapping mapping, List<String> headings) {
        Map<String, String> values = new HashMap<>(of(mapping.table()));
        mapping.columns().forEach((field, heading) -> values.put(COLUMN + headings.indexOf(heading), field.word()));
        mapping.constants().forEach((field, text) -> values.put(ALL + field.word(), text));
        mapping.words()
                .forEach((field, words) -> words.forEach((word, ours) -> values.put(wordName(field, word), ours)));
        values.put(DATES, mapping.dates() == null ? "" : mapping.dates().word());
        return new Form(values, Map.of(), null, 0);
    }

    static String wordName(PastField field, String word) {
        return WORD + field.word() + "." + word;
    }

    /// How a file is to be read, as it stands in addresses and forms; what nobody chose is left out.
    static Map<String, String> of(TableChoices choices) {
        PastMappingBody body = PastMappingBody.of(new PastMapping(Map.of(), Map.of(), Map.of(), null, choices));
        Map<String, String> values = new HashMap<>();
        if (body.delimiter() != null) {
            values.put(DELIMITER, body.delimiter());
        }
        if (body.encoding() != null) {
            values.put(ENCODING, body.encoding());
        }
        if (body.sheet() != null) {
            values.put(SHEET, body.sheet());
        }
        return values;
    }

    /// @throws dev.ward.web.ProblemException  when a choice is none
    static TableChoices choices(Map<String, String> sent) {
        return mapping(sent, List.of()).table();
    }

    /// @param headings  of the columns, in their order
    /// @throws dev.ward.web.ProblemException  when two columns are one field, or a choice is none
    static PastMapping mapping(Map<String, String> sent, List<String> headings) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = sent.getOrDefault(COLUMN + i, "");
            String other = field.isEmpty() ? null : columns.put(field, headings.get(i));
            if (other != null) {
                throw TypedText.refused(
                        COLUMN + i,
                        "The columns \"%s\" and \"%s\" are both said to be \"%s\". Choose one of them."
                                .formatted(
                                        other,
                                        headings.get(i),
                                        PastField.titles().getOrDefault(field, field)),
                        "is the field of the column \"%s\" already".formatted(other));
            }
        }
        return new PastMappingBody(
                        columns,
                        constants(sent),
                        words(sent),
                        sent.get(DATES),
                        sent.get(DELIMITER),
                        sent.get(ENCODING),
                        sent.get(SHEET))
                .mapping();
    }

    private static Map<String, String> constants(Map<String, String> sent) {
        Map<String, String> constants = new HashMap<>();
        for (PastField field : PastField.values()) {
            String text = sent.getOrDefault(ALL + field.word(), "").strip();
            if (!text.isEmpty()) {
                constants.put(field.word(), text);
            }
        }
        return constants;
    }

    private static Map<String, Map<String, String>> words(Map<String, String> sent) {
        Map<String, Map<String, String>> words = new HashMap<>();
        sent.forEach((name, ours) -> {
            int dot = name.indexOf('.');
            if (name.startsWith(WORD) && dot > 0 && !ours.isBlank()) {
                words.computeIfAbsent(name.substring(WORD.length(), dot), _ -> new HashMap<>())
                        .put(name.substring(dot + 1), ours);
            }
        });
        return words;
    }

    /// What was sent, to be shown again.
    static Form form(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>(sent);
        values.remove("_csrf");
        return new Form(values, Map.of(), null, 0);
    }
}
