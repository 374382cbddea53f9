package dev.ward.regulation.web;

import dev.ward.handling.CaseSection;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.Obligations;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says on a case's page what is due for it.
@Component
class DueSection implements CaseSection {

    private final Obligations obligations;
    private final Visibility visibility;

    DueSection(Obligations obligations, Visibility visibility) {
        this.obligations = obligations;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Due";
    }

    @Override
    public String view() {
        return "regulation/due-section";
    }

    @Override
    public Map<String, Object> model(VulnerabilityCase subject) {
        return Map.of("due", obligations.of(visibility.reader(), subject.number()));
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
