package dev.ward.device.web;

import dev.ward.device.intake.Field;
import dev.ward.device.intake.Mapping;
import dev.ward.device.intake.MappingBody;
import dev.ward.table.ColumnForm;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the form of a mapping of devices holds besides columns and what all rows say.
final class MappingForm {

    static final String NAME = "name";
    static final String AS_OF = "asOf";

    private static final String ADDS = "addCustomers";
    private static final String ALL_OR_NOTHING = "allOrNothing";
    private static final String YES = "true";

    private MappingForm() {}

    /// @param asOf  null for when the file came
    static Form of(Mapping mapping, List<String> headings, @Nullable Instant asOf) {
        Map<String, String> values = ColumnForm.of(mapping, headings);
        values.put(ADDS, Boolean.toString(mapping.addsCustomers()));
        values.put(ALL_OR_NOTHING, Boolean.toString(mapping.allOrNothing()));
        values.put(
                AS_OF, asOf == null ? "" : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(asOf.atOffset(ZoneOffset.UTC)));
        return new Form(values, Map.of(), null, 0);
    }

    /// @param headings  of the columns, in their order
    /// @throws dev.ward.web.ProblemException  when two columns are one field, or a choice is none
    static Mapping mapping(Map<String, String> sent, List<String> headings) {
        return new MappingBody(
                        ColumnForm.columns(Field.TABLE, sent, headings),
                        ColumnForm.constants(Field.TABLE, sent),
                        sent.get(ColumnForm.DATES),
                        sent.get(ColumnForm.DELIMITER),
                        sent.get(ColumnForm.ENCODING),
                        sent.get(ColumnForm.SHEET),
                        YES.equals(sent.get(ADDS)),
                        YES.equals(sent.get(ALL_OR_NOTHING)))
                .mapping();
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
}
