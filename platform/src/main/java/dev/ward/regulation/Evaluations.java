package dev.ward.regulation;

import dev.ward.advisory.AdvisoriesRevised;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.clock.DeadlineDraft;
import dev.ward.clock.Deadlines;
import dev.ward.clock.Reopened;
import dev.ward.handling.CasesRejoined;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds what is due: at once when a fact is entered, soon when another module knows something new, and
/// when time alone
/// changes
/// it. What it finds follows from what is kept, so that it may find it any number of times.
@Component
class Evaluations {

    /// The owners of these deadlines.
    static final String OWNER = "case";

    private static final int SLICE = 250;
    /// How long a decision may take to be seen by everyone.
    private static final Duration LATE = Duration.ofMinutes(10);

    private final EvaluationRepository evaluations;
    private final Dossiers dossiers;
    private final MergedRepository merges;
    private final RuleBooks books;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicBoolean told = new AtomicBoolean();

    Evaluations(
            EvaluationRepository evaluations,
            Dossiers dossiers,
            MergedRepository merges,
            RuleBooks books,
            Deadlines deadlines,
            AuditTrail audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.dossiers = dossiers;
        this.merges = merges;
        this.books = books;
        this.deadlines = deadlines;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// Call it in the transaction in which a fact of theirs was entered.
    @Transactional(propagation = Propagation.MANDATORY)
    void refresh(Collection<UUID> changed) {
        Instant now = now();
        Set<UUID> cases = merges.withThoseThatStay(changed);
        Map<UUID, String> before = evaluations.hold(cases, now);
        RuleBooks.Edition edition = books.inForce();
        List<Judged> all = new ArrayList<>();
        Map<UUID, List<DeadlineDraft>> found = new HashMap<>();
        dossiers.of(cases).forEach((id, dossier) -> {
            Judged judged = judge(dossier, edition.book(), now);
            all.add(judged);
            if (!judged.digest().equals(before.get(id))) {
                found.put(id, judged.deadlines());
            }
        });
        if (!found.isEmpty()) {
            record(deadlines.keep(OWNER, found));
            evaluations.outcomes(
                    all.stream().filter(one -> found.containsKey(one.caseId())).toList(), edition.number(), now);
        }
        evaluations.evaluated(all, now);
        events.publishEvent(new CasesEvaluated(List.copyOf(cases)));
    }

    /// A deadline that had passed is not open again without a word.
    private void record(List<Reopened> reopened) {
        if (reopened.isEmpty()) {
            return;
        }
        Map<UUID, String> numbers =
                evaluations.numbers(reopened.stream().map(Reopened::owner).toList());
        reopened.forEach(one -> audit.record(
                Actor.machine("due"),
                Act.of(
                                "deadline.reopened",
                                "case",
                                numbers.getOrDefault(one.owner(), one.owner().toString()))
                        .before(one.clock(), one.was())
                        .after(one.clock(), one.is())));
    }

    /// Of a case that was merged into another nothing is due: it is due for that one.
    static Judged judge(Dossier dossier, RuleBook book, Instant at) {
        var facts = dossier.facts();
        if (dossier.merged()) {
            return Judged.nothing(dossier.caseId(), DueEngine.evaluate(facts, book, at), FactsFile.of(facts));
        }
        return Judged.of(dossier.caseId(), DueEngine.evaluate(facts, book, at), FactsFile.of(facts));
    }

    /// @return how many cases it looked at
    @Scheduled(initialDelayString = "PT9S", fixedDelayString = "PT10S")
    int lookAtStale() {
        Set<UUID> looked = new HashSet<>();
        List<UUID> stale = stale(looked);
        while (!stale.isEmpty()) {
            refreshInOne(stale);
            looked.addAll(stale);
            stale = stale(looked);
        }
        return looked.size();
    }

    /// None twice: what was changed by a clock that was ahead stays stale until that time has come.
    private List<UUID> stale(Set<UUID> looked) {
        return evaluations.stale(now(), now().minus(LATE), SLICE).stream()
                .filter(one -> !looked.contains(one))
                .toList();
    }

    /// Sources may tell of exploitation, or of a vulnerability under another name.
    @EventListener
    void on(AdvisoriesRevised event) {
        told.set(true);
    }

    @EventListener
    void on(CasesRejoined event) {
        refresh(event.cases());
    }

    /// Something changed that concerns every case; they are looked at once it is kept.
    @Transactional(propagation = Propagation.MANDATORY)
    void lookAtAllSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.set(true);
            }
        });
    }

    @Scheduled(initialDelayString = "PT60S", fixedDelayString = "PT60S")
    void lookWhenTold() {
        if (told.getAndSet(false)) {
            lookAtAll();
        }
    }

    /// In case that nobody told: a profile says another class, a membership ended.
    @Scheduled(initialDelayString = "PT90S", fixedDelayString = "PT10M")
    void lookAtAll() {
        lookAtAll((_, _) -> {});
    }

    /// @param progress  how many of how many cases were looked at
    /// @return how many there were
    long lookAtAll(Progress progress) {
        long all = evaluations.count();
        long done = 0;
        List<UUID> slice = evaluations.slice(new UUID(0, 0), SLICE);
        while (!slice.isEmpty()) {
            refreshInOne(slice);
            done += slice.size();
            progress.of(done, Math.max(done, all));
            slice = evaluations.slice(slice.getLast(), SLICE);
        }
        return done;
    }

    /// Told how far the look at all cases is.
    @FunctionalInterface
    interface Progress {

        void of(long done, long total);
    }

    private void refreshInOne(List<UUID> cases) {
        transactions.executeWithoutResult(_ -> refresh(cases));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
