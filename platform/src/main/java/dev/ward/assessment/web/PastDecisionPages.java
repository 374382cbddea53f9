package dev.ward.assessment.web;

import dev.ward.assessment.PastDecision;
import dev.ward.assessment.PastDecisions;
import dev.ward.assessment.PastFilter;
import dev.ward.assessment.PastStatus;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Worded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was decided before Ward was used: the list of what is to be assessed anew, and one with its versions.
@Controller
@RequestMapping(PastDecisionPages.LIST)
@Requires(Permission.FINDING_READ)
class PastDecisionPages {

    static final String LIST = "/past-decisions";

    private final PastDecisions past;
    private final AssessmentView products;
    private final Visibility visibility;

    PastDecisionPages(PastDecisions past, AssessmentView products, Visibility visibility) {
        this.past = past;
        this.products = products;
        this.visibility = visibility;
    }

    /// @param show  `all` for those too that Ward has decided
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable UUID release,
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after) {
        String name = vulnerability == null || vulnerability.isBlank() ? null : vulnerability.strip();
        PastFilter filter = new PastFilter(
                product, release, name, Worded.typed("status", status, PastStatus.values()), !show.equals("all"));
        return Page.of("assessment/past-decisions", Section.DECIDE, "Past decisions")
                .with("filter", filter)
                .with("products", products.products())
                .with("decisions", past.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id) {
        List<PastDecision> versions = past.versions(visibility.reader(), id);
        PastDecision newest = versions.getFirst();
        return Page.of(
                        "assessment/past-decision",
                        Section.DECIDE,
                        "%s in %s"
                                .formatted(
                                        newest.vulnerability(), newest.place().releaseName()))
                .crumb("Past decisions", LIST)
                .with("versions", versions);
    }
}
