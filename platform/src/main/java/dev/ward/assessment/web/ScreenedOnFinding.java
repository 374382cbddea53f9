package dev.ward.assessment.web;

import dev.ward.assessment.ScreenedCount;
import dev.ward.assessment.Screenings;
import dev.ward.finding.Finding;
import dev.ward.finding.FindingSection;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a finding's page: the disposition in bulk that decides it.
@Component
class ScreenedOnFinding implements FindingSection {

    private final Screenings screenings;
    private final Visibility visibility;

    ScreenedOnFinding(Screenings screenings, Visibility visibility) {
        this.screenings = screenings;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Dispositioned in bulk";
    }

    @Override
    public String view() {
        return "assessment/screened-on-finding";
    }

    @Override
    public @Nullable Map<String, Object> model(Finding finding) {
        ScreenedCount by =
                screenings.ofFinding(visibility.reader(), finding.id().value()).orElse(null);
        return by == null ? null : Map.of("by", by);
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
