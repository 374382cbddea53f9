package dev.ward.finding.web;

import dev.ward.finding.Evidence;
import dev.ward.finding.Finding;
import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingId;
import dev.ward.finding.FindingNotes;
import dev.ward.finding.FindingSection;
import dev.ward.finding.Findings;
import dev.ward.finding.Note;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.RecordViewed;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of findings, with the explanation of one beside it.
@Controller
@RequestMapping("/findings")
public class FindingPages {

    /// The revision that an open list shows; it asks every few seconds whether there is a later one.
    private static final String REVISION = "Ward-Revision";

    private final Findings findings;
    private final FindingNotes notes;
    private final List<FindingSection> sections;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Visibility visibility;

    FindingPages(
            Findings findings,
            FindingNotes notes,
            List<FindingSection> sections,
            ApplicationEventPublisher events,
            CurrentActor actor,
            Visibility visibility) {
        this.findings = findings;
        this.notes = notes;
        this.sections = List.copyOf(sections);
        this.events = events;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry findingsEntry() {
        return new NavigationEntry(Section.FINDINGS, "Findings", "/findings", Permission.FINDING_READ.name(), 0);
    }

    /// A finding and the surest reason for it.
    public record Row(Finding finding, @Nullable Evidence surest) {}

    /// A finding and every reason for it.
    public record Explained(Finding finding, List<Evidence> evidence, List<Note> notes, List<PagePart> parts) {}

    @GetMapping
    @Requires(Permission.FINDING_READ)
    @Nullable
    Page list(
            @ModelAttribute FindingQuestion question,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable UUID panel,
            @RequestHeader(name = REVISION, required = false) @Nullable Long revision,
            HttpServletResponse response) {
        long now = findings.revision();
        if (revision != null && revision == now) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // the open list shows everything already
            return null;
        }
        FindingFilter filter = question.filter();
        Findings.Part part = findings.listCounted(filter, question.order(), after, Slice.USUAL_LIMIT);
        Slice<Finding> slice = part.slice();
        Map<UUID, Evidence> surest = findings.surest(slice.items());
        return Page.of("finding/list", Section.FINDINGS, "Findings")
                .with("rows", slice.map(one -> new Row(one, surest.get(one.id().value()))))
                .with("question", question)
                .with("order", question.order())
                .with("count", part.count())
                .with("revision", now)
                .with("open", panel == null ? null : explained(new FindingId(panel)));
    }

    @GetMapping("/{id}")
    @Requires(Permission.FINDING_READ)
    Page details(@PathVariable UUID id) {
        Explained explained = explained(new FindingId(id));
        Finding finding = explained.finding();
        String title = "%s in %s"
                .formatted(
                        finding.vulnerability().name(),
                        Objects.requireNonNull(finding.component()).label());
        return Page.of("finding/details", Section.FINDINGS, title)
                .crumb("Findings", "/findings")
                .with("explained", explained);
    }

    private Explained explained(FindingId id) {
        Finding finding = findings.get(id);
        events.publishEvent(new RecordViewed("finding", id.value()));
        return new Explained(
                finding,
                findings.evidence(id),
                notes.list(visibility.reader(), id),
                PagePart.of(sections, actor::may, finding));
    }

    @PostMapping("/{id}/notes")
    @Requires(Permission.FINDING_WRITE)
    String note(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        notes.add(actor.get(), visibility.reader(), new FindingId(id), text);
        return "redirect:/findings/" + id;
    }

    @PostMapping("/{id}/confirm-closed")
    @Requires(Permission.FINDING_WRITE)
    String confirmClosed(@PathVariable UUID id, @RequestParam(required = false) @Nullable String why) {
        notes.confirmClosed(actor.get(), visibility.reader(), new FindingId(id), why);
        return "redirect:/findings/" + id;
    }
}
