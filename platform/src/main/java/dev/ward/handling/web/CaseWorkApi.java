package dev.ward.handling.web;

import dev.ward.handling.CaseFile;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.CaseVulnerability;
import dev.ward.handling.Comment;
import dev.ward.handling.Participant;
import dev.ward.handling.ScopeRow;
import dev.ward.handling.Task;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a case holds, who works on it, what is to be done and said.
@RestController
@RequestMapping("/api/v1/cases/{number}")
class CaseWorkApi {

    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseWorkApi(CaseScopes scopes, CaseTeams teams, CaseTalk talk, CurrentActor actor, Visibility visibility) {
        this.scopes = scopes;
        this.teams = teams;
        this.talk = talk;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param own  true for a flaw of own code that has no name; it gets one
    record VulnerabilityBody(
            @Nullable String vulnerability, @Nullable Boolean own) {}

    record RemovalBody(
            @Nullable String vulnerability, @Nullable String because) {}

    record ReleaseBody(@Nullable String release, @Nullable String because) {}

    /// @param person  null for nobody
    record PersonBody(@Nullable String person, @Nullable String because) {}

    record TaskBody(
            @Nullable String task,
            @Nullable String assignee,
            @Nullable String due) {}

    /// @param product  in whose thread; null for that of the whole case
    record CommentBody(@Nullable String product, @Nullable String comment) {}

    record VulnerabilityView(
            String name,
            boolean own,
            @Nullable UUID known,
            List<String> aliases,
            @Nullable String summary,
            boolean kev) {

        static VulnerabilityView from(CaseVulnerability one) {
            return new VulnerabilityView(
                    one.name(),
                    one.own(),
                    one.known() == null ? null : one.known().value(),
                    one.aliases(),
                    one.summary(),
                    one.kev());
        }
    }

    record ScopeView(
            UUID release,
            String product,
            @Nullable String model,
            String version,
            @Nullable LocalDate released,
            String presence,
            int open,
            int candidates,
            int past,
            @Nullable String because,
            long devices) {

        static ScopeView from(ScopeRow row) {
            return new ScopeView(
                    row.release().value(),
                    row.product(),
                    row.model(),
                    row.version(),
                    row.released(),
                    row.presence().word(),
                    row.open(),
                    row.candidates(),
                    row.past(),
                    row.because(),
                    row.devices());
        }
    }

    /// @param until  when an emergency opening ends; null for who is in for good
    record ParticipantView(
            UUID account,
            String name,
            Instant since,
            @Nullable Instant until) {}

    record TaskView(
            UUID id,
            String title,
            @Nullable UUID assignee,
            @Nullable LocalDate due,
            @Nullable Instant done) {

        static TaskView from(Task task) {
            AccountId assignee = task.assignee();
            return new TaskView(
                    task.id(), task.title(), assignee == null ? null : assignee.value(), task.due(), task.done());
        }
    }

    record CommentView(UUID id, @Nullable UUID product, Instant at, String author, String text, boolean unread) {

        static CommentView from(Comment one) {
            ProductId product = one.product();
            return new CommentView(
                    one.id(),
                    product == null ? null : product.value(),
                    one.at(),
                    one.author(),
                    one.text(),
                    one.unread());
        }
    }

    @GetMapping("/vulnerabilities")
    @Summary("Lists the vulnerabilities that a case holds, with their other names")
    @Requires(Permission.CASE_READ)
    List<VulnerabilityView> vulnerabilities(@PathVariable CaseNumber number) {
        return scopes.vulnerabilities(visibility.reader(), number).stream()
                .map(VulnerabilityView::from)
                .toList();
    }

    @PostMapping("/vulnerabilities")
    @Summary("Lets a case hold a vulnerability, by any of its names, or a flaw of own code")
    @Requires(Permission.CASE_WRITE)
    List<VulnerabilityView> add(@PathVariable CaseNumber number, @RequestBody VulnerabilityBody body) {
        if (Boolean.TRUE.equals(body.own())) {
            scopes.addOwn(actor.get(), visibility.reader(), number);
        } else {
            scopes.add(actor.get(), visibility.reader(), number, body.vulnerability());
        }
        return vulnerabilities(number);
    }

    @PostMapping("/vulnerabilities/remove")
    @Summary("Takes a vulnerability out of a case, with a reason")
    @Requires(Permission.CASE_WRITE)
    List<VulnerabilityView> remove(@PathVariable CaseNumber number, @RequestBody RemovalBody body) {
        scopes.remove(actor.get(), visibility.reader(), number, body.vulnerability(), body.because());
        return vulnerabilities(number);
    }

    @GetMapping("/releases")
    @Summary("Lists all releases and what is known of each: found, to be confirmed, named, past, absent or unknown")
    @Requires(Permission.CASE_READ)
    List<ScopeView> scope(@PathVariable CaseNumber number, @RequestParam(required = false) @Nullable Integer limit) {
        return scopes.releases(visibility.reader(), number, Slice.limit(limit)).stream()
                .map(ScopeView::from)
                .toList();
    }

    @PostMapping("/releases")
    @Summary("Says that a release is concerned although no finding says so, with a reason")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addRelease(@PathVariable CaseNumber number, @RequestBody ReleaseBody body) {
        scopes.addRelease(actor.get(), visibility.reader(), number, release(body), body.because());
    }

    @PostMapping("/releases/remove")
    @Summary("Takes back that a release is concerned, with a reason")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRelease(@PathVariable CaseNumber number, @RequestBody ReleaseBody body) {
        scopes.removeRelease(actor.get(), visibility.reader(), number, release(body), body.because());
    }

    private static ReleaseId release(ReleaseBody body) {
        return Sent.needed("release", Sent.read("release", body.release(), "is no release's id", ReleaseId::of));
    }

    @GetMapping("/participants")
    @Summary("Lists who works on a case; of an embargoed one, who is read in")
    @Requires(Permission.CASE_READ)
    List<ParticipantView> participants(@PathVariable CaseNumber number) {
        return teams.participants(visibility.reader(), number).stream()
                .map((Participant one) ->
                        new ParticipantView(one.account().value(), one.name(), one.since(), one.until()))
                .toList();
    }

    @PostMapping("/participants")
    @Summary("Takes somebody in")
    @Requires(Permission.CASE_WRITE)
    List<ParticipantView> addParticipant(@PathVariable CaseNumber number, @RequestBody PersonBody body) {
        teams.add(actor.get(), visibility.reader(), number, person(body));
        return participants(number);
    }

    @PostMapping("/participants/remove")
    @Summary("Takes somebody out, with a reason")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeParticipant(@PathVariable CaseNumber number, @RequestBody PersonBody body) {
        teams.remove(actor.get(), visibility.reader(), number, person(body), body.because());
    }

    @PostMapping("/owner")
    @Summary("Says who answers for a case")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void own(@PathVariable CaseNumber number, @RequestBody PersonBody body) {
        teams.own(actor.get(), visibility.reader(), number, Sent.account("person", body.person()));
    }

    private static AccountId person(PersonBody body) {
        return Sent.needed("person", Sent.account("person", body.person()));
    }

    @GetMapping("/tasks")
    @Summary("Lists what is to be done in a case, and what is done")
    @Requires(Permission.CASE_READ)
    List<TaskView> tasks(@PathVariable CaseNumber number) {
        return talk.tasks(visibility.reader(), number).stream()
                .map(TaskView::from)
                .toList();
    }

    @PostMapping("/tasks")
    @Summary("Adds a task; its assignee takes part in the case from now on")
    @Requires(Permission.CASE_WRITE)
    List<TaskView> addTask(@PathVariable CaseNumber number, @RequestBody TaskBody body) {
        talk.addTask(
                actor.get(),
                visibility.reader(),
                number,
                body.task(),
                Sent.account("assignee", body.assignee()),
                Sent.date("due", body.due()));
        return tasks(number);
    }

    @PostMapping("/tasks/{task}/done")
    @Summary("Says that a task is done")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable CaseNumber number, @PathVariable UUID task) {
        talk.finishTask(actor.get(), visibility.reader(), number, task, true);
    }

    @GetMapping("/comments")
    @Summary("Lists what people said in a case, thread after thread")
    @Requires(Permission.CASE_READ)
    List<CommentView> comments(@PathVariable CaseNumber number) {
        return talk.comments(visibility.reader(), number).stream()
                .map(CommentView::from)
                .toList();
    }

    @PostMapping("/comments")
    @Summary("Says something in a case, or in its thread of a product")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@PathVariable CaseNumber number, @RequestBody CommentBody body) {
        ProductId product = Sent.read("product", body.product(), "is no product's id", ProductId::of);
        talk.say(actor.get(), visibility.reader(), number, product, body.comment());
    }

    @GetMapping("/files")
    @Summary("Lists the files that were put to a case")
    @Requires(Permission.CASE_READ)
    List<CaseFile> files(@PathVariable CaseNumber number) {
        return talk.files(visibility.reader(), number);
    }

    @GetMapping("/files/{file}")
    @Summary("Gives a file of a case as it came")
    @Requires(Permission.CASE_READ)
    void file(@PathVariable CaseNumber number, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        CaseFile found = talk.file(visibility.reader(), number, file);
        Downloads.send(response, found.name(), found.size(), talk.open(found));
    }
}
