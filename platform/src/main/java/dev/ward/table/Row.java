package dev.ward.table;

import java.util.List;

/// One row, as it stands in its table.
///
/// @param line   in text the line in which it begins, in a workbook the row's number; from 1
/// @param cells  not stripped; those at the end may be missing
/// @param flaws  what is to be said of it; empty as a rule
public record Row(long line, List<String> cells, List<Flaw> flaws) {

    /// Whether so much is wrong that its cells are not to be believed.
    public boolean isBroken() {
        for (Flaw flaw : flaws) {
            if (flaw.kind().breaks()) {
                return true;
            }
        }
        return false;
    }

    /// @return empty where the row ends before it
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
