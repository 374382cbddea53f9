package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ConfigurationFilter;
import dev.ward.product.ConfigurationLine;
import dev.ward.product.Configurations;
import dev.ward.product.DeviceType;
import dev.ward.product.ModelSection;
import dev.ward.web.Slice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The configurations on the page of a model.
@Component
class ConfigurationsOnModel implements ModelSection {

    private final Configurations configurations;
    private final TypePlaces places;
    private final Visibility visibility;

    ConfigurationsOnModel(Configurations configurations, TypePlaces places, Visibility visibility) {
        this.configurations = configurations;
        this.places = places;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Configurations";
    }

    @Override
    public String view() {
        return "product/model-configurations";
    }

    @Override
    public Map<String, Object> model(DeviceType of) {
        return Map.of("place", places.of(of), "configurations", first(of));
    }

    @Override
    public @Nullable Map<String, Object> besideModels(DeviceType product) {
        return first(product).items().isEmpty() ? null : model(product);
    }

    private Slice<ConfigurationLine> first(DeviceType of) {
        return configurations.list(visibility.reader(), ConfigurationFilter.of(of), null, Slice.USUAL_LIMIT);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
