package dev.ward.handling.web;

import dev.ward.document.Documents;
import dev.ward.handling.Disposition;
import dev.ward.handling.Origin;
import dev.ward.handling.Payload;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalFilter;
import dev.ward.handling.SignalId;
import dev.ward.handling.SignalState;
import dev.ward.handling.Signals;
import dev.ward.handling.Step;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/signals")
class SignalApi {

    private final Signals signals;
    private final SignalActs acts;
    private final PayloadIntake intake;
    private final Documents documents;
    private final CurrentActor actor;
    private final Visibility visibility;

    SignalApi(
            Signals signals,
            SignalActs acts,
            PayloadIntake intake,
            Documents documents,
            CurrentActor actor,
            Visibility visibility) {
        this.signals = signals;
        this.acts = acts;
        this.intake = intake;
        this.documents = documents;
        this.actor = actor;
        this.visibility = visibility;
    }

    record JoinBody(@Nullable String ofCase, @Nullable String because) {}

    record DispositionBody(
            @Nullable String disposition,
            @Nullable String duplicateOf,
            @Nullable String because) {}

    @GetMapping
    @Summary("Lists signals, the last received first")
    @Requires(Permission.SIGNAL_READ)
    Slice<SignalView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        SignalFilter filter = new SignalFilter(
                Worded.typed("state", state, SignalState.values()),
                waiting,
                Worded.typed("origin", origin, Origin.values()),
                null);
        return signals.list(visibility.reader(), filter, after, Slice.limit(limit))
                .map(SignalView::from);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Enters a signal; origin, tlp and title are needed")
    @Requires(Permission.SIGNAL_WRITE)
    ResponseEntity<SignalView> enter(@RequestBody SignalBody body) {
        Signal signal = intake.enter(
                body.draft(), body.payload(), Objects.requireNonNullElse(body.payloadName(), "payload.txt"));
        return ResponseEntity.created(URI.create("/api/v1/signals/" + signal.id()))
                .body(SignalView.from(signal));
    }

    @GetMapping("/{id}")
    @Summary("Gives a signal")
    @Requires(Permission.SIGNAL_READ)
    SignalView get(@PathVariable SignalId id) {
        return SignalView.from(signals.get(visibility.reader(), id));
    }

    @GetMapping("/{id}/history")
    @Summary("Tells what was done with a signal, the oldest first")
    @Requires(Permission.SIGNAL_READ)
    List<Step> history(@PathVariable SignalId id) {
        return signals.history(visibility.reader(), id);
    }

    @GetMapping("/{id}/alike")
    @Summary("Gives a signal and all that repeat it, in the order of receipt")
    @Requires(Permission.SIGNAL_READ)
    List<SignalView> alike(@PathVariable SignalId id) {
        return signals.alike(visibility.reader(), id).stream()
                .map(SignalView::from)
                .toList();
    }

    @GetMapping("/{id}/payload")
    @Summary("Gives what came with a signal, byte for byte")
    @Requires(Permission.SIGNAL_READ)
    void payload(@PathVariable SignalId id, HttpServletResponse response) throws IOException {
        Payload payload = signals.get(visibility.reader(), id).payload();
        if (payload == null) {
            throw ProblemException.of(Problem.NOT_FOUND, "Nothing is kept of what came with this signal.");
        }
        Downloads.send(response, payload.name(), payload.size(), documents.open(payload.sha256()));
    }

    @PostMapping("/{id}/acknowledge")
    @Summary("Says that whoever sent a signal has an answer")
    @Requires(Permission.SIGNAL_WRITE)
    SignalView acknowledge(@PathVariable SignalId id, @RequestBody ReasonBody body) {
        return SignalView.from(acts.acknowledge(actor.get(), visibility.reader(), id, body.because()));
    }

    @PostMapping("/{id}/triage")
    @Summary("Says that somebody has looked at a signal and why it matters")
    @Requires(Permission.SIGNAL_WRITE)
    SignalView triage(@PathVariable SignalId id, @RequestBody ReasonBody body) {
        return SignalView.from(acts.triage(actor.get(), visibility.reader(), id, body.because()));
    }

    @PostMapping("/{id}/join")
    @Summary("Joins a signal to an open case")
    @Requires(Permission.SIGNAL_WRITE)
    SignalView join(@PathVariable SignalId id, @RequestBody JoinBody body) {
        return SignalView.from(acts.join(
                actor.get(),
                visibility.reader(),
                id,
                Sent.needed("case", Sent.number("case", body.ofCase())),
                body.because()));
    }

    @PostMapping("/{id}/disposition")
    @Summary("Says that a signal leads to no case, and why")
    @Requires(Permission.SIGNAL_WRITE)
    SignalView disposition(@PathVariable SignalId id, @RequestBody DispositionBody body) {
        return SignalView.from(acts.disposition(
                actor.get(),
                visibility.reader(),
                id,
                Worded.required("disposition", body.disposition(), Disposition.values()),
                Sent.signal("duplicateOf", body.duplicateOf()),
                body.because()));
    }

    @PostMapping("/{id}/reopen")
    @Summary("Takes back what was said of a signal, with a reason; it waits again")
    @Requires(Permission.SIGNAL_WRITE)
    SignalView reopen(@PathVariable SignalId id, @RequestBody ReasonBody body) {
        return SignalView.from(acts.reopen(actor.get(), visibility.reader(), id, body.because()));
    }
}
