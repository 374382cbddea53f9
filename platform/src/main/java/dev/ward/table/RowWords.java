package dev.ward.table;

/// How pages call what an import takes one by one.
///
/// @param row     one of them
/// @param rows    several
/// @param line    what its number counts
/// @param column  where in it something stands
public record RowWords(String row, String rows, String line, String column) {

    public static final RowWords TABLE = new RowWords("row", "rows", "Line", "Column");

    /// `Refused rows`.
    public String refused() {
        return "Refused " + rows;
    }

    /// `Row by row`.
    public String oneByOne() {
        return Character.toUpperCase(row.charAt(0)) + row.substring(1) + " by " + row;
    }
}
