package dev.ward.table;

/// What is said of a row, as programs read it.
///
/// @param line    as the file counts
/// @param column  the heading; empty when it is about the whole row
public record RowNoteBody(long line, String column, String value, String rule, String reason, String whatToDo) {

    public static RowNoteBody of(RowNote<?> note) {
        return new RowNoteBody(
                note.line(),
                note.column(),
                note.value(),
                note.rule().word(),
                note.reason(),
                note.rule().whatToDo());
    }
}
