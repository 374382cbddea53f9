package dev.ward.retention.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCrumbs;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import dev.ward.retention.Retentions;
import dev.ward.web.Page;
import dev.ward.web.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;

/// Until when the records of a case are kept that an authority may ask for.
@Controller
class KeptOfCasePages {

    private final Retentions retentions;
    private final Cases cases;
    private final Asked asked;
    private final Visibility visibility;

    KeptOfCasePages(Retentions retentions, Cases cases, Asked asked, Visibility visibility) {
        this.retentions = retentions;
        this.cases = cases;
        this.asked = asked;
        this.visibility = visibility;
    }

    @GetMapping("/cases/{number}/due/kept")
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number) {
        return DueCrumbs.on(
                        Page.of("retention/of-case", Section.DUE, "Kept until"), cases.get(visibility.reader(), number))
                .with("records", retentions.ofCase(visibility.reader(), number));
    }

    /// Leads to where an event, a change or a recall stands.
    @GetMapping("/records/{kind}/{id}/at")
    @Requires(Permission.OBLIGATION_READ)
    RedirectView at(@PathVariable String kind, @PathVariable String id) {
        RecordName name = asked.record(kind, id);
        boolean elsewhere =
                name.kind() == RecordKind.EVENT || name.kind() == RecordKind.CHANGE || name.kind() == RecordKind.RECALL;
        return new RedirectView(elsewhere ? retentions.place(visibility.reader(), name) : name.address());
    }
}
