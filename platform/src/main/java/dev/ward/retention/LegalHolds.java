package dev.ward.retention;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Legal holds. While one holds, nothing is purged of the record, of the signals that are joined to the
/// case, or of the customer's contacts.
@Service
@Transactional
public class LegalHolds {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    /// In the audit trail. Not "why", which goes when the history of what is held is purged.
    private static final String REASON = "holdReason";

    private final KeptRecords records;
    private final LegalHoldRepository holds;
    private final AuditTrail audit;
    private final Clock clock;

    LegalHolds(KeptRecords records, LegalHoldRepository holds, AuditTrail audit, Clock clock) {
        this.records = records;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when there is no such record, or none that the reader may see
    public LegalHold place(
            Actor actor, Reader reader, RecordName asked, @Nullable String name, @Nullable String reason) {
        if (!asked.kind().isHeld()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "A legal hold is placed on a case, a signal or a customer, not on a %s."
                            .formatted(asked.kind().word()));
        }
        RecordName of = records.named(reader, asked).name();
        String called = TypedText.required("name", name, LONGEST_NAME);
        String why = reason(reason, "reason");
        UUID id = Uuids.next();
        holds.lock(of);
        holds.insert(id, of, called, why, actor, now());
        audit.record(
                actor,
                Act.of("hold.placed", of.kind().word(), of.id())
                        .after("hold", id.toString())
                        .after("name", called)
                        .after(REASON, why)
                        .personal("name", REASON));
        return get(reader, id);
    }

    public LegalHold lift(Actor actor, Reader reader, UUID id, @Nullable String because) {
        LegalHold hold = get(reader, id);
        String why = reason(because, "because");
        if (!holds.lift(id, why, actor, now())) {
            throw ProblemException.of(Problem.CONFLICT, "This hold was lifted already.");
        }
        audit.record(
                actor,
                Act.of("hold.lifted", hold.of().kind().word(), hold.of().id())
                        .after("hold", id.toString())
                        .after(REASON, why)
                        .personal(REASON));
        return get(reader, id);
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public LegalHold get(Reader reader, UUID id) {
        return holds.find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no legal hold \"%s\".".formatted(id)));
    }

    /// Those that hold now, the last placed first.
    @Transactional(readOnly = true)
    public List<LegalHold> standing(Reader reader, int most) {
        return holds.standing(reader, most);
    }

    /// All that were ever placed on a record, and those that hold it through its cases, the signal that
    /// it repeats or its customer; the lifted ones last.
    @Transactional(readOnly = true)
    public List<LegalHold> of(Reader reader, RecordName name) {
        KeptRecords.Named record = records.named(reader, name);
        return holds.of(reader, record.name(), record.within());
    }

    private static String reason(@Nullable String text, String field) {
        String reason = TypedText.lines(field, text, LONGEST_REASON);
        if (reason == null) {
            throw TypedText.refused(field, "Say why.", "is missing");
        }
        return reason;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
