package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.IsaoPeriod;
import dev.ward.regulation.Isaos;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.web.Summary;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What shows an active part in an ISAO, for programs.
@RestController
@RequestMapping("/api/v1/due/isaos")
class IsaoApi {

    private final Isaos isaos;
    private final CurrentActor actor;

    IsaoApi(Isaos isaos, CurrentActor actor) {
        this.isaos = isaos;
        this.actor = actor;
    }

    /// @param active  the spans in which all four criteria were met in one ISAO; null when nothing is
    ///     said of any
    record Binder(@Nullable List<Span> active, List<IsaoPeriod> periods) {}

    record Span(LocalDate from, @Nullable LocalDate until) {}

    record PeriodBody(
            @Nullable String isao,
            @Nullable Integer criterion,
            @Nullable String from,
            @Nullable String until,
            @Nullable String evidence) {}

    record IsaoWithdrawalBody(@Nullable String because) {}

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("What shows an active part in an ISAO, and in which spans all four criteria were met")
    Binder show() {
        List<Membership> active = isaos.participation();
        return new Binder(
                active == null
                        ? null
                        : active.stream()
                                .map(span -> new Span(span.from(), span.to()))
                                .toList(),
                isaos.periods());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Enters from when until when a criterion of an ISAO was met, and what shows it")
    IsaoPeriod enter(@RequestBody PeriodBody body) {
        return isaos.enter(
                actor.get(),
                new Isaos.PeriodDraft(
                        body.isao(),
                        body.criterion() == null ? null : body.criterion().toString(),
                        body.from(),
                        body.until(),
                        body.evidence()));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Withdraws a period of an ISAO; it stays, and counts no more")
    void withdraw(@PathVariable UUID id, @RequestBody IsaoWithdrawalBody body) {
        isaos.withdraw(actor.get(), id, body.because());
    }
}
