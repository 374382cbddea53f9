package dev.ward.table;

import java.util.List;

/// How a table was read.
///
/// @param kind       "CSV" or "XLSX"
/// @param encoding   of text; empty for a workbook
/// @param delimiter  of text; empty for a workbook
/// @param sheet      of a workbook; empty for text
/// @param sheets     all of the workbook; empty for text
public record TableForm(String kind, String encoding, String delimiter, String sheet, List<String> sheets) {

    public TableForm {
        sheets = List.copyOf(sheets);
    }

    static TableForm text(String encoding, char delimiter) {
        return new TableForm("CSV", encoding, String.valueOf(delimiter), "", List.of());
    }

    static TableForm workbook(String sheet, List<String> sheets) {
        return new TableForm("XLSX", "", "", sheet, sheets);
    }
}
