package dev.ward.correction;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.correction.RecallEntry.Status;
import dev.ward.correction.RecallRepository.OpenRecall;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The recalls of a case: number, class, status reports, termination. Entries are never changed; one may
/// correct another.
///
/// Source: 21 CFR 7.46 to 7.55.
@Service
@Transactional
public class Recalls {

    private final RecallRepository recalls;
    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    Recalls(RecallRepository recalls, Cases cases, AuditTrail audit, Clock clock) {
        this.recalls = recalls;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /// In their order.
    ///
    /// @throws ProblemException  when there is no such case, or none that the reader may see
    @Transactional(readOnly = true)
    public List<Recall> of(Reader reader, CaseNumber number) {
        return recalls.of(cases.get(reader, number).id());
    }

    /// For which case a recall was entered.
    ///
    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public CaseNumber caseOf(Reader reader, UUID id) {
        return recalls.caseOf(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no recall \"%s\".".formatted(id)));
    }

    /// @throws ProblemException  when the case has no such recall, or the reader may not see the case
    @Transactional(readOnly = true)
    public Recall get(Reader reader, CaseNumber number, UUID id) {
        return of(reader, number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no recall \"%s\".".formatted(id)));
    }

    /// A status report that is due.
    public record DueReport(CaseNumber number, String title, Recall recall, LocalDate day) {}

    /// Status reports that are due by a day, or overdue; what is due first stands first.
    ///
    /// @param owner  of whose cases alone; null for all that the reader may see
    @Transactional(readOnly = true)
    public List<DueReport> due(Reader reader, @Nullable AccountId owner, LocalDate by) {
        List<DueReport> all = new ArrayList<>();
        for (OpenRecall open : recalls.open(reader, owner)) {
            recalls.of(open.caseId()).stream()
                    .filter(one -> one.id().equals(open.recall()))
                    .forEach(one -> {
                        LocalDate day = one.next().day();
                        if (day != null && !day.isAfter(by)) {
                            all.add(new DueReport(open.number(), open.title(), one, day));
                        }
                    });
        }
        all.sort(Comparator.comparing(DueReport::day));
        return all;
    }

    public Recall open(Actor actor, Reader reader, CaseNumber number) {
        VulnerabilityCase one = held(reader, number);
        List<Recall> before = recalls.of(one.id());
        UUID id = Uuids.next();
        int next = before.isEmpty() ? 1 : before.getLast().ordinal() + 1;
        recalls.insert(one.id(), id, next);
        audit.record(actor, act("case.recall-opened", one, next));
        return new Recall(id, next, List.of());
    }

    public Recall enter(Actor actor, Reader reader, CaseNumber number, UUID id, RecallDraft draft) {
        VulnerabilityCase one = held(reader, number);
        Recall recall = get(reader, number, id);
        RecallEntry entry = RecallWords.read(draft, now(), actor.name());
        checkCorrects(recall, entry);
        checkDays(recall, entry);
        recalls.insert(id, entry, actor);
        Status status = entry.status();
        LocalDate day = entry.day();
        audit.record(
                actor,
                act("case.recall-entered", one, recall.ordinal())
                        .before(
                                "corrects",
                                entry.corrects() == null
                                        ? null
                                        : entry.corrects().toString())
                        .after("entry", entry.id().toString())
                        .after("kind", entry.kind().word())
                        .after("said", entry.said())
                        .after("day", day == null ? null : day.toString())
                        .after(
                                "figures",
                                status == null
                                        ? null
                                        : "notified %d, responding %d, corrected %d, returned %d"
                                                .formatted(
                                                        status.notified(),
                                                        status.responding(),
                                                        status.corrected(),
                                                        status.returned()))
                        .why(entry.note())
                        .personal(Act.WHY, "said"));
        return get(reader, number, id);
    }

    private static void checkCorrects(Recall recall, RecallEntry entry) {
        UUID corrects = entry.corrects();
        if (corrects == null) {
            return;
        }
        RecallEntry wrong = recall.counting().stream()
                .filter(one -> one.id().equals(corrects))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        "corrects",
                        "The recall has no such entry, or another one corrects it already.",
                        "is no entry that counts"));
        if (wrong.kind() != entry.kind()) {
            throw TypedText.refused(
                    "corrects",
                    "An entry corrects one of its own kind: %s."
                            .formatted(wrong.kind().title()),
                    "is an entry of another kind");
        }
    }

    /// Nothing of a recall happened before it was initiated, and nothing will have happened.
    private void checkDays(Recall recall, RecallEntry entry) {
        LocalDate day = entry.day();
        if (day == null) {
            return;
        }
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)))) {
            throw TypedText.refused("day", "%s lies ahead. Enter it when it has come.".formatted(day), "lies ahead");
        }
        LocalDate initiated = recall.initiated();
        if (entry.kind() != RecallKind.INITIATED && initiated != null && day.isBefore(initiated)) {
            throw TypedText.refused(
                    "day",
                    "%s is before %s, when the recall was initiated.".formatted(day, initiated),
                    "is before the recall was initiated");
        }
    }

    private VulnerabilityCase held(Reader reader, CaseNumber number) {
        VulnerabilityCase one = cases.get(reader, number);
        recalls.hold(one.id());
        return one;
    }

    private static Act act(String what, VulnerabilityCase one, int recall) {
        return Act.of(what, "case", one.number().text()).after("recall", String.valueOf(recall));
    }

    /// The day by which status reports are due or overdue.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
