package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ConfigurationFilter;
import dev.ward.product.ConfigurationLine;
import dev.ward.product.Configurations;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.web.Slice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The configurations on the page of a release.
@Component
class ConfigurationsOnRelease implements ReleaseSection {

    private final Configurations configurations;
    private final Visibility visibility;

    ConfigurationsOnRelease(Configurations configurations, Visibility visibility) {
        this.configurations = configurations;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Configurations";
    }

    @Override
    public String view() {
        return "product/release-configurations";
    }

    @Override
    public @Nullable Map<String, Object> model(ReleaseId of) {
        Slice<ConfigurationLine> running =
                configurations.list(visibility.reader(), ConfigurationFilter.of(of), null, Slice.USUAL_LIMIT);
        return running.items().isEmpty() ? null : Map.of("configurations", running);
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
