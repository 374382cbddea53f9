package dev.ward.correction.past;

import dev.ward.table.MappingWords;
import dev.ward.table.TableChoices;
import dev.ward.web.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping as programs and the database write it; what is absent is as in [CorrectionMapping].
///
/// @param columns    headings by fields: `{"decidedOn": "Date"}`
/// @param constants  what every row says, by fields
/// @param dates      `iso`, `day-first` or `month-first`
/// @param delimiter  one character
public record CorrectionMappingBody(
        @Nullable Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable String dates,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String sheet) {

    public static CorrectionMappingBody of(CorrectionMapping mapping) {
        TableChoices table = mapping.table();
        return new CorrectionMappingBody(
                MappingWords.of(mapping.columns()),
                MappingWords.of(mapping.constants()),
                MappingWords.of(mapping.dates()),
                MappingWords.delimiter(table),
                table.encoding(),
                table.sheet());
    }

    /// @throws ProblemException  when a word is none
    public CorrectionMapping mapping() {
        return new CorrectionMapping(
                MappingWords.columns(CorrectionField.TABLE, columns),
                MappingWords.constants(CorrectionField.TABLE, constants),
                MappingWords.dates(dates),
                MappingWords.choices(delimiter, encoding, sheet));
    }
}
