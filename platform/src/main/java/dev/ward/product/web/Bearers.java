package dev.ward.product.web;

import dev.ward.identity.Reader;
import dev.ward.product.DeviceType;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.ProductLine;
import dev.ward.product.Products;
import dev.ward.product.gudid.GudidRecord;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// What a device identifier can be linked to: products and their models.
@Component
class Bearers {

    private static final String PRODUCT = "product:";
    private static final String MODEL = "model:";

    private final Products products;
    private final Models models;

    Bearers(Products products, Models models) {
        this.products = products;
        this.models = models;
    }

    /// What is sent, and its words; what is called like the device of a record stands first. The first 500 products.
    SequencedMap<String, String> options(Reader reader, GudidRecord told) {
        SequencedMap<String, String> likely = new LinkedHashMap<>();
        SequencedMap<String, String> others = new LinkedHashMap<>();
        ProductFilter all = new ProductFilter(null, null, false, ProductFilter.USUAL);
        for (ProductLine line : products.list(reader, all, null, Slice.MOST).items()) {
            String product = line.product().name();
            (isLike(product, told) ? likely : others)
                    .put(PRODUCT + line.product().id(), product);
            for (Model model : models.list(reader, line.product().id())) {
                (isLike(model.name(), told) ? likely : others).put(MODEL + model.id(), product + " " + model.name());
            }
        }
        likely.putAll(others);
        return likely;
    }

    private static boolean isLike(String name, GudidRecord told) {
        String lower = name.toLowerCase(Locale.ROOT);
        String version = told.versionOrModel();
        return lower.equals(told.brand().toLowerCase(Locale.ROOT))
                || (version != null && lower.equals(version.toLowerCase(Locale.ROOT)));
    }

    /// @param bearer  `product:…` or `model:…` with the id
    /// @throws dev.ward.web.ProblemException  when it is neither
    DeviceType typed(Reader reader, String bearer) {
        try {
            if (bearer.startsWith(MODEL)) {
                ModelId model = ModelId.of(bearer.substring(MODEL.length()));
                return new DeviceType(models.get(reader, model).product(), model);
            }
            if (bearer.startsWith(PRODUCT)) {
                return new DeviceType(ProductId.of(bearer.substring(PRODUCT.length())), null);
            }
        } catch (IllegalArgumentException e) {
            throw refused(bearer);
        }
        throw refused(bearer);
    }

    private static RuntimeException refused(String bearer) {
        return TypedText.refused(
                "bearer",
                bearer.isBlank()
                        ? "Say which product or model bears the identifier."
                        : "\"%s\" is neither \"product:\" nor \"model:\" with an id.".formatted(bearer),
                bearer.isBlank() ? "is missing" : "is no product or model");
    }
}
