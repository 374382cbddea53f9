package dev.ward.retention;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What keeps a record.
///
/// @param classes  under which it is; none for what no class is about
/// @param version  of the retention classes that say so
/// @param until    the last day of all classes; null when it has no end that is known
public record Retention(
        RecordName name,
        String title,
        List<KeptUntil> classes,
        String version,
        @Nullable LocalDate until) {

    public Retention {
        classes = List.copyOf(classes);
    }
}
