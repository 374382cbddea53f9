package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Documents of the design that decisions made stale, and what was done about them.
@Service
@Transactional
public class UpdatesDue {

    private static final SortOrder NEWEST = SortOrder.descending("number");
    private static final int LONGEST = 300;

    private final UpdateDueRepository updates;
    private final List<UpdateHolds> holds;
    private final AuditTrail audit;
    private final Clock clock;

    UpdatesDue(UpdateDueRepository updates, List<UpdateHolds> holds, AuditTrail audit, Clock clock) {
        this.updates = updates;
        this.holds = List.copyOf(holds);
        this.audit = audit;
        this.clock = clock;
    }

    /// Lets the documents that a decision touches be due.
    void add(Decision decision, Assessment of) {
        MitigationPart part = of.mitigation();
        if (part != null && !of.isAbsent()) {
            part.artefacts().forEach((artefact, what) -> updates.insert(decision, of.product(), artefact, what));
        }
    }

    /// The newest first.
    ///
    /// @param product  null for all
    /// @param done     those too that are done
    /// @param after    the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<UpdateDue> list(
            Reader reader, @Nullable ProductId product, boolean done, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(
                updates.list(reader, product, done, before, limit + 1),
                limit,
                update -> Cursor.of(NEWEST, update.number()));
    }

    /// Those of the decisions of an assessment, done or not.
    @Transactional(readOnly = true)
    public List<UpdateDue> ofAssessment(Reader reader, AssessmentId id) {
        return updates.ofAssessment(reader, id);
    }

    /// What each holds up; none for one that is done, or that no release waits for.
    @Transactional(readOnly = true)
    public Map<UUID, List<UpdateHolds.Held>> held(Reader reader, List<UpdateDue> due) {
        Map<UUID, List<UpdateHolds.Held>> held = new HashMap<>();
        for (UpdateHolds one : holds) {
            one.of(reader, due)
                    .forEach((id, all) ->
                            held.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(all));
        }
        return held;
    }

    /// What a release waits for: all of its product that was due before it is released.
    @Transactional(readOnly = true)
    public List<UpdateDue> awaited(Reader reader, UUID release) {
        return updates.awaited(reader, release);
    }

    /// Says that a document is brought up to date.
    ///
    /// @param reference  where the change is
    /// @throws ProblemException  when there is none that is seen, or it is done already
    public UpdateDue done(Actor actor, Reader reader, UUID id, @Nullable String reference) {
        String where = TypedText.required("reference", reference, LONGEST);
        UpdateDue due = get(reader, id);
        if (!updates.done(id, where, actor.name(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw ProblemException.of(Problem.CONFLICT, "It is done already, or a later decision has taken its place.");
        }
        audit.record(
                actor,
                Act.of("update-due.done", SignedPart.RECORD, due.assessment().toString())
                        .after("artefact", due.artefact().word())
                        .after("update", id.toString())
                        .after("reference", where)
                        .personal("reference"));
        return get(reader, id);
    }

    private UpdateDue get(Reader reader, UUID id) {
        return updates.find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no update due \"%s\".".formatted(id)));
    }
}
