package dev.ward.portal;

import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer has, counted.
///
/// @param name     of the customer
/// @param devices  in use, loaned, put aside or lost sight of
/// @param unknown  how many of them run nobody knows what
/// @param due      how many of them nobody has confirmed for a year
/// @param sites    at how many sites they are
public record Holding(
        String name, long devices, long unknown, long due, int sites, List<Line> lines, List<Uncounted> others) {

    public Holding {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /// @param release  null when it is not known
    public record Line(
            ProductId product,
            String productName,
            @Nullable String modelName,
            @Nullable ReleaseId release,
            @Nullable String version,
            long devices) {}

    /// What has no serial: lots, installations of an app, tenants of a service.
    public record Uncounted(
            String productName,
            String kind,
            @Nullable String lot,
            @Nullable String version,
            long quantity,
            boolean estimated) {}
}
