package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.ClockPauses;
import dev.ward.regulation.PauseEntry;
import dev.ward.web.Summary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets our own clocks stand still and go on, for programs.
@RestController
@RequestMapping("/api/v1/cases/{number}/due/pauses")
@Requires(Permission.OBLIGATION_WRITE)
class PauseApi {

    private final ClockPauses pauses;
    private final CurrentActor actor;
    private final Visibility visibility;

    PauseApi(ClockPauses pauses, CurrentActor actor, Visibility visibility) {
        this.pauses = pauses;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param from  null for now
    record PauseBody(
            @Nullable String clock,
            @Nullable String from,
            @Nullable String reason) {}

    /// @param until  null for now
    record ResumeBody(@Nullable String until, @Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Lets one of our own clocks stand still in a case; what rests on law or guidance nobody can pause")
    PauseEntry pause(@PathVariable CaseNumber number, @RequestBody PauseBody body) {
        return pauses.pause(actor.get(), visibility.reader(), number, body.clock(), body.from(), body.reason());
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Lets a clock go on that stands still")
    void end(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody ResumeBody body) {
        pauses.end(actor.get(), visibility.reader(), number, id, body.until(), body.reason());
    }
}
