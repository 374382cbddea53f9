package dev.ward.assessment.past;

import dev.ward.table.ColumnMapping;
import dev.ward.table.DateOrder;
import dev.ward.table.TableChoices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of a file of past decisions are to be read.
///
/// @param columns    the heading of the column that holds a field
/// @param constants  what every row says, where no column does
/// @param words      ours for the file's words, where they are not known: by field, then by the word in small letters
/// @param dates      null when nobody chose; then dates that are not of ISO 8601 are refused
public record PastMapping(
        Map<PastField, String> columns,
        Map<PastField, String> constants,
        Map<PastField, Map<String, String>> words,
        @Nullable DateOrder dates,
        TableChoices table)
        implements ColumnMapping<PastField> {

    public PastMapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
        words = Map.copyOf(words);
    }

    /// What the headings alone tell.
    static PastMapping guessed(List<String> headings) {
        return new PastMapping(PastField.TABLE.guess(headings), Map.of(), Map.of(), null, TableChoices.NONE);
    }

    public PastMapping with(TableChoices choices) {
        return new PastMapping(columns, constants, words, dates, choices);
    }

    /// What of it may hold for another file with the same columns.
    PastMapping ofAnotherFile() {
        return new PastMapping(columns, Map.of(), words, dates, TableChoices.NONE);
    }
}
