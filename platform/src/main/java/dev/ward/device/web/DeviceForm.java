package dev.ward.device.web;

import dev.ward.device.Device;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a device as it is sent.
///
/// @param udi       as a scanner sends it; it fills what else is empty
/// @param customer  a reference or a name
/// @param site      a reference or a name
record DeviceForm(
        @Nullable String product,
        @Nullable String udi,
        @Nullable String model,
        @Nullable String di,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable String manufactured,
        @Nullable String expires,
        @Nullable String release,
        @Nullable String configuration,
        @Nullable String customer,
        @Nullable String site,
        @Nullable String country,
        @Nullable String reference,
        @Nullable String networked,
        @Nullable String contractUntil,
        @Nullable String warrantyUntil,
        @Nullable String status,
        @Nullable Integer revision) {

    static Form form(Device device) {
        DeviceView view = DeviceView.from(device);
        Map<String, String> values = new HashMap<>();
        values.put("product", text(view.product()));
        values.put("model", text(view.model()));
        values.put("di", text(view.di()));
        values.put("serial", text(view.serial()));
        values.put("lot", text(view.lot()));
        values.put("manufactured", text(view.manufactured()));
        values.put("expires", text(view.expires()));
        values.put("release", text(view.release()));
        values.put("configuration", text(view.configuration()));
        values.put("customer", text(view.customerName()));
        values.put("site", text(view.siteName()));
        values.put("country", text(view.country()));
        values.put("reference", text(view.reference()));
        values.put("networked", view.networked() == null ? "" : view.networked() ? "yes" : "no");
        values.put("contractUntil", text(view.contractUntil()));
        values.put("warrantyUntil", text(view.warrantyUntil()));
        values.put("status", view.status());
        return new Form(values, Map.of(), null, device.revision());
    }

    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put("product", text(product));
        values.put("udi", text(udi));
        values.put("model", text(model));
        values.put("di", text(di));
        values.put("serial", text(serial));
        values.put("lot", text(lot));
        values.put("manufactured", text(manufactured));
        values.put("expires", text(expires));
        values.put("release", text(release));
        values.put("configuration", text(configuration));
        values.put("customer", text(customer));
        values.put("site", text(site));
        values.put("country", text(country));
        values.put("reference", text(reference));
        values.put("networked", text(networked));
        values.put("contractUntil", text(contractUntil));
        values.put("warrantyUntil", text(warrantyUntil));
        values.put("status", text(status));
        return new Form(values, Map.of(), null, seen());
    }

    static @Nullable LocalDate date(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is not a date such as 2026-11-30.".formatted(text),
                    "is not a date such as 2026-11-30");
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
