package dev.ward.handling;

import dev.ward.product.ReleaseId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A release in the matrix of an inquiry.
///
/// @param released    null while it is in development
/// @param components  that were asked for, with their versions; some, when there are many
/// @param devices     in the field
public record AffectedRelease(
        ReleaseId release,
        String product,
        @Nullable String model,
        String version,
        @Nullable LocalDate released,
        Presence presence,
        List<String> components,
        long devices) {

    public AffectedRelease {
        components = List.copyOf(components);
    }
}
