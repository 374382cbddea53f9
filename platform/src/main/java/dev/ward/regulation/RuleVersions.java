package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.job.Job;
import dev.ward.signature.CanonicalRecord;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.RuleSet;
import dev.ward.standards.due.RuleSetFile;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Versions of sets of rules: those that Ward brings, and those that people bring, which take the place of
/// what is effective on their days. None is changed: one that was wrong is withdrawn, or followed by
/// another.
@Service
@Transactional
public class RuleVersions {

    private final RuleBooks books;
    private final RuleVersionRepository repository;
    private final BookChanges changes;
    private final Evaluations evaluations;
    private final AuditTrail audit;

    RuleVersions(
            RuleBooks books,
            RuleVersionRepository repository,
            BookChanges changes,
            Evaluations evaluations,
            AuditTrail audit) {
        this.books = books;
        this.repository = repository;
        this.changes = changes;
        this.evaluations = evaluations;
        this.audit = audit;
    }

    /// All versions of all sets, those of a set together, the one that came last before the others.
    @Transactional(readOnly = true)
    public List<RuleVersion> list() {
        RuleBooks.Edition edition = books.inForce();
        List<RuleVersion> all = new ArrayList<>();
        RuleBook.shipped().ruleSets().forEach(set -> all.add(version(set, null, edition)));
        for (KeptVersion kept : repository.all()) {
            RuleSet set = read(kept, edition.book());
            if (set != null) {
                all.add(version(set, kept.brought(), edition));
            }
        }
        List<String> order =
                all.stream().map(one -> one.ruleSet().id()).distinct().toList();
        all.sort(Comparator.comparingInt(
                        (RuleVersion one) -> order.indexOf(one.ruleSet().id()))
                .thenComparing(one -> one.brought() == null ? 0L : one.brought().edition(), Comparator.reverseOrder())
                .thenComparing(one -> one.ruleSet().effectiveFrom(), Comparator.reverseOrder()));
        return List.copyOf(all);
    }

    /// Those of a set.
    ///
    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public List<RuleVersion> of(String id) {
        List<RuleVersion> own =
                list().stream().filter(one -> one.ruleSet().id().equals(id)).toList();
        if (own.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no set of rules \"%s\".".formatted(id));
        }
        return own;
    }

    /// The file of a version: as it was brought, or of one of Ward's in the same form.
    ///
    /// @param version  null for the one that decides today, or where none does the one that came last
    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public String file(String id, @Nullable String version) {
        List<RuleVersion> own = of(id);
        LocalDate today = evaluations.now().atZone(ZoneOffset.UTC).toLocalDate();
        RuleVersion found = version == null
                ? own.stream()
                        .filter(one -> one.decides() && isEffective(one, today))
                        .findFirst()
                        .orElse(own.getFirst())
                : own.stream()
                        .filter(one -> one.ruleSet().version().equals(version))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(
                                Problem.NOT_FOUND, "%s has no version \"%s\".".formatted(id, version)));
        return found.brought() == null
                ? RuleSetFile.write(found.ruleSet())
                : repository.find(id, found.ruleSet().version()).orElseThrow().content();
    }

    private static boolean isEffective(RuleVersion one, LocalDate day) {
        return !one.ruleSet().effectiveFrom().isAfter(day)
                && (one.until() == null || !one.until().isBefore(day));
    }

    /// A version that somebody brought and that does not fit into the book any more.
    public record Unfit(String ruleSet, String version, String because) {}

    /// Those that decide no more, though nobody withdrew them, as Ward became another.
    @Transactional(readOnly = true)
    public List<Unfit> unfit() {
        Map<Long, String> unfit = books.inForce().unfit();
        return repository.all().stream()
                .filter(one -> unfit.containsKey(one.brought().edition()))
                .map(one -> new Unfit(
                        one.ruleSet(),
                        one.version(),
                        unfit.getOrDefault(one.brought().edition(), "")))
                .toList();
    }

    private static @Nullable RuleSet read(KeptVersion kept, RuleBook book) {
        return RuleSetFile.read(kept.content().getBytes(StandardCharsets.UTF_8), book.vocabulary())
                .ruleSet();
    }

    private static RuleVersion version(RuleSet set, RuleVersion.@Nullable Brought brought, RuleBooks.Edition edition) {
        Optional<RuleSet> inBook = brought != null && brought.withdrawn() != null
                ? Optional.empty()
                : edition.book().ruleSets().stream()
                        .filter(one ->
                                one.id().equals(set.id()) && one.version().equals(set.version()))
                        .findFirst();
        return new RuleVersion(
                set,
                inBook.isPresent(),
                inBook.map(RuleSet::effectiveTo).orElse(null),
                brought,
                brought == null ? null : edition.unfit().get(brought.edition()));
    }

    /// What a file would come to.
    ///
    /// @param before   the version that it follows; null when there is none
    /// @param changes  in which it differs from that
    public record Looked(
            @Nullable RuleSet ruleSet,
            List<String> faults,
            @Nullable RuleSet before,
            List<RuleChange> changes) {}

    /// Looks at a file, and keeps nothing of it.
    @Transactional(readOnly = true)
    public Looked look(byte[] file) {
        RuleBook book = books.current();
        RuleSetFile.Checked checked = checked(file, book);
        RuleSet set = checked.ruleSet();
        if (set == null) {
            return new Looked(null, checked.faults(), null, List.of());
        }
        RuleSet before = book.ruleSets().stream()
                .filter(one -> one.id().equals(set.id()))
                .filter(one -> !one.effectiveFrom().isAfter(set.effectiveFrom()))
                .max(Comparator.comparing(RuleSet::effectiveFrom))
                .orElse(book.ruleSets().stream()
                        .filter(one -> one.id().equals(set.id()))
                        .findFirst()
                        .orElse(null));
        return new Looked(set, List.of(), before, before == null ? List.of() : RuleChange.between(before, set));
    }

    private RuleSetFile.Checked checked(byte[] file, RuleBook book) {
        RuleSetFile.Checked checked = RuleSetFile.check(file, book);
        RuleSet set = checked.ruleSet();
        if (set == null || !isThere(set)) {
            return checked;
        }
        return new RuleSetFile.Checked(
                null,
                Map.of(),
                List.of("/version: %s %s is there already, and stays as it is: give it another version"
                        .formatted(set.id(), set.version())));
    }

    private boolean isThere(RuleSet set) {
        return repository.find(set.id(), set.version()).isPresent()
                || RuleBook.shipped().ruleSets().stream()
                        .anyMatch(one ->
                                one.id().equals(set.id()) && one.version().equals(set.version()));
    }

    /// What came of a file.
    ///
    /// @param job  that judges all cases anew
    public record Taken(RuleSet ruleSet, Job job) {}

    /// Takes a file into the book.
    ///
    /// @throws ProblemException  with all its faults, when it has any
    public Taken take(Actor actor, byte[] file, @Nullable String because) {
        String why = FactEntries.text("because", because);
        long edition = changes.begin();
        RuleSetFile.Checked checked = checked(file, books.current());
        RuleSet set = checked.ruleSet();
        if (set == null) {
            throw refused(checked.faults());
        }
        Instant now = evaluations.now();
        String content = new String(file, StandardCharsets.UTF_8);
        String sha256 = CanonicalRecord.sha256(content);
        repository.insert(
                new KeptVersion(
                        set.id(),
                        set.version(),
                        set.status().text(),
                        set.effectiveFrom(),
                        set.effectiveTo(),
                        content,
                        new RuleVersion.Brought(edition, sha256, now, actor.name(), why, null),
                        null),
                actor);
        audit.record(
                actor,
                act("rule-set.brought", set.id(), set.version(), why)
                        .after("status", set.status().text())
                        .after("effectiveFrom", set.effectiveFrom().toString())
                        .after(
                                "effectiveTo",
                                set.effectiveTo() == null
                                        ? null
                                        : set.effectiveTo().toString())
                        .after("sha256", sha256));
        return new Taken(set, changes.done(actor, now, "%s %s was brought".formatted(set.id(), set.version())));
    }

    /// Takes a version that somebody brought out of the book; what it took the place of decides again.
    ///
    /// @throws ProblemException  when it came with Ward, was withdrawn before, or others rest on it
    public Job withdraw(Actor actor, String id, String version, @Nullable String because) {
        String why = FactEntries.text("because", because);
        long edition = changes.begin();
        if (of(id).stream().noneMatch(one -> one.ruleSet().version().equals(version))) {
            throw ProblemException.of(Problem.NOT_FOUND, "%s has no version \"%s\".".formatted(id, version));
        }
        List<KeptVersion> left = repository.all().stream()
                .filter(one -> one.isIn(edition))
                .filter(one -> !one.ruleSet().equals(id) || !one.version().equals(version))
                .toList();
        Map<Long, String> unfit =
                books.edition(BookRepository.Head.SHIPPED, left).unfit();
        if (!books.inForce().unfit().keySet().containsAll(unfit.keySet())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Others rest on it: %s.".formatted(String.join("; ", unfit.values())));
        }
        Instant now = evaluations.now();
        if (!repository.withdraw(id, version, edition, actor, why, now)) {
            throw ProblemException.of(
                    Problem.CONFLICT, "%s %s came with Ward, or was withdrawn before.".formatted(id, version));
        }
        audit.record(actor, act("rule-set.withdrawn", id, version, why));
        return changes.done(actor, now, "%s %s was withdrawn".formatted(id, version));
    }

    private static Act act(String what, String id, String version, String why) {
        return Act.of(what, "rule-set", id + " " + version).why(why).personal(Act.WHY);
    }

    private static ProblemException refused(List<String> faults) {
        ProblemException refused = ProblemException.of(
                Problem.INVALID, "The set was refused, and nothing was kept: %s.".formatted(String.join("; ", faults)));
        for (int i = 0; i < faults.size(); i++) {
            refused = refused.with("fault %d".formatted(i + 1), faults.get(i));
        }
        return refused;
    }
}
