package dev.ward.finding;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people write at findings. It keeps a finding from being closed by a machine when its sources fall silent.
@Service
public class FindingNotes {

    private static final int LONGEST = 4_000;

    private final FindingRepository findings;
    private final NoteRepository notes;
    private final ReconciliationRepository changes;
    private final AuditTrail audit;
    private final Clock clock;

    FindingNotes(
            FindingRepository findings,
            NoteRepository notes,
            ReconciliationRepository changes,
            AuditTrail audit,
            Clock clock) {
        this.findings = findings;
        this.notes = notes;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /// The notes of a finding, the oldest first.
    @Transactional(readOnly = true)
    public List<Note> list(Reader reader, FindingId id) {
        mustExist(reader, id);
        return notes.list(id);
    }

    /// @throws ProblemException  when there is no such finding, or the text is empty or too long
    @Transactional
    public void add(Actor actor, Reader reader, FindingId id, @Nullable String text) {
        mustExist(reader, id);
        String body = text == null ? "" : text.strip().replace('\0', '\ufffd');
        if (body.isEmpty() || body.length() > LONGEST) {
            throw ProblemException.of(Problem.INVALID, "A note has 1 to %d characters.".formatted(LONGEST))
                    .with("text", "1 to %d characters".formatted(LONGEST));
        }
        notes.add(id, actor, body, clock.instant());
        audit.record(
                actor,
                Act.of("finding.noted", "finding", id.toString())
                        .after("note", body)
                        .personal("note"));
    }

    /// Closes a finding whose sources have fallen silent.
    ///
    /// @throws ProblemException  when there is no such finding, or it does not wait for that
    @Transactional
    public void confirmClosed(Actor actor, Reader reader, FindingId id, @Nullable String why) {
        mustExist(reader, id);
        Instant now = clock.instant();
        long changeSet = changes.openChangeSet("confirmed", now);
        if (!notes.close(id, changeSet, now)) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Only a finding whose source was withdrawn waits to be confirmed closed.");
        }
        changes.closeChangeSet(changeSet);
        audit.record(
                actor,
                Act.of("finding.closed", "finding", id.toString())
                        .before("state", FindingState.SOURCE_WITHDRAWN.word())
                        .after("state", FindingState.CLOSED.word())
                        .why(why));
    }

    private void mustExist(Reader reader, FindingId id) {
        if (findings.find(reader, id).isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no finding \"%s\".".formatted(id));
        }
    }
}
