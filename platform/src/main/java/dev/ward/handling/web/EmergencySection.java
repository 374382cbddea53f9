package dev.ward.handling.web;

import dev.ward.handling.CaseSection;
import dev.ward.handling.EmergencyOpening;
import dev.ward.handling.EmergencyOpenings;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says on a case's page that it was opened in an emergency.
@Component
class EmergencySection implements CaseSection {

    private final EmergencyOpenings openings;
    private final Visibility visibility;

    EmergencySection(EmergencyOpenings openings, Visibility visibility) {
        this.openings = openings;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return EmergencyReviewPages.TITLE;
    }

    @Override
    public String view() {
        return "handling/emergency-section";
    }

    @Override
    public @Nullable Map<String, Object> model(VulnerabilityCase subject) {
        List<EmergencyOpening> known = openings.of(visibility.reader(), subject.number());
        return known.isEmpty() ? null : Map.of("number", subject.number(), "openings", known);
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }
}
