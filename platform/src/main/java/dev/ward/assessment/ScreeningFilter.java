package dev.ward.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which findings are asked for; what is null does not restrict.
///
/// @param component      its public id
/// @param componentName  the beginning of its name, in any letters
/// @param vulnerability  one of its names
public record ScreeningFilter(
        @Nullable UUID product,
        @Nullable UUID release,
        @Nullable UUID component,
        @Nullable String componentName,
        @Nullable String vulnerability) {

    /// What is asked for by an id, by its name; an id of nothing stays one.
    record Names(
            @Nullable String product,
            @Nullable String release,
            @Nullable String component) {}

    /// As it is kept with the record.
    String words(Names names) {
        List<String> words = new ArrayList<>();
        add(words, "product", names.product() == null ? product : names.product());
        add(words, "release", names.release() == null ? release : names.release());
        add(words, "component", names.component() == null ? component : names.component());
        add(words, "component name begins with", componentName);
        add(words, "vulnerability", vulnerability);
        return words.isEmpty() ? "every finding" : String.join("; ", words);
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }
}
