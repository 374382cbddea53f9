package dev.ward.device;

import dev.ward.customer.CustomerId;
import dev.ward.customer.SiteId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Worded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a list of devices asks for, as conditions over one alias. Only what restricts is written, so that each question
/// is planned for what it asks.
final class DeviceConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /// What the tally can tell too: all but text and network.
    ///
    /// @param alias  of `device.device` or `device.tally`
    static DeviceConditions counted(Reader reader, DeviceFilter filter, String alias) {
        DeviceConditions asked = new DeviceConditions();
        asked.conditions.add(reader.seesOf(alias + ".customer_id"));
        ProductId product = filter.product();
        if (product != null) {
            asked.add(alias + ".product_id = :product", "product", product.value());
        }
        ModelId model = filter.model();
        if (model != null) {
            asked.add(alias + ".model_id = :model", "model", model.value());
        }
        ReleaseId release = filter.release();
        if (filter.releaseUnknown()) {
            asked.conditions.add(alias + ".release_id IS NULL");
        } else if (release != null) {
            asked.add(alias + ".release_id = :release", "release", release.value());
        }
        if (!filter.statuses().isEmpty()) {
            asked.add(
                    alias + ".status = ANY(:statuses)",
                    "statuses",
                    filter.statuses().stream().map(Worded::word).sorted().toArray(String[]::new));
        }
        CustomerId customer = filter.customer();
        if (customer != null) {
            asked.add(alias + ".customer_id = :customer", "customer", customer.value());
        }
        SiteId site = filter.site();
        if (site != null) {
            asked.add(alias + ".site_id = :site", "site", site.value());
        }
        if (filter.country() != null) {
            asked.add(alias + ".country = :country", "country", filter.country());
        }
        return asked;
    }

    static DeviceConditions of(Reader reader, DeviceFilter filter) {
        DeviceConditions asked = counted(reader, filter, "d");
        Networked networked = filter.networked();
        if (networked != null) {
            asked.conditions.add(
                    switch (networked) {
                        case YES -> "d.networked";
                        case NO -> "NOT d.networked";
                        case UNKNOWN -> "d.networked IS NULL";
                    });
        }
        return asked;
    }

    DeviceConditions add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
        return this;
    }

    /// @param more  parameters of the condition
    DeviceConditions addAll(String condition, Map<String, ?> more) {
        conditions.add(condition);
        parameters.putAll(more);
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return String.join(" AND ", conditions);
    }
}
