package dev.ward.assessment.web;

import dev.ward.assessment.PastDecisions;
import dev.ward.assessment.PastFilter;
import dev.ward.assessment.PastStatus;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Past decisions, for programs: migrated, not decided here.
@RestController
@RequestMapping("/api/v1/past-decisions")
class PastDecisionApi {

    private final PastDecisions past;
    private final Visibility visibility;

    PastDecisionApi(PastDecisions past, Visibility visibility) {
        this.past = past;
        this.visibility = visibility;
    }

    /// @param waiting  whether only those without a decision of Ward
    @GetMapping
    @Summary("Lists past decisions, migrated and not decided here, the worst first")
    @Requires(Permission.FINDING_READ)
    Slice<PastDecisionBody> list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable UUID release,
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        PastFilter filter = new PastFilter(
                product, release, vulnerability, Worded.typed("status", status, PastStatus.values()), waiting);
        return past.list(visibility.reader(), filter, after, Slice.limit(limit)).map(PastDecisionBody::of);
    }

    @GetMapping("/{id}")
    @Summary("Gives all versions of a past decision, the newest first")
    @Requires(Permission.FINDING_READ)
    List<PastDecisionBody> versions(@PathVariable UUID id) {
        return past.versions(visibility.reader(), id).stream()
                .map(PastDecisionBody::of)
                .toList();
    }
}
