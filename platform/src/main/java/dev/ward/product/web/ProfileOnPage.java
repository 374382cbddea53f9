package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceType;
import dev.ward.product.ModelSection;
import dev.ward.product.Profiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The profile on the page of a model.
@Component
class ProfileOnPage implements ModelSection {

    private final Profiles profiles;
    private final TypePlaces places;
    private final Visibility visibility;

    ProfileOnPage(Profiles profiles, TypePlaces places, Visibility visibility) {
        this.profiles = profiles;
        this.places = places;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Profile";
    }

    @Override
    public String view() {
        return "product/profile-section";
    }

    @Override
    public Map<String, Object> model(DeviceType type) {
        return Map.of("place", places.of(type), "current", profiles.find(visibility.reader(), type));
    }

    @Override
    public @Nullable Map<String, Object> besideModels(DeviceType product) {
        return profiles.find(visibility.reader(), product).isEmpty() ? null : model(product);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
