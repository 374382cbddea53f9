package dev.ward.assessment.web;

import dev.ward.assessment.Coverage;
import dev.ward.assessment.CoveredRelease;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a release's page: what was decided of earlier releases and covers this one.
@Component
class CoveredOnRelease implements ReleaseSection {

    private final Coverage coverage;
    private final Visibility visibility;

    CoveredOnRelease(Coverage coverage, Visibility visibility) {
        this.coverage = coverage;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Covered by earlier decisions";
    }

    @Override
    public String view() {
        return "assessment/release-covered";
    }

    @Override
    public @Nullable Map<String, Object> model(ReleaseId release) {
        List<CoveredRelease> covered = coverage.ofRelease(visibility.reader(), release.value());
        return covered.isEmpty() ? null : Map.of("covered", covered);
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }
}
