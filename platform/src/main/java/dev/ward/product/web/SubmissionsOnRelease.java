package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.product.Submissions;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The submissions on the page of a release.
@Component
class SubmissionsOnRelease implements ReleaseSection {

    private final Submissions submissions;
    private final Visibility visibility;

    SubmissionsOnRelease(Submissions submissions, Visibility visibility) {
        this.submissions = submissions;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Submissions and certificates";
    }

    @Override
    public String view() {
        return "product/submissions";
    }

    @Override
    public Map<String, Object> model(ReleaseId release) {
        return Map.of("release", release, "submissions", submissions.list(visibility.reader(), release));
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
