package dev.ward.device.intake;

import dev.ward.table.ColumnMapping;
import dev.ward.table.DateOrder;
import dev.ward.table.TableChoices;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of a file are to be read.
///
/// @param columns          the heading of the column that holds a field
/// @param constants        what every row says, where no column does
/// @param dates            null when nobody chose; then dates that are not of ISO 8601 are refused
/// @param addsCustomers    whether customers and sites that are not known are added
/// @param allOrNothing     whether one refused row keeps all others from being applied
public record Mapping(
        Map<Field, String> columns,
        Map<Field, String> constants,
        @Nullable DateOrder dates,
        TableChoices table,
        boolean addsCustomers,
        boolean allOrNothing)
        implements ColumnMapping<Field> {

    public Mapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /// What the headings alone tell.
    public static Mapping guessed(List<String> headings) {
        return new Mapping(Field.TABLE.guess(headings), Map.of(), null, TableChoices.NONE, false, false);
    }

    /// The same for a file that lacks some of the columns.
    public Mapping within(List<String> headings) {
        Map<Field, String> there = new EnumMap<>(Field.class);
        columns.forEach((field, heading) -> {
            if (headings.contains(heading)) {
                there.put(field, heading);
            }
        });
        return new Mapping(there, constants, dates, table, addsCustomers, allOrNothing);
    }

    public Mapping with(TableChoices choices) {
        return new Mapping(columns, constants, dates, choices, addsCustomers, allOrNothing);
    }
}
