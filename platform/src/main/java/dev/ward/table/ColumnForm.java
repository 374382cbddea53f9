package dev.ward.table;

import dev.ward.web.Address;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The form on which each column of a file is said to be a field: `column-3` is the field of the fourth
/// column, `all-status` what every row says of its status.
public final class ColumnForm {

    public static final String DATES = "dates";
    public static final String DELIMITER = "delimiter";
    public static final String ENCODING = "encoding";
    public static final String SHEET = "sheet";

    private static final String COLUMN = "column-";
    private static final String ALL = "all-";

    private ColumnForm() {}

    /// What the form holds for a mapping.
    ///
    /// @param headings  of the columns, in their order
    public static Map<String, String> of(ColumnMapping<?> mapping, List<String> headings) {
        Map<String, String> values = new HashMap<>(of(mapping.table()));
        mapping.columns().forEach((field, heading) -> values.put(COLUMN + headings.indexOf(heading), field.word()));
        mapping.constants().forEach((field, text) -> values.put(ALL + field.word(), text));
        DateOrder dates = mapping.dates();
        values.put(DATES, dates == null ? "" : dates.word());
        return values;
    }

    /// How a file is to be read, as it stands in addresses and forms; what nobody chose is left out.
    private static Map<String, String> of(TableChoices choices) {
        Map<String, String> values = new HashMap<>();
        if (choices.delimiter() != null) {
            values.put(DELIMITER, choices.delimiter().toString());
        }
        if (choices.encoding() != null) {
            values.put(ENCODING, choices.encoding());
        }
        if (choices.sheet() != null) {
            values.put(SHEET, choices.sheet());
        }
        return values;
    }

    /// An address at which a file is read as chosen.
    public static Address address(Address to, TableChoices choices) {
        Address address = to;
        for (Map.Entry<String, String> choice : of(choices).entrySet()) {
            address = address.with(choice.getKey(), choice.getValue());
        }
        return address;
    }

    /// What was sent, to be shown again.
    public static Form again(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>(sent);
        values.remove("_csrf");
        return new Form(values, Map.of(), null, 0);
    }

    /// @throws dev.ward.web.ProblemException  when a choice is none
    public static TableChoices choices(Map<String, String> sent) {
        return MappingWords.choices(sent.get(DELIMITER), sent.get(ENCODING), sent.get(SHEET));
    }

    /// The headings by the words of fields.
    ///
    /// @param headings  of the columns, in their order
    /// @throws dev.ward.web.ProblemException  when two columns are one field
    public static Map<String, String> columns(
            FieldTable<?> table, Map<String, String> sent, List<String> headings) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = sent.getOrDefault(COLUMN + i, "");
            String other = field.isEmpty() ? null : columns.put(field, headings.get(i));
            if (other != null) {
                throw TypedText.refused(
                        COLUMN + i,
                        "The columns \"%s\" and \"%s\" are both said to be \"%s\". Choose one of them."
                                .formatted(
                                        other, headings.get(i), table.titles().getOrDefault(field, field)),
                        "is the field of the column \"%s\" already".formatted(other));
            }
        }
        return columns;
    }

    /// What every row says, by the words of fields.
    public static Map<String, String> constants(FieldTable<?> table, Map<String, String> sent) {
        Map<String, String> constants = new HashMap<>();
        for (String field : table.titles().keySet()) {
            String text = sent.getOrDefault(ALL + field, "").strip();
            if (!text.isEmpty()) {
                constants.put(field, text);
            }
        }
        return constants;
    }
}
