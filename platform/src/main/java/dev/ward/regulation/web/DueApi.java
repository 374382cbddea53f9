package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CaseFacts;
import dev.ward.regulation.DueView;
import dev.ward.regulation.EvidenceDraft;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.FactWords;
import dev.ward.regulation.Obligations;
import dev.ward.web.Summary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is due for a case, and what was done, for programs. What is signed only a person does, on a
/// page.
@RestController
@RequestMapping("/api/v1/cases/{number}/due")
class DueApi {

    private final Obligations obligations;
    private final CaseFacts facts;
    private final CurrentActor actor;
    private final Visibility visibility;

    DueApi(Obligations obligations, CaseFacts facts, CurrentActor actor, Visibility visibility) {
        this.obligations = obligations;
        this.facts = facts;
        this.actor = actor;
        this.visibility = visibility;
    }

    record EvidenceBody(
            @Nullable String type,
            @Nullable String recipient,
            @Nullable String at,
            @Nullable String note,
            @Nullable UUID file) {}

    record WithdrawalBody(@Nullable String because) {}

    record ExploitationBody(
            @Nullable String state,
            @Nullable String at,
            @Nullable String restsOn) {}

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("What is due for a case: clocks with their arithmetic, and what each set of rules comes to")
    DueView show(@PathVariable CaseNumber number) {
        return DueView.of(obligations.of(visibility.reader(), number));
    }

    @GetMapping(path = "/facts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.OBLIGATION_READ)
    @Summary("The facts of a case as `./ward due` reads them")
    String facts(@PathVariable CaseNumber number) {
        return obligations.facts(visibility.reader(), number);
    }

    @PostMapping("/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Enters what was done in a case and can be shown")
    EvidenceEntry enter(@PathVariable CaseNumber number, @RequestBody EvidenceBody body) {
        return facts.enter(
                actor.get(),
                visibility.reader(),
                number,
                new EvidenceDraft(body.type(), body.recipient(), body.at(), body.note(), body.file()));
    }

    @PostMapping("/evidence/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Withdraws evidence; it stays, and counts no more")
    void withdraw(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody WithdrawalBody body) {
        facts.withdraw(actor.get(), visibility.reader(), number, id, body.because());
    }

    @PostMapping("/exploitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Says whether a case's vulnerabilities are exploited")
    void exploited(@PathVariable CaseNumber number, @RequestBody ExploitationBody body) {
        facts.exploited(
                actor.get(),
                visibility.reader(),
                number,
                FactWords.exploitation("state", body.state()),
                body.at(),
                body.restsOn());
    }
}
