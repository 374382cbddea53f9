package dev.ward.device.web;

import dev.ward.customer.Countries;
import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.device.DeviceFilter;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Networked;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the address of a list of devices asks for.
///
/// @param release  an id, or `unknown`
/// @param status   one or more statuses with commas between, or `in-field`; all when absent
/// @param q        the beginning of a serial, or a whole lot, DI or UDI
public record DeviceQuestion(
        @Nullable String product,
        @Nullable String model,
        @Nullable String release,
        @Nullable String status,
        @Nullable String customer,
        @Nullable String site,
        @Nullable String country,
        @Nullable String networked,
        @Nullable String q,
        @Nullable String sort) {

    public static final String UNKNOWN = "unknown";
    public static final String IN_FIELD = "in-field";

    private static final int LONGEST_TEXT = 2_000;

    /// Whether nothing is restricted.
    public boolean isOpen() {
        DeviceFilter filter = filter();
        return filter.equals(
                new DeviceFilter(null, null, null, false, Set.of(), null, null, null, null, null, filter.order()));
    }

    public DeviceFilter filter() {
        boolean unknown = UNKNOWN.equals(release);
        return new DeviceFilter(
                id("product", product, ProductId::of),
                id("model", model, ModelId::of),
                unknown ? null : id("release", release, ReleaseId::of),
                unknown,
                statuses(),
                id("customer", customer, CustomerId::of),
                id("site", site, SiteId::of),
                Countries.typed("country", country),
                Worded.typed("networked", networked, Networked.values()),
                text(),
                SortOrder.parse(sort, DeviceFilter.ORDERS, DeviceFilter.USUAL));
    }

    private Set<DeviceStatus> statuses() {
        Set<DeviceStatus> statuses = EnumSet.noneOf(DeviceStatus.class);
        if (status != null && !status.isBlank()) {
            for (String word : status.split(",", -1)) {
                if (word.strip().equals(IN_FIELD)) {
                    statuses.addAll(DeviceStatus.inField());
                } else {
                    statuses.add(Worded.required("status", word, DeviceStatus.values()));
                }
            }
        }
        return statuses;
    }

    private @Nullable String text() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_TEXT) {
            throw TypedText.refused(
                    "q", "A text of %d characters is no number of a device.".formatted(q.length()), "is too long");
        }
        return q.strip();
    }

    static <T> @Nullable T id(String name, @Nullable String text, Function<String, T> reading) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s\" is no value of \"%s\".".formatted(text, name))
                    .with(name, "is not an id");
        }
    }
}
