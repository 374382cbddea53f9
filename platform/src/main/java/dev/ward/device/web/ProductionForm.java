package dev.ward.device.web;

import dev.ward.device.ProductionDraft;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of units that were made, as it is sent.
record ProductionForm(
        @Nullable String product,
        @Nullable String model,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serialFrom,
        @Nullable String serialTo,
        @Nullable String quantity,
        @Nullable String manufactured,
        @Nullable String expires,
        @Nullable String lifeMonths,
        @Nullable String reference) {

    private static final long LONGEST_LIFE = 1_200;

    ProductionDraft draft(ProductId of) {
        LocalDate made = DeviceForm.date("manufactured", manufactured);
        if (made == null) {
            throw TypedText.refused("manufactured", "The date of manufacture is missing.", "is missing");
        }
        return new ProductionDraft(
                of,
                DeviceQuestion.id("model", model, ModelId::of),
                di,
                lot,
                serialFrom,
                serialTo,
                Numbers.required("quantity", quantity),
                made,
                DeviceForm.date("expires", expires),
                life(),
                reference);
    }

    private @Nullable Integer life() {
        Long months = Numbers.typed("lifeMonths", lifeMonths);
        return months == null ? null : (int) Math.clamp(months, 0, LONGEST_LIFE + 1);
    }

    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put("product", text(product));
        values.put("model", text(model));
        values.put("di", text(di));
        values.put("lot", text(lot));
        values.put("serialFrom", text(serialFrom));
        values.put("serialTo", text(serialTo));
        values.put("quantity", text(quantity));
        values.put("manufactured", text(manufactured));
        values.put("expires", text(expires));
        values.put("lifeMonths", text(lifeMonths));
        values.put("reference", text(reference));
        return new Form(values, Map.of(), null, 0);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
