package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.SortOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which devices a list shows, and in which order. What is null does not restrict.
///
/// @param releaseUnknown  only those of which nobody knows what is installed; goes before `release`
/// @param statuses        empty for all
/// @param networked       null for all
/// @param text            the beginning of a serial, or a whole lot, DI or UDI
/// @param order           one of `ORDERS`
public record DeviceFilter(
        @Nullable ProductId product,
        @Nullable ModelId model,
        @Nullable ReleaseId release,
        boolean releaseUnknown,
        Set<DeviceStatus> statuses,
        @Nullable CustomerId customer,
        @Nullable SiteId site,
        @Nullable String country,
        @Nullable Networked networked,
        @Nullable String text,
        SortOrder order) {

    public static final List<String> ORDERS = List.of("serial", "confirmed");
    public static final SortOrder USUAL = SortOrder.ascending("serial");

    public DeviceFilter {
        statuses = statuses.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(statuses));
    }

    /// All devices.
    public static DeviceFilter all() {
        return new DeviceFilter(null, null, null, false, Set.of(), null, null, null, null, null, USUAL);
    }

    public static DeviceFilter ofText(String text) {
        return new DeviceFilter(null, null, null, false, Set.of(), null, null, null, null, text, USUAL);
    }

    /// Whether the tally knows how many devices the filter leaves.
    boolean isCounted() {
        return networked == null && (text == null || text.isBlank());
    }

    /// Whether it restricts anything that the tally counts by.
    boolean isNarrowed() {
        return product != null
                || model != null
                || release != null
                || releaseUnknown
                || !statuses.isEmpty()
                || customer != null
                || site != null
                || country != null;
    }
}
