package dev.ward.table;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Of the rows of a file that are compared with what is known: each is one of new, changed, unchanged,
/// older or refused.
///
/// @param older   that say what a later file or a corrected row says otherwise
/// @param warned  warnings, of which a row may have several
public record RowCounts(long read, long created, long changed, long unchanged, long older, long refused, long warned)
        implements TableCounts {

    public boolean changeSomething() {
        return created + changed > 0;
    }

    /// As the table of files keeps them; see [TableFiles#counted].
    public static RowCounts of(ResultSet row) throws SQLException {
        return new RowCounts(
                row.getLong("read"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("older"),
                row.getLong("refused"),
                row.getLong("warned"));
    }
}
