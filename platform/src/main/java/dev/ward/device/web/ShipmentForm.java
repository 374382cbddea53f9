package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.device.ShipmentDraft;
import dev.ward.device.ShipmentKind;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a shipment as it is sent.
///
/// @param serials  with white space, commas or semicolons between
record ShipmentForm(
        @Nullable String product,
        @Nullable String kind,
        @Nullable String moved,
        @Nullable String model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String release,
        @Nullable String quantity,
        @Nullable String serials,
        @Nullable String customer,
        @Nullable String site,
        @Nullable String via,
        @Nullable String country,
        @Nullable String reference) {

    ShipmentDraft draft(Reader reader, PlaceReader places, ProductId of) {
        LocalDate day = DeviceForm.date("moved", moved);
        if (day == null) {
            throw TypedText.refused("moved", "The day is missing.", "is missing");
        }
        CustomerId consignee = places.customer(reader, "customer", customer);
        if (consignee == null) {
            throw TypedText.refused("customer", "The consignee is missing.", "is missing");
        }
        return new ShipmentDraft(
                Worded.required("kind", kind, ShipmentKind.values()),
                day,
                of,
                DeviceQuestion.id("model", model, ModelId::of),
                di,
                lot,
                DeviceQuestion.id("release", release, ReleaseId::of),
                Numbers.typed("quantity", quantity),
                list(),
                consignee,
                places.site(reader, consignee, site),
                places.customer(reader, "via", via),
                country,
                reference);
    }

    private List<String> list() {
        return serials == null
                ? List.of()
                : Arrays.stream(serials.split("[\\s,;]+"))
                        .filter(one -> !one.isBlank())
                        .toList();
    }

    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put("product", text(product));
        values.put("kind", text(kind));
        values.put("moved", text(moved));
        values.put("model", text(model));
        values.put("di", text(di));
        values.put("lot", text(lot));
        values.put("release", text(release));
        values.put("quantity", text(quantity));
        values.put("serials", text(serials));
        values.put("customer", text(customer));
        values.put("site", text(site));
        values.put("via", text(via));
        values.put("country", text(country));
        values.put("reference", text(reference));
        return new Form(values, Map.of(), null, 0);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
