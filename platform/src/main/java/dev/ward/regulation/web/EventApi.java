package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.EventDraft;
import dev.ward.regulation.EventRecord;
import dev.ward.web.Summary;
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

/// The events of a case, for programs. Whether the vulnerability contributed only a person signs, on a
/// page.
@RestController
@RequestMapping("/api/v1/cases/{number}/due/events")
class EventApi {

    private final AdverseEvents events;
    private final CurrentActor actor;
    private final Visibility visibility;

    EventApi(AdverseEvents events, CurrentActor actor, Visibility visibility) {
        this.events = events;
        this.actor = actor;
        this.visibility = visibility;
    }

    record EventBody(
            @Nullable String kind,
            @Nullable String happened,
            @Nullable String aware,
            @Nullable String description,
            @Nullable List<String> devices) {}

    record ReportBody(@Nullable String authority, @Nullable String number) {}

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Deaths, injuries and malfunctions of a case, with each verdict and the numbers of their reports")
    List<EventRecord> list(@PathVariable CaseNumber number) {
        return events.of(visibility.reader(), number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Enters a death, an injury or a malfunction")
    EventRecord enter(@PathVariable CaseNumber number, @RequestBody EventBody body) {
        return events.enter(
                actor.get(),
                visibility.reader(),
                number,
                new EventDraft(
                        body.kind(),
                        body.happened(),
                        body.aware(),
                        body.description(),
                        body.devices() == null ? null : String.join("\n", body.devices())));
    }

    @PostMapping("/{id}/reports")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Keeps under which number an authority knows an event")
    void report(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody ReportBody body) {
        events.report(actor.get(), visibility.reader(), number, id, body.authority(), body.number());
    }
}
