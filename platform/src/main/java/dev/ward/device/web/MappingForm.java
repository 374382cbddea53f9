package dev.ward.device.web;

import dev.ward.device.intake.Field;
import dev.ward.device.intake.Mapping;
import dev.ward.device.intake.MappingBody;
import dev.ward.table.TableChoices;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form on which each column of a file is said to be a field: `column-3` is the field of the fourth column,
/// `all-status` what every row says of its status.
final class MappingForm {

    static final String COLUMN = "column-";
    static final String ALL = "all-";
    static final String NAME = "name";
    static final String AS_OF = "asOf";

    private static final String DATES = "dates";
    private static final String DELIMITER = "delimiter";
    private static final String ENCODING = "encoding";
    private static final String SHEET = "sheet";
    private static final String ADDS = "addCustomers";
    private static final String ALL_OR_NOTHING = "allOrNothing";
    private static final String YES = "true";

    private MappingForm() {}

    /// @param asOf  null for when the file came
    static Form of(Mapping mapping, List<String> headings, @Nullable Instant asOf) {
        Map<String, String> values = new HashMap<>(of(mapping.table()));
        mapping.columns().forEach((field, heading) -> values.put(COLUMN + headings.indexOf(heading), field.word()));
        mapping.constants().forEach((field, text) -> values.put(ALL + field.word(), text));
        values.put(DATES, mapping.dates() == null ? "" : mapping.dates().word());
        values.put(ADDS, Boolean.toString(mapping.addsCustomers()));
        values.put(ALL_OR_NOTHING, Boolean.toString(mapping.allOrNothing()));
        values.put(
                AS_OF, asOf == null ? "" : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(asOf.atOffset(ZoneOffset.UTC)));
        return new Form(values, Map.of(), null, 0);
    }

    /// How a file is to be read, as it stands in addresses and forms; what nobody chose is left out.
    static Map<String, String> of(TableChoices choices) {
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

    /// @throws dev.ward.web.ProblemException  when a choice is none
    static TableChoices choices(Map<String, String> sent) {
        return new MappingBody(null, null, null, sent.get(DELIMITER), sent.get(ENCODING), sent.get(SHEET), null, null)
                .mapping()
                .table();
    }

    /// @param headings  of the columns, in their order
    /// @throws dev.ward.web.ProblemException  when two columns are one field, or a choice is none
    static Mapping mapping(Map<String, String> sent, List<String> headings) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = sent.getOrDefault(COLUMN + i, "");
            String other = field.isEmpty() ? null : columns.put(field, headings.get(i));
            if (other != null) {
                throw TypedText.refused(
                        COLUMN + i,
                        "The columns \"%s\" and \"%s\" are both said to be the %s. Choose one of them."
                                .formatted(other, headings.get(i), title(field)),
                        "is the field of the column \"%s\" already".formatted(other));
            }
        }
        Map<String, String> constants = new HashMap<>();
        for (Field field : Field.values()) {
            String text = sent.getOrDefault(ALL + field.word(), "").strip();
            if (!text.isEmpty()) {
                constants.put(field.word(), text);
            }
        }
        return new MappingBody(
                        columns,
                        constants,
                        sent.get(DATES),
                        sent.get(DELIMITER),
                        sent.get(ENCODING),
                        sent.get(SHEET),
                        YES.equals(sent.get(ADDS)),
                        YES.equals(sent.get(ALL_OR_NOTHING)))
                .mapping();
    }

    private static String title(String word) {
        return Field.of(word).map(Field::title).orElse(word);
    }

    /// @return null when nothing was typed
    static @Nullable Instant asOf(Map<String, String> sent) {
        String text = Objects.requireNonNullElse(sent.get(AS_OF), "").strip();
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    AS_OF,
                    "\"%s\" is no time such as 2026-11-29T08:00.".formatted(text),
                    "is no time such as 2026-11-29T08:00");
        }
    }

    /// What was sent, to be shown again.
    static Form form(Map<String, String> sent) {
        Map<String, String> values = new HashMap<>(sent);
        values.remove("_csrf");
        return new Form(values, Map.of(), null, 0);
    }
}
