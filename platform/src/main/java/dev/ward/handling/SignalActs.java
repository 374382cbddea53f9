package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says what becomes of signals. Each act is a step of the signal's history and in the audit trail.
@Service
@Transactional
public class SignalActs {

    private static final int LONGEST_REASON = 2_000;

    private final Signals signals;
    private final SignalRepository repository;
    private final CaseRepository cases;
    private final AuditTrail audit;
    private final Clock clock;

    SignalActs(Signals signals, SignalRepository repository, CaseRepository cases, AuditTrail audit, Clock clock) {
        this.signals = signals;
        this.repository = repository;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Says that whoever sent it has an answer.
    ///
    /// @param how  by what way and with which words; null when it was not said
    public Signal acknowledge(Actor actor, Reader reader, SignalId id, @Nullable String how) {
        Signal signal = signals.get(reader, id);
        if (signal.state() != SignalState.RECEIVED) {
            throw refused(signal, "acknowledged");
        }
        String said = TypedText.lines("because", how, LONGEST_REASON);
        move(signal, SignalState.ACKNOWLEDGED, null, null, null);
        return done(actor, reader, id, "Acknowledged", "signal.acknowledged", null, said);
    }

    /// Says that somebody has looked at it and thinks that it matters.
    public Signal triage(Actor actor, Reader reader, SignalId id, @Nullable String because) {
        Signal signal = signals.get(reader, id);
        if (signal.state() != SignalState.RECEIVED && signal.state() != SignalState.ACKNOWLEDGED) {
            throw refused(signal, "triaged");
        }
        String reason = reason(because);
        move(signal, SignalState.TRIAGED, null, null, null);
        return done(actor, reader, id, "Triaged", "signal.triaged", null, reason);
    }

    /// Joins it to an open case that the reader may see.
    public Signal join(Actor actor, Reader reader, SignalId id, CaseNumber number, @Nullable String because) {
        Signal signal = signals.get(reader, id);
        if (!signal.state().waits()) {
            throw refused(signal, "joined to a case");
        }
        UUID ofCase = cases.openId(reader, number)
                .orElseThrow(() -> TypedText.refused(
                        "case", "There is no open case \"%s\".".formatted(number), "is no open case"));
        String reason = TypedText.lines("because", because, LONGEST_REASON);
        move(signal, SignalState.JOINED, null, null, ofCase);
        cases.note(ofCase, actor, now(), "Signal joined", signal.title(), reason);
        return done(actor, reader, id, "Joined to a case", "signal.joined", number.text(), reason);
    }

    /// Says that it leads to no case, and why.
    ///
    /// @param first  of a duplicate the signal that it repeats, and of nothing else
    public Signal disposition(
            Actor actor,
            Reader reader,
            SignalId id,
            Disposition disposition,
            @Nullable SignalId first,
            @Nullable String because) {
        Signal signal = signals.get(reader, id);
        if (!signal.state().waits()) {
            throw refused(signal, "dispositioned");
        }
        String reason = reason(because);
        SignalId original = disposition == Disposition.DUPLICATE ? original(reader, id, first) : null;
        move(signal, SignalState.DISPOSITIONED, disposition, original, null);
        if (original != null) {
            repository.repoint(id, original);
        }
        return done(
                actor,
                reader,
                id,
                "Dispositioned: " + disposition.title(),
                "signal.dispositioned",
                original == null ? null : original.toString(),
                reason);
    }

    private SignalId original(Reader reader, SignalId id, @Nullable SignalId first) {
        if (first == null) {
            throw TypedText.refused("duplicateOf", "Say which signal it repeats.", "is missing");
        }
        Signal named = signals.find(reader, first)
                .orElseThrow(() -> TypedText.refused(
                        "duplicateOf", "There is no signal \"%s\".".formatted(first), "is no signal"));
        SignalId original = named.duplicateOf() == null ? named.id() : named.duplicateOf();
        if (original.equals(id)) {
            throw TypedText.refused("duplicateOf", "A signal does not repeat itself.", "is this signal, or repeats it");
        }
        return original;
    }

    /// Takes back what was said of it: it waits again. Its history stays.
    public Signal reopen(Actor actor, Reader reader, SignalId id, @Nullable String because) {
        Signal signal = signals.get(reader, id);
        if (signal.state().waits()) {
            throw refused(signal, "reopened");
        }
        String reason = reason(because);
        SignalState state = repository.wasAcknowledged(id) ? SignalState.ACKNOWLEDGED : SignalState.RECEIVED;
        CaseNumber left = signal.ofCase();
        if (left != null && cases.isRestricted(left)) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "Its case \"%s\" is embargoed, and outside of it everyone would see the signal. Lift the embargo first."
                            .formatted(left));
        }
        move(signal, state, null, null, null);
        return done(actor, reader, id, "Reopened", "signal.reopened", left == null ? null : left.text(), reason);
    }

    private void move(
            Signal signal,
            SignalState state,
            @Nullable Disposition disposition,
            @Nullable SignalId duplicateOf,
            @Nullable UUID ofCase) {
        if (!repository.move(signal.id(), signal.revision(), state, disposition, duplicateOf, ofCase)) {
            throw Outdated.of(signal.title());
        }
    }

    private Signal done(
            Actor actor,
            Reader reader,
            SignalId id,
            String words,
            String what,
            @Nullable String detail,
            @Nullable String because) {
        repository.note(id, actor, now(), words, detail, because);
        audit.record(
                actor,
                Act.of(what, Signals.SUBJECT, id.toString())
                        .after("what", words)
                        .after("with", detail)
                        .why(because)
                        .personal("with", Act.WHY));
        return signals.get(reader, id);
    }

    private static String reason(@Nullable String because) {
        String reason = TypedText.lines("because", because, LONGEST_REASON);
        if (reason == null) {
            throw TypedText.refused("because", "Say why.", "is missing");
        }
        return reason;
    }

    private static ProblemException refused(Signal signal, String what) {
        return ProblemException.of(
                Problem.CONFLICT,
                "This signal is \"%s\" and cannot be %s."
                        .formatted(signal.state().title(), what));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
