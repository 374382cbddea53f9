package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.DeviceType;
import dev.ward.product.ModelSection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The device identifiers on the page of a model.
@Component
class IdentifiersOnModel implements ModelSection {

    private final DeviceIdentifiers identifiers;
    private final TypePlaces places;
    private final Visibility visibility;

    IdentifiersOnModel(DeviceIdentifiers identifiers, TypePlaces places, Visibility visibility) {
        this.identifiers = identifiers;
        this.places = places;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Device identifiers";
    }

    @Override
    public String view() {
        return "product/model-identifiers";
    }

    @Override
    public Map<String, Object> model(DeviceType type) {
        return Map.of("place", places.of(type), "identifiers", identifiers.of(visibility.reader(), type));
    }

    @Override
    public @Nullable Map<String, Object> besideModels(DeviceType product) {
        return identifiers.of(visibility.reader(), product).isEmpty() ? null : model(product);
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
