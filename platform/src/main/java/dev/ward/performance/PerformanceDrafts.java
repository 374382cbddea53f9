package dev.ward.performance;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Caller;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Works on drafts. Whoever changes anything is among the authors until the draft is approved or thrown away.
@Service
@Transactional
public class PerformanceDrafts {

    static final int MOST_FUNCTIONS = 100;

    private final EssentialPerformances performances;
    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final AuditTrail audit;
    private final Clock clock;

    PerformanceDrafts(
            EssentialPerformances performances,
            DraftRepository drafts,
            VersionRepository versions,
            AuditTrail audit,
            Clock clock) {
        this.performances = performances;
        this.drafts = drafts;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes an id for a function that is to be described.
    public static FunctionId newId() {
        return new FunctionId(Uuids.next());
    }

    /// Begins a draft, as a copy of the version in force; where there is a draft, it stays.
    ///
    /// @throws ProblemException  when the subject is archived, or has models that have their own
    public PerformanceDraft begin(Caller caller, Subject subject) {
        DraftRepository.Row row = open(caller, subject);
        return performances.draft(subject, row);
    }

    /// Describes a function, anew or otherwise than before. Where there is no draft, one is begun.
    ///
    /// @param revision  of the function that the person saw; 0 for a new one, null when the asker does not care
    /// @throws ProblemException  when it was changed in the meantime, or its name is taken
    public EssentialFunction save(
            Caller caller, Subject subject, EssentialFunction function, @Nullable Integer revision) {
        DraftRepository.Row row = open(caller, subject);
        List<PerformanceDraft.Entry> entries = drafts.entries(row.id());
        PerformanceDraft.Entry before = entries.stream()
                .filter(entry -> entry.function().id().equals(function.id()))
                .findFirst()
                .orElse(null);
        if (revision != null && revision != (before == null ? 0 : before.revision())) {
            throw Outdated.of(function.name());
        }
        refuseTaken(entries, function);
        if (before == null && entries.size() >= MOST_FUNCTIONS) {
            throw ProblemException.of(
                    Problem.CONFLICT, "A model has at most %d essential functions.".formatted(MOST_FUNCTIONS));
        }
        put(caller, subject, row, before == null ? null : before.function(), function);
        return function;
    }

    /// Takes a function out of the draft. Approved versions keep it, and what is linked to it stays linked.
    ///
    /// @throws ProblemException  when the draft has no such function
    public void remove(Caller caller, Subject subject, FunctionId id) {
        DraftRepository.Row row = open(caller, subject);
        EssentialFunction gone = function(drafts.entries(row.id()), id);
        drafts.remove(row.id(), id);
        changed(caller, row);
        audit.record(
                caller.actor(),
                Act.of(
                                "performance.function-removed",
                                subject.kind(),
                                subject.id().toString())
                        .before("function", gone.name())
                        .before("id", id.toString()));
    }

    /// Puts a function before the one that stands above it.
    public void raise(Caller caller, Subject subject, FunctionId id) {
        DraftRepository.Row row = open(caller, subject);
        List<FunctionId> order = new ArrayList<>(drafts.entries(row.id()).stream()
                .map(entry -> entry.function().id())
                .toList());
        int at = order.indexOf(id);
        if (at < 1) {
            return;
        }
        order.set(at, order.get(at - 1));
        order.set(at - 1, id);
        drafts.order(row.id(), order);
        changed(caller, row);
        audit.record(
                caller.actor(),
                Act.of(
                                "performance.functions-ordered",
                                subject.kind(),
                                subject.id().toString())
                        .after("raised", id.toString()));
    }

    /// Describes all functions at once: what is not among them is taken out.
    ///
    /// @param revision  of the draft that the asker saw; 0 for none, null when the asker does not care
    public PerformanceDraft replace(
            Caller caller, Subject subject, List<EssentialFunction> functions, @Nullable Integer revision) {
        int present = drafts.find(subject).map(DraftRepository.Row::revision).orElse(0);
        if (revision != null && revision != present) {
            throw Outdated.of(subject.name());
        }
        DraftRepository.Row row = open(caller, subject);
        List<PerformanceDraft.Entry> before = drafts.entries(row.id());
        Set<FunctionId> kept = new HashSet<>();
        for (EssentialFunction function : functions) {
            if (!kept.add(function.id())) {
                throw ProblemException.of(
                        Problem.INVALID, "The function \"%s\" stands there twice.".formatted(function.id()));
            }
        }
        before.stream()
                .map(entry -> entry.function().id())
                .filter(id -> !kept.contains(id))
                .forEach(id -> remove(caller, subject, id));
        functions.forEach(function -> save(caller, subject, function, null));
        drafts.order(row.id(), functions.stream().map(EssentialFunction::id).toList());
        return performances.draft(subject).orElseThrow(EssentialPerformances::noDraft);
    }

    /// Throws the draft away. What was approved stays in force.
    ///
    /// @throws ProblemException  when there is none
    public void discard(Caller caller, Subject subject) {
        DraftRepository.Row row = drafts.lock(subject).orElseThrow(EssentialPerformances::noDraft);
        drafts.delete(row.id());
        audit.record(
                caller.actor(),
                Act.of(
                                "performance.draft-discarded",
                                subject.kind(),
                                subject.id().toString())
                        .before("revision", Integer.toString(row.revision())));
    }

    private DraftRepository.Row open(Caller caller, Subject subject) {
        refuseClosed(subject);
        PerformanceVersion inForce = versions.newest(subject).orElse(null);
        if (drafts.insert(subject, inForce == null ? null : inForce.number(), now())) {
            DraftRepository.Row row = drafts.lock(subject).orElseThrow(EssentialPerformances::noDraft);
            if (inForce != null) {
                inForce.functions().forEach(function -> drafts.put(row.id(), function));
            }
            audit.record(
                    caller.actor(),
                    Act.of(
                                    "performance.draft-begun",
                                    subject.kind(),
                                    subject.id().toString())
                            .after("basedOn", inForce == null ? null : Integer.toString(inForce.number())));
        }
        return drafts.lock(subject).orElseThrow(EssentialPerformances::noDraft);
    }

    private void put(
            Caller caller,
            Subject subject,
            DraftRepository.Row row,
            @Nullable EssentialFunction before,
            EssentialFunction after) {
        if (after.equals(before)) {
            return;
        }
        if (!drafts.know(subject, after.id())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The function \"%s\" belongs to another model.".formatted(after.id()));
        }
        drafts.put(row.id(), after);
        changed(caller, row);
        Changes changes = new Changes(
                "performance.function-saved", subject.kind(), subject.id().toString());
        changes.of("name", before == null ? null : before.name(), after.name());
        Difference.between(before, after).forEach(one -> {
            if (one.label().equals(Aspect.OWNER.title())) {
                changes.ofPersonal(one.label(), one.before(), one.after());
            } else {
                changes.of(one.label(), one.before(), one.after());
            }
        });
        audit.record(caller.actor(), changes.act().after("function", after.id().toString()));
    }

    private void changed(Caller caller, DraftRepository.Row row) {
        Instant now = now();
        drafts.touch(row.id(), now);
        drafts.author(row.id(), Author.of(caller, now));
    }

    private static EssentialFunction function(List<PerformanceDraft.Entry> entries, FunctionId id) {
        return entries.stream()
                .map(PerformanceDraft.Entry::function)
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow(() -> absent(id));
    }

    static ProblemException absent(FunctionId id) {
        return ProblemException.of(Problem.NOT_FOUND, "There is no function \"%s\".".formatted(id));
    }

    private static void refuseTaken(List<PerformanceDraft.Entry> entries, EssentialFunction function) {
        Function<EssentialFunction, String> key = one -> one.name().toLowerCase(Locale.ROOT);
        boolean taken = entries.stream()
                .map(PerformanceDraft.Entry::function)
                .anyMatch(other ->
                        !other.id().equals(function.id()) && key.apply(other).equals(key.apply(function)));
        if (taken) {
            throw ProblemException.of(
                            Problem.CONFLICT, "Another function has the name \"%s\".".formatted(function.name()))
                    .with("name", "is taken");
        }
    }

    private static void refuseClosed(Subject subject) {
        if (subject.archived()) {
            throw ProblemException.of(
                    Problem.CONFLICT, "\"%s\" is archived. Restore it first.".formatted(subject.name()));
        }
        if (subject.apart()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "\"%s\" has models, and each of them has its own. The product's stays as it was."
                            .formatted(subject.name()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
