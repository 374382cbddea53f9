package dev.ward.handling.web;

import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseMerges;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.Phase;
import dev.ward.handling.Step;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private final Cases cases;
    private final CaseTeams teams;
    private final CaseMerges merges;
    private final CaseOpening opening;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseApi(
            Cases cases,
            CaseTeams teams,
            CaseMerges merges,
            CaseOpening opening,
            CurrentActor actor,
            Visibility visibility) {
        this.cases = cases;
        this.teams = teams;
        this.merges = merges;
        this.opening = opening;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param own     whether it is about a flaw of own code that has no name; it gets one
    /// @param signal  the id of a signal that is joined to it
    record CaseBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> vulnerabilities,
            @Nullable Boolean own,
            @Nullable String signal) {

        CaseDraft draft() {
            return new CaseDraft(Objects.requireNonNullElse(title, ""), description);
        }
    }

    record EditBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable Integer revision) {}

    record PhaseBody(@Nullable String phase, @Nullable String because) {}

    record EmbargoBody(
            @Nullable String until,
            @Nullable String zone,
            @Nullable String onLeak) {}

    record LiftBody(@Nullable Boolean leaked, @Nullable String because) {}

    record MergeBody(@Nullable String into, @Nullable String because) {}

    record SplitBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> vulnerabilities,
            @Nullable String because) {}

    @GetMapping
    @Summary("Lists cases, the last opened first")
    @Requires(Permission.CASE_READ)
    Slice<CaseView> list(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String vulnerability,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        CaseFilter filter = new CaseFilter(
                closed, Worded.typed("phase", phase, Phase.values()), Sent.account("owner", owner), vulnerability);
        return cases.list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(CaseView::from);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Opens a case; the title is needed")
    @Requires(Permission.CASE_WRITE)
    ResponseEntity<CaseView> open(@RequestBody CaseBody body) {
        VulnerabilityCase opened = opening.open(
                body.draft(),
                Objects.requireNonNullElse(body.vulnerabilities(), List.of()),
                Boolean.TRUE.equals(body.own()),
                Sent.signal("signal", body.signal()),
                null);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.number()))
                .eTag(Revision.tag(opened.revision()))
                .body(CaseView.from(opened));
    }

    @GetMapping("/{number}")
    @Summary("Gives a case")
    @Requires(Permission.CASE_READ)
    CaseView get(@PathVariable CaseNumber number) {
        return CaseView.from(cases.get(visibility.reader(), number));
    }

    @GetMapping("/{number}/history")
    @Summary("Tells what was done with a case, the oldest first")
    @Requires(Permission.CASE_READ)
    List<Step> history(@PathVariable CaseNumber number) {
        return cases.history(visibility.reader(), number);
    }

    @PutMapping("/{number}")
    @Summary("Changes title and description; the revision is the one that was read")
    @Requires(Permission.CASE_WRITE)
    CaseView edit(@PathVariable CaseNumber number, @RequestBody EditBody body) {
        CaseDraft draft = new CaseDraft(Objects.requireNonNullElse(body.title(), ""), body.description());
        return CaseView.from(
                cases.edit(actor.get(), visibility.reader(), number, Sent.needed("revision", body.revision()), draft));
    }

    @PostMapping("/{number}/phase")
    @Summary("Enters a phase of ISO/IEC 30111; a reason is needed to go back")
    @Requires(Permission.CASE_WRITE)
    CaseView phase(@PathVariable CaseNumber number, @RequestBody PhaseBody body) {
        Phase phase = Worded.required("phase", body.phase(), Phase.values());
        return CaseView.from(cases.enter(actor.get(), visibility.reader(), number, phase, body.because()));
    }

    @PostMapping("/{number}/close")
    @Summary("Closes a case, with a reason")
    @Requires(Permission.CASE_WRITE)
    CaseView close(@PathVariable CaseNumber number, @RequestBody ReasonBody body) {
        return CaseView.from(cases.close(actor.get(), visibility.reader(), number, body.because()));
    }

    @PostMapping("/{number}/reopen")
    @Summary("Opens a closed case again, with a reason")
    @Requires(Permission.CASE_WRITE)
    CaseView reopen(@PathVariable CaseNumber number, @RequestBody ReasonBody body) {
        return CaseView.from(cases.reopen(actor.get(), visibility.reader(), number, body.because()));
    }

    @PostMapping("/{number}/embargo")
    @Summary("Hides a case from all but its participants; only a person can")
    @Requires(Permission.CASE_WRITE)
    CaseView embargo(@PathVariable CaseNumber number, @RequestBody EmbargoBody body) {
        EmbargoDraft draft = new EmbargoDraft(body.until(), body.zone(), body.onLeak());
        return CaseView.from(teams.embargo(actor.get(), visibility.reader(), number, draft));
    }

    @PostMapping("/{number}/embargo/lift")
    @Summary("Shows an embargoed case to everyone who may see cases, with a reason")
    @Requires(Permission.CASE_WRITE)
    CaseView lift(@PathVariable CaseNumber number, @RequestBody LiftBody body) {
        boolean leaked = Boolean.TRUE.equals(body.leaked());
        return CaseView.from(teams.lift(actor.get(), visibility.reader(), number, leaked, body.because()));
    }

    @PostMapping("/{number}/merge")
    @Summary("Closes a case in favour of another, which takes over its vulnerabilities and signals")
    @Requires(Permission.CASE_WRITE)
    CaseView merge(@PathVariable CaseNumber number, @RequestBody MergeBody body) {
        CaseNumber into = Sent.needed("into", Sent.number("into", body.into()));
        return CaseView.from(merges.merge(actor.get(), visibility.reader(), number, into, body.because()));
    }

    @PostMapping("/{number}/split")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Opens a case of its own for some of the vulnerabilities")
    @Requires(Permission.CASE_WRITE)
    CaseView split(@PathVariable CaseNumber number, @RequestBody SplitBody body) {
        return CaseView.from(merges.split(
                actor.get(),
                visibility.reader(),
                number,
                new CaseDraft(Objects.requireNonNullElse(body.title(), ""), body.description()),
                Objects.requireNonNullElse(body.vulnerabilities(), List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                body.because()));
    }
}
