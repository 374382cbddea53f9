package dev.ward.assessment.past;

/// Something that the report says of a row.
///
/// @param line     as the file counts
/// @param field    the word of the field; empty when it is about the whole row
/// @param heading  of its column; empty when it is about the whole row
/// @param value    the offending one, as it stands in the file
/// @param reason   for people
public record PastNote(long line, String field, String heading, String value, PastRule rule, String reason) {}
