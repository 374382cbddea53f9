package dev.ward.correction.past;

import dev.ward.table.ColumnMapping;
import dev.ward.table.DateOrder;
import dev.ward.table.TableChoices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of a file of past corrections are to be read.
///
/// @param columns    the heading of the column that holds a field
/// @param constants  what every row says, where no column does
/// @param dates      null when nobody chose; then dates that are not of ISO 8601 are refused
public record CorrectionMapping(
        Map<CorrectionField, String> columns,
        Map<CorrectionField, String> constants,
        @Nullable DateOrder dates,
        TableChoices table)
        implements ColumnMapping<CorrectionField> {

    public CorrectionMapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /// What the headings alone tell.
    static CorrectionMapping guessed(List<String> headings) {
        return new CorrectionMapping(CorrectionField.TABLE.guess(headings), Map.of(), null, TableChoices.NONE);
    }

    public CorrectionMapping with(TableChoices choices) {
        return new CorrectionMapping(columns, constants, dates, choices);
    }
}
