package dev.ward.assessment.web;

import dev.ward.assessment.PastDecision;
import dev.ward.assessment.PastDecisions;
import dev.ward.assessment.PastFilter;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.web.Slice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a release's page: what was decided of it before Ward was used.
@Component
class PastOnRelease implements ReleaseSection {

    static final String VIEW = "assessment/past-section";

    private static final int SHOWN = 10;

    private final PastDecisions past;
    private final Visibility visibility;

    PastOnRelease(PastDecisions past, Visibility visibility) {
        this.past = past;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return PastDecision.PROVENANCE;
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public @Nullable Map<String, Object> model(ReleaseId release) {
        Slice<PastDecision> decisions =
                past.list(visibility.reader(), new PastFilter(null, release.value(), null, null, false), null, SHOWN);
        return model(decisions, PastDecisionPages.LIST + "?show=all&release=" + release);
    }

    /// @param all  the address of the list
    static @Nullable Map<String, Object> model(Slice<PastDecision> decisions, String all) {
        return decisions.items().isEmpty() ? null : Map.of("decisions", decisions, "all", all);
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
