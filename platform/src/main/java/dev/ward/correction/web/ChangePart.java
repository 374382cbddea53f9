package dev.ward.correction.web;

import dev.ward.correction.Changes;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says what each change is, on the page of what is due for a case.
@Component
class ChangePart implements DuePart {

    private final Changes changes;
    private final Visibility visibility;

    ChangePart(Changes changes, Visibility visibility) {
        this.changes = changes;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Routine update or reportable correction";
    }

    @Override
    public String view() {
        return "correction/changes-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of(
                "number",
                due.subject().number(),
                "changes",
                changes.of(visibility.reader(), due.subject().number()));
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return Permission.OBLIGATION_READ.name();
    }
}
