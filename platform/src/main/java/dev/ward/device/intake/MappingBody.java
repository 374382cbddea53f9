package dev.ward.device.intake;

import dev.ward.table.MappingWords;
import dev.ward.table.TableChoices;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mapping as programs and the database write it; what is absent is as in [Mapping].
///
/// @param columns    headings by fields: `{"serial": "Serial No."}`
/// @param constants  what every row says, by fields
/// @param dates      `iso`, `day-first` or `month-first`
/// @param delimiter  one character
public record MappingBody(
        @Nullable Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable String dates,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String sheet,
        @Nullable Boolean addCustomers,
        @Nullable Boolean allOrNothing) {

    public static MappingBody of(Mapping mapping) {
        TableChoices table = mapping.table();
        return new MappingBody(
                MappingWords.of(mapping.columns()),
                MappingWords.of(mapping.constants()),
                MappingWords.of(mapping.dates()),
                MappingWords.delimiter(table),
                table.encoding(),
                table.sheet(),
                mapping.addsCustomers(),
                mapping.allOrNothing());
    }

    /// @throws dev.ward.web.ProblemException  when a word is none
    public Mapping mapping() {
        return new Mapping(
                MappingWords.columns(Field.TABLE, columns),
                MappingWords.constants(Field.TABLE, constants),
                MappingWords.dates(dates),
                MappingWords.choices(delimiter, encoding, sheet),
                Boolean.TRUE.equals(addCustomers),
                Boolean.TRUE.equals(allOrNothing));
    }
}
