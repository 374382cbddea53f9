package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one intake of whatever may point to a vulnerability, from wherever it comes.
///
/// What becomes of a signal is said by [SignalActs]. Signals of an embargoed case, and what repeats them,
/// are seen by those who are read in.
///
/// Source: ISO/IEC 30111, 7.1.2; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), V.B.
@Service
@Transactional
public class Signals {

    static final String SUBJECT = "signal";

    /// Clocks of people and servers differ a little.
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final int MOST_ALIKE = 200;

    private final SignalRepository signals;
    private final AuditTrail audit;
    private final Clock clock;

    Signals(SignalRepository signals, AuditTrail audit, Clock clock) {
        this.signals = signals;
        this.audit = audit;
        this.clock = clock;
    }

    public Signal enter(Actor actor, SignalDraft draft) {
        return enter(actor, draft, null, "");
    }

    /// Enters a signal and keeps what came with it, byte for byte.
    ///
    /// @param payload  null when nothing came; its caller closes it
    /// @param name     as the sender calls the payload
    public Signal enter(Actor actor, SignalDraft draft, @Nullable Arrival payload, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant received = draft.received();
        if (received != null && received.isAfter(now.plus(SLACK))) {
            throw TypedText.refused("received", "\"%s\" is still to come.".formatted(received), "is still to come");
        }
        if (payload != null) {
            payload.keep();
        }
        Signal signal = new Signal(
                new SignalId(Uuids.next()),
                draft.origin(),
                received == null ? now : received.truncatedTo(ChronoUnit.MICROS),
                draft.learnedBy(),
                draft.tlp(),
                draft.title(),
                draft.text(),
                draft.reporter(),
                draft.contact(),
                draft.reference(),
                draft.products(),
                draft.vulnerabilities(),
                payload == null
                        ? null
                        : new Payload(
                                FileNames.of(name, "payload"),
                                payload.document().sha256(),
                                payload.document().size()),
                SignalState.RECEIVED,
                null,
                null,
                null,
                1,
                now,
                actor.name());
        signals.insert(signal);
        signals.note(signal.id(), actor, now, "Received", draft.learnedBy(), null);
        audit.record(actor, act(signal));
        return signal;
    }

    /// Keeps what came with a signal that was entered without it; once.
    public Signal attach(Actor actor, Reader reader, SignalId id, Arrival payload, String name) {
        get(reader, id);
        payload.keep();
        Payload kept = new Payload(
                FileNames.of(name, "payload"),
                payload.document().sha256(),
                payload.document().size());
        if (!signals.attach(id, kept)) {
            throw ProblemException.of(Problem.CONFLICT, "What came with this signal is kept already, or was purged.");
        }
        signals.note(id, actor, clock.instant(), "Payload kept", kept.sha256(), null);
        audit.record(
                actor, Act.of("signal.payload-kept", SUBJECT, id.toString()).after("payload", kept.sha256()));
        return get(reader, id);
    }

    private static Act act(Signal signal) {
        Payload payload = signal.payload();
        return Act.of("signal.received", SUBJECT, signal.id().toString())
                .after("origin", signal.origin().word())
                .after("tlp", signal.tlp().word())
                .after("received", signal.received().toString())
                .after("payload", payload == null ? null : payload.sha256())
                .after("title", signal.title())
                .after("text", signal.text())
                .after("learnedBy", signal.learnedBy())
                .after("reporter", signal.reporter())
                .after("contact", signal.contact())
                .after("reference", signal.reference())
                .after("products", joined(signal.products()))
                .after("vulnerabilities", joined(signal.vulnerabilities()))
                .personal(
                        "title",
                        "text",
                        "learnedBy",
                        "reporter",
                        "contact",
                        "reference",
                        "products",
                        "vulnerabilities");
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    @Transactional(readOnly = true)
    public Optional<Signal> find(Reader reader, SignalId id) {
        return signals.find(reader, id);
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public Signal get(Reader reader, SignalId id) {
        return find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no signal \"%s\".".formatted(id)));
    }

    /// Lists signals, the last received first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Signal> list(Reader reader, SignalFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, SignalRepository.NEWEST_FIRST, 2);
        return Slice.of(signals.list(reader, filter, cursor, limit + 1), limit, SignalRepository::cursor);
    }

    /// How many wait for somebody to say what becomes of them, counted no further than `most`.
    @Transactional(readOnly = true)
    public int countWaiting(Reader reader, int most) {
        return signals.waiting(reader, most);
    }

    /// What was done with a signal, the oldest first.
    @Transactional(readOnly = true)
    public List<Step> history(Reader reader, SignalId id) {
        return signals.history(get(reader, id));
    }

    /// A signal with all that tell the same, in the order of receipt: the order in which credit is due.
    /// Alone when nothing repeats it.
    @Transactional(readOnly = true)
    public List<Signal> alike(Reader reader, SignalId id) {
        Signal signal = get(reader, id);
        SignalId first = signal.duplicateOf() == null ? id : signal.duplicateOf();
        return signals.alike(reader, first, MOST_ALIKE);
    }
}
