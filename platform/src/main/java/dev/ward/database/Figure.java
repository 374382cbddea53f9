package dev.ward.database;

import io.micrometer.core.instrument.Tags;
import java.util.Map;

/// What is measured, as it stands now.
///
/// @param name    in small words with dots, `ward.jobs`
/// @param unit    in the plural, `seconds`; empty for a number of things
/// @param about   a sentence for operators
/// @param values  by their labels; what is not known is left out, since that is not zero
public record Figure(String name, String unit, String about, Map<Tags, ? extends Number> values) {

    public Figure {
        values = Map.copyOf(values);
    }

    /// A figure without labels.
    public static Figure of(String name, String unit, String about, Number value) {
        return new Figure(name, unit, about, Map.of(Tags.empty(), value));
    }
}
