package dev.ward.assessment.web;

import dev.ward.assessment.CompensatingControl;
import dev.ward.assessment.CompensatingControls;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a release's page: what its users are asked to do as long as there is no fix.
@Component
class ControlsOnRelease implements ReleaseSection {

    private final CompensatingControls controls;
    private final Visibility visibility;

    ControlsOnRelease(CompensatingControls controls, Visibility visibility) {
        this.controls = controls;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Compensating controls";
    }

    @Override
    public String view() {
        return "assessment/release-controls";
    }

    @Override
    public @Nullable Map<String, Object> model(ReleaseId release) {
        List<CompensatingControl> issued = controls.ofRelease(visibility.reader(), release.value());
        return issued.isEmpty() ? null : Map.of("controls", issued, "today", controls.today());
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }
}
