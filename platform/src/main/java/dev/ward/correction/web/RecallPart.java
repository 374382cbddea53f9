package dev.ward.correction.web;

import dev.ward.correction.Recalls;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says which recalls there are, and when their next status report is due, on the page of what is due
/// for a case.
@Component
class RecallPart implements DuePart {

    private final Recalls recalls;
    private final Visibility visibility;

    RecallPart(Recalls recalls, Visibility visibility) {
        this.recalls = recalls;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Recalls";
    }

    @Override
    public String view() {
        return "correction/recalls-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of(
                "number",
                due.subject().number(),
                "recalls",
                recalls.of(visibility.reader(), due.subject().number()),
                "today",
                recalls.today());
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
