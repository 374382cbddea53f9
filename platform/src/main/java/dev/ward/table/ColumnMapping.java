package dev.ward.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of a file are to be read.
public interface ColumnMapping<F extends TableField> {

    /// The heading of the column that holds a field.
    Map<F, String> columns();

    /// What every row says, where no column does.
    Map<F, String> constants();

    /// Null when nobody chose; then dates that are not of ISO 8601 are refused.
    @Nullable
    DateOrder dates();

    TableChoices table();

    default boolean has(F field) {
        return columns().containsKey(field) || constants().containsKey(field);
    }

    default boolean fits(List<String> headings) {
        return headings.containsAll(columns().values());
    }
}
