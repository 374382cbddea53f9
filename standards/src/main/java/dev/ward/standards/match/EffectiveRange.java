package dev.ward.standards.match;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.VersionRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The run of versions around the one that was compared, in the notation of VERS: `>=2.13.0|<2.15.0`.
///
/// Where a source states events, the row that decided is open upwards, and the row before it says where that ends.
final class EffectiveRange {

    private EffectiveRange() {}

    /// @param row  the row that decided; null when the default did
    static String of(VersionStatements statements, @Nullable Row row) {
        if (row == null) {
            return "*";
        }
        VersionRange range = row.range();
        VersionRange end = range.upper() == null ? next(statements.rows(), row) : null;
        if (end == null) {
            return range.toString();
        }
        return new VersionRange(range.lower(), range.includesLower(), end.lower(), !end.includesLower()).toString();
    }

    /// The event that ends the row's run, or null when there is none.
    private static @Nullable VersionRange next(List<Row> rows, Row row) {
        int at = rows.indexOf(row);
        if (at < 1 || rows.get(at - 1).status() == VersionStatus.AFFECTED) {
            return null;
        }
        VersionRange before = rows.get(at - 1).range();
        return before.lower() != null && before.upper() == null ? before : null;
    }
}
