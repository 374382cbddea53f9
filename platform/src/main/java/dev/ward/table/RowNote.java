package dev.ward.table;

/// Something that the report says of a row.
///
/// @param line    as the file counts
/// @param field   the word of the field; empty when it is about the whole row, or about what is no
///                field
/// @param column  the heading; empty when it is about the whole row
/// @param value   the offending one, as it stands in the file
/// @param reason  for people
public record RowNote<R extends RowRule>(long line, String field, String column, String value, R rule, String reason) {}
