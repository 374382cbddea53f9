package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import org.jspecify.annotations.Nullable;

/// Something that the report says of a row.
///
/// @param line    as the file counts
/// @param column  the heading; empty when it is about the whole row
/// @param value   the offending one, as it stands in the file
/// @param reason  for people
public record RowNote(long line, String column, String value, Rule rule, String reason) {

    /// @param reason  with a place for the value, in quotes
    static RowNote of(Line line, Mapping mapping, Field field, @Nullable String value, Rule rule, String reason) {
        String shown = value == null ? "" : value;
        String column = mapping.columns().getOrDefault(field, field.title());
        return new RowNote(line.line(), column, shown, rule, reason.formatted(Quoted.of(shown)));
    }
}
