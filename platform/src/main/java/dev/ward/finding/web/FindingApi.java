package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import dev.ward.finding.FindingId;
import dev.ward.finding.FindingNotes;
import dev.ward.finding.Findings;
import dev.ward.finding.Note;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Findings over REST.
@RestController
@RequestMapping("/api/v1/findings")
class FindingApi {

    private final Findings findings;
    private final FindingNotes notes;
    private final CurrentActor actor;
    private final Visibility visibility;

    FindingApi(Findings findings, FindingNotes notes, CurrentActor actor, Visibility visibility) {
        this.findings = findings;
        this.notes = notes;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// A finding with everything that makes it one.
    record FindingDetails(FindingBody finding, List<FindingBody.MatchBody> matches, List<Note> notes) {}

    /// @param text  1 to 4,000 characters
    record NoteBody(@Nullable String text) {}

    record ClosingBody(@Nullable String why) {}

    @GetMapping
    @Summary("Lists findings; with no state asked for, those that are not closed")
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
    @Summary("Gives a finding with every match that explains it, and its notes")
    @Requires(Permission.FINDING_READ)
    FindingDetails get(@PathVariable UUID id) {
        FindingId findingId = new FindingId(id);
        Finding finding = findings.get(findingId);
        List<Evidence> evidence = findings.evidence(findingId);
        return new FindingDetails(
                FindingBody.of(finding, evidence.isEmpty() ? null : evidence.getFirst()),
                evidence.stream().map(FindingBody.MatchBody::of).toList(),
                notes.list(visibility.reader(), findingId));
    }

    @PostMapping("/{id}/notes")
    @Summary("Writes a note at a finding; from then on no machine closes it")
    @Requires(Permission.FINDING_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    FindingDetails note(@PathVariable UUID id, @RequestBody NoteBody note) {
        notes.add(actor.get(), visibility.reader(), new FindingId(id), note.text());
        return get(id);
    }

    @PostMapping("/{id}/confirm-closed")
    @Summary("Confirms that a finding whose sources fell silent is closed")
    @Requires(Permission.FINDING_WRITE)
    FindingDetails confirmClosed(@PathVariable UUID id, @RequestBody(required = false) @Nullable ClosingBody closing) {
        notes.confirmClosed(
                actor.get(), visibility.reader(), new FindingId(id), closing == null ? null : closing.why());
        return get(id);
    }
}
