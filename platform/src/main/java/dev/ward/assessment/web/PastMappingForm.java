package dev.ward.assessment.web;

import dev.ward.assessment.past.PastField;
import dev.ward.assessment.past.PastMapping;
import dev.ward.assessment.past.PastMappingBody;
import dev.ward.table.ColumnForm;
import dev.ward.web.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the form of a mapping of past decisions holds besides columns and what all rows say: what words
/// mean.
final class PastMappingForm {

    /// Followed by the field and, behind a dot, the word.
    static final String WORD = "word-";

    private PastMappingForm() {}

    static Form of(PastMapping mapping, List<String> headings) {
        Map<String, String> values = ColumnForm.of(mapping, headings);
        mapping.words()
                .forEach((field, words) -> words.forEach((word, ours) -> values.put(wordName(field, word), ours)));
        return new Form(values, Map.of(), null, 0);
    }

    static String wordName(PastField field, String word) {
        return WORD + field.word() + "." + word;
    }

    /// @param headings  of the columns, in their order
    /// @throws dev.ward.web.ProblemException  when two columns are one field, or a choice is none
    static PastMapping mapping(Map<String, String> sent, List<String> headings) {
        return new PastMappingBody(
                        ColumnForm.columns(PastField.TABLE, sent, headings),
                        ColumnForm.constants(PastField.TABLE, sent),
                        words(sent),
                        sent.get(ColumnForm.DATES),
                        sent.get(ColumnForm.DELIMITER),
                        sent.get(ColumnForm.ENCODING),
                        sent.get(ColumnForm.SHEET))
                .mapping();
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
}
