package dev.ward.finding.web;

import dev.ward.finding.FindingCounts;
import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingState;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The section "Findings" of a release's page: how many, and the gravest.
@Component
class FindingSection implements ReleaseSection {

    private static final int SHOWN = 5;

    private final Findings findings;
    private final FindingCounts counts;
    private final Visibility visibility;

    FindingSection(Findings findings, FindingCounts counts, Visibility visibility) {
        this.findings = findings;
        this.counts = counts;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Findings";
    }

    @Override
    public String view() {
        return "finding/release-section";
    }

    @Override
    public Map<String, Object> model(ReleaseId release) {
        UUID id = release.value();
        Map<String, Object> model = new HashMap<>();
        model.put("release", id);
        model.put("chart", SeverityChart.ofRelease(id, counts.ofRelease(visibility.reader(), id)));
        model.put(
                "gravest",
                findings.list(of(id, FindingState.OPEN), Findings.usualOrder(), null, SHOWN)
                        .items());
        model.put("candidates", findings.count(of(id, FindingState.CANDIDATE)));
        model.put("closed", findings.count(of(id, FindingState.CLOSED)));
        return model;
    }

    private static FindingFilter of(UUID release, FindingState state) {
        return new FindingFilter(release, null, null, null, null, Set.of(state), null, false, null);
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return Permission.FINDING_READ.name();
    }
}
