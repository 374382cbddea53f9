package dev.ward.lifecycle.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.Stages;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.product.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The section "Lifecycle" of a release's page.
@Component
class LifecycleSection implements ReleaseSection {

    private final Stages stages;
    private final Releases releases;
    private final Visibility visibility;

    LifecycleSection(Stages stages, Releases releases, Visibility visibility) {
        this.stages = stages;
        this.releases = releases;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Lifecycle";
    }

    @Override
    public String view() {
        return "lifecycle/section";
    }

    @Override
    public Map<String, Object> model(ReleaseId id) {
        Release release = releases.get(visibility.reader(), id);
        return Map.of("release", release, "on", stages.schedules(visibility.reader(), release));
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
