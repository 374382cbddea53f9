package dev.ward.report.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.DuePart;
import dev.ward.report.Drafts;
import dev.ward.report.KeptDrafts;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Says what is drafted, on the page of what is due for a case.
@Component
class DraftPart implements DuePart {

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final Visibility visibility;

    DraftPart(Drafts drafts, KeptDrafts kept, Visibility visibility) {
        this.drafts = drafts;
        this.kept = kept;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return ReportPages.TITLE;
    }

    @Override
    public String view() {
        return "report/drafts-part";
    }

    @Override
    public Map<String, Object> model(CaseDue due) {
        return Map.of(
                "number",
                due.subject().number(),
                "kinds",
                drafts.kinds(),
                "versions",
                kept.of(visibility.reader(), due.subject().number()));
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
