package dev.ward.correction.web;

import dev.ward.correction.Change;
import dev.ward.correction.ChangeDraft;
import dev.ward.correction.Changes;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Summary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The changes of a case, for programs. What a change is only a person signs, on a page.
@RestController
@RequestMapping("/api/v1/cases/{number}/due/changes")
class ChangeApi {

    private final Changes changes;
    private final CurrentActor actor;
    private final Visibility visibility;

    ChangeApi(Changes changes, CurrentActor actor, Visibility visibility) {
        this.changes = changes;
        this.actor = actor;
        this.visibility = visibility;
    }

    record ChangeBody(
            @Nullable String kind,
            @Nullable String what,
            @Nullable String compared,
            @Nullable String when,
            @Nullable String day,
            @Nullable List<UUID> releases) {

        ChangeDraft draft() {
            return new ChangeDraft(kind, what, compared, when, day, releases == null ? List.of() : releases);
        }
    }

    record WithdrawalBody(@Nullable String because) {}

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("The changes of a case, each with how it was described and what was signed of it")
    List<ChangeView> list(@PathVariable CaseNumber number) {
        return changes.of(visibility.reader(), number).stream()
                .map(ChangeView::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Enters a change that is planned or was made for a case")
    ChangeView enter(@PathVariable CaseNumber number, @RequestBody ChangeBody body) {
        Change entered = changes.enter(actor.get(), visibility.reader(), number, body.draft());
        return ChangeView.of(entered);
    }

    @PutMapping("/{id}")
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Describes a change anew; what was signed of it stands no longer")
    ChangeView describe(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody ChangeBody body) {
        return ChangeView.of(changes.describe(actor.get(), visibility.reader(), number, id, body.draft()));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Withdraws a change; it stays, and counts no more")
    void withdraw(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody WithdrawalBody body) {
        changes.withdraw(actor.get(), visibility.reader(), number, id, body.because());
    }
}
