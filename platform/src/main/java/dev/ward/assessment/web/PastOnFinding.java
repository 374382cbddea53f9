package dev.ward.assessment.web;

import dev.ward.assessment.PastDecision;
import dev.ward.assessment.PastDecisions;
import dev.ward.assessment.PastFilter;
import dev.ward.finding.Finding;
import dev.ward.finding.FindingSection;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Address;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a finding's page: what was decided of it before Ward was used. The finding stays as it is.
@Component
class PastOnFinding implements FindingSection {

    private static final int SHOWN = 10;

    private final PastDecisions past;
    private final Visibility visibility;

    PastOnFinding(PastDecisions past, Visibility visibility) {
        this.past = past;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return PastDecision.PROVENANCE;
    }

    @Override
    public String view() {
        return PastOnRelease.VIEW;
    }

    @Override
    public @Nullable Map<String, Object> model(Finding finding) {
        String name = finding.vulnerability().name();
        PastFilter filter = new PastFilter(null, finding.release().id(), name, null, false);
        return PastOnRelease.model(
                past.list(visibility.reader(), filter, null, SHOWN),
                Address.of(PastDecisionPages.LIST)
                        .with("show", "all")
                        .with("vulnerability", name)
                        .toString());
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }
}
