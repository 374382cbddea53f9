package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Population;
import dev.ward.device.PopulationDraft;
import dev.ward.device.PopulationKind;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Form;
import dev.ward.web.Worded;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of units that are counted, as it is sent.
///
/// @param estimated  `true` for an estimate
record PopulationForm(
        @Nullable String product,
        @Nullable String kind,
        @Nullable String model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String release,
        @Nullable String customer,
        @Nullable String site,
        @Nullable String country,
        @Nullable String reference,
        @Nullable String status,
        @Nullable String quantity,
        @Nullable String estimated,
        @Nullable String manufactured,
        @Nullable String expires,
        @Nullable Integer revision) {

    static Form form(Population population) {
        PopulationView view = PopulationView.from(population);
        return new PopulationForm(
                        text(view.product()),
                        view.kind(),
                        text(view.model()),
                        view.di(),
                        view.lot(),
                        text(view.release()),
                        view.customerName(),
                        view.siteName(),
                        view.country(),
                        view.reference(),
                        view.status(),
                        text(view.quantity()),
                        view.estimated() ? "true" : "false",
                        text(view.manufactured()),
                        text(view.expires()),
                        view.revision())
                .form();
    }

    PopulationDraft draft(Reader reader, PlaceReader places, ProductId of) {
        CustomerId consignee = places.customer(reader, "customer", customer);
        return new PopulationDraft(
                Worded.required("kind", kind, PopulationKind.values()),
                of,
                DeviceQuestion.id("model", model, ModelId::of),
                di,
                lot,
                DeviceQuestion.id("release", release, ReleaseId::of),
                consignee,
                places.site(reader, consignee, site),
                country,
                reference,
                Worded.required("status", status, DeviceStatus.values()),
                Numbers.required("quantity", quantity),
                "true".equals(estimated),
                DeviceForm.date("manufactured", manufactured),
                DeviceForm.date("expires", expires));
    }

    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put("product", text(product));
        values.put("kind", text(kind));
        values.put("model", text(model));
        values.put("di", text(di));
        values.put("lot", text(lot));
        values.put("release", text(release));
        values.put("customer", text(customer));
        values.put("site", text(site));
        values.put("country", text(country));
        values.put("reference", text(reference));
        values.put("status", text(status));
        values.put("quantity", text(quantity));
        values.put("estimated", text(estimated));
        values.put("manufactured", text(manufactured));
        values.put("expires", text(expires));
        return new Form(values, Map.of(), null, seen());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
