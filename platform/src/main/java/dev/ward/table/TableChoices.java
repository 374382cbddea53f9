package dev.ward.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person says about a table instead of what would be guessed.
///
/// @param delimiter  null to look for it
/// @param encoding   one of [#ENCODINGS]; null to look for it
/// @param sheet      a workbook's sheet by its name; null for the first
public record TableChoices(
        @Nullable Character delimiter,
        @Nullable String encoding,
        @Nullable String sheet) {

    public static final TableChoices NONE = new TableChoices(null, null, null);

    public static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "ISO-8859-15",
            "Shift_JIS",
            "GB18030");
}
