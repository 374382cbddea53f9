package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.IdentifierFilter;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.web.Slice;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The device identifiers on the page of a release: its own, and those of all releases of its model.
@Component
class IdentifiersOnRelease implements ReleaseSection {

    private final DeviceIdentifiers identifiers;
    private final Visibility visibility;

    IdentifiersOnRelease(DeviceIdentifiers identifiers, Visibility visibility) {
        this.identifiers = identifiers;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Device identifiers";
    }

    @Override
    public String view() {
        return "product/release-identifiers";
    }

    @Override
    public Map<String, Object> model(ReleaseId release) {
        return Map.of(
                "identifiers",
                identifiers
                        .list(visibility.reader(), IdentifierFilter.of(release), null, Slice.USUAL_LIMIT)
                        .items());
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
