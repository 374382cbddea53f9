package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import dev.ward.finding.FindingId;
import dev.ward.finding.Findings;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.web.Slice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Findings over REST.
@RestController
@RequestMapping("/api/v1/findings")
class FindingApi {

    private final Findings findings;

    FindingApi(Findings findings) {
        this.findings = findings;
    }

    /// A finding with everything that makes it one.
    record FindingDetails(FindingBody finding, List<FindingBody.MatchBody> matches) {}

    @GetMapping
    @Requires(Permission.FINDING_READ)
    Slice<FindingBody> list(
            @ModelAttribute FindingQuestion question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Slice<Finding> slice = findings.list(question.filter(), question.order(), after, Slice.limit(limit));
        Map<UUID, Evidence> surest = findings.surest(slice.items());
        return slice.map(
                finding -> FindingBody.of(finding, surest.get(finding.id().value())));
    }

    @GetMapping("/{id}")
    @Requires(Permission.FINDING_READ)
    FindingDetails get(@PathVariable UUID id) {
        FindingId findingId = new FindingId(id);
        Finding finding = findings.get(findingId);
        List<Evidence> evidence = findings.evidence(findingId);
        return new FindingDetails(
                FindingBody.of(finding, evidence.isEmpty() ? null : evidence.getFirst()),
                evidence.stream().map(FindingBody.MatchBody::of).toList());
    }
}
