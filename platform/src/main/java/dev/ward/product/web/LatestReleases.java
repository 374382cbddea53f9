package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.Release;
import dev.ward.product.Releases;
import dev.ward.web.HomePart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was added last, on the first page.
@Component
class LatestReleases implements HomePart {

    private static final int SHOWN = 5;

    private final Releases releases;
    private final Visibility visibility;

    LatestReleases(Releases releases, Visibility visibility) {
        this.releases = releases;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Releases added last";
    }

    @Override
    public String view() {
        return "product/latest-releases";
    }

    @Override
    public @Nullable Map<String, Object> model() {
        List<Release> latest = releases.latest(visibility.reader(), SHOWN);
        return latest.isEmpty() ? null : Map.of("releases", latest);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }

    @Override
    public int order() {
        return 50;
    }
}
