package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.regulation.Worksheets;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says how far the worksheet is, on the page of what is due for a case.
@Component
class WorksheetPart implements DuePart {

    private final Worksheets worksheets;

    WorksheetPart(Worksheets worksheets) {
        this.worksheets = worksheets;
    }

    @Override
    public String title() {
        return "What has to be reported";
    }

    @Override
    public String view() {
        return "regulation/worksheet-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of("due", due, "sheet", worksheets.of(due));
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
