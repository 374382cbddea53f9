package dev.ward.rule;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.signature.Discipline;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the rules that decide. A version comes in force when security and clinical safety have both
/// signed it, as two people; what was in force before is superseded, and kept for the decisions that were
/// made by it.
@Service
@Transactional
public class RuleSets {

    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_WHY = 2000;
    private static final int MOST_ROWS = 2000;
    private static final List<String> PARTS =
            Arrays.stream(Discipline.values()).map(Discipline::word).toList();

    private final List<RuleKind> kinds;
    private final RuleSetRepository rules;
    private final Signatures signatures;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleSets(
            List<RuleKind> kinds,
            RuleSetRepository rules,
            Signatures signatures,
            Signatories signatories,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.rules = rules;
        this.signatures = signatures;
        this.signatories = signatories;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<RuleKind> kinds() {
        return kinds;
    }

    /// @throws ProblemException  when there is none
    public RuleKind kind(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There are no rules \"%s\".".formatted(key)));
    }

    /// The version that decides now; empty when the kind decides by signed versions alone and there is
    /// none.
    @Transactional(readOnly = true)
    public Optional<RuleSet> inForce(RuleKind kind) {
        Optional<RuleSet> signed = rules.inForce(kind.key());
        return signed.isPresent() || !kind.actsUnsigned() ? signed : Optional.of(RuleSet.shipped(kind, false));
    }

    /// What is worked on.
    @Transactional(readOnly = true)
    public Optional<RuleSet> draft(RuleKind kind) {
        return rules.draft(kind.key());
    }

    /// @throws ProblemException  when there is no such version
    @Transactional(readOnly = true)
    public RuleSet get(RuleKind kind, int version) {
        if (version == 1) {
            return shipped(kind);
        }
        return rules.find(kind.key(), version)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no version \"%d\" of these rules.".formatted(version)));
    }

    /// All versions, the newest first.
    @Transactional(readOnly = true)
    public List<RuleSet> list(RuleKind kind) {
        List<RuleSet> all = new ArrayList<>(rules.list(kind.key()));
        all.add(shipped(kind));
        return List.copyOf(all);
    }

    private RuleSet shipped(RuleKind kind) {
        return RuleSet.shipped(kind, rules.inForce(kind.key()).isPresent());
    }

    /// The signatures under a version, those too that no longer stand.
    @Transactional(readOnly = true)
    public List<Signature> signatures(RuleSet of) {
        return of.id() == null ? List.of() : signatures.list(RuleSet.RECORD, of.id(), of.version());
    }

    /// Writes the draft, or begins one. What was signed of it is voided.
    ///
    /// @param revision  of the draft that the person saw; 0 where there was none
    /// @throws ProblemException  when a row or cell is at fault, or somebody changed it meanwhile
    public RuleSet write(Actor actor, RuleKind kind, int revision, List<List<String>> rows, String why) {
        String because = TypedText.required("why", why, LONGEST_WHY);
        List<List<String>> checked = checked(kind, rows);
        Optional<RuleSet> before = rules.lockDraft(kind.key());
        if (before.map(RuleSet::revision).orElse(0) != revision) {
            throw Outdated.of(kind.title());
        }
        Instant now = now();
        if (before.isPresent()) {
            UUID id = Objects.requireNonNull(before.get().id());
            signatures.voidStanding(actor, RuleSet.RECORD, id, before.get().version(), PARTS, "The draft was changed.");
            rules.saveDraft(id, checked, because, actor.name(), now);
        } else if (rules.insertDraft(Uuids.next(), kind.key(), checked, because, actor.name(), now)
                .isEmpty()) {
            throw Outdated.of(kind.title());
        }
        RuleSet after = rules.draft(kind.key()).orElseThrow();
        audit.record(
                actor,
                Act.of("rules.drafted", RuleSet.RECORD, kind.key())
                        .after("version", Integer.toString(after.version()))
                        .after("rows", Integer.toString(checked.size()))
                        .after("sha256", after.sha256())
                        .why(because));
        return after;
    }

    private static List<List<String>> checked(RuleKind kind, List<List<String>> rows) {
        if (rows.size() > MOST_ROWS) {
            throw TypedText.refused(
                    "rows", "There are more than %d rows.".formatted(MOST_ROWS), "are more than " + MOST_ROWS);
        }
        List<List<String>> checked = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add(Objects.requireNonNullElse(TypedText.optional("rows", cell, LONGEST_CELL), ""));
            }
            checked.add(cells);
        }
        try {
            checkCells(kind, checked);
            kind.check(checked);
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("rows", e.getMessage() + ". Nothing was kept.", "have a gap or a contradiction");
        }
        return checked;
    }

    private static void checkCells(RuleKind kind, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() != kind.columns().size()) {
                throw new IllegalArgumentException("Row %d has %d cells for %d columns"
                        .formatted(i + 1, row.size(), kind.columns().size()));
            }
            for (int k = 0; k < row.size(); k++) {
                RuleColumn column = kind.columns().get(k);
                String cell = row.get(k);
                if (!column.choices().isEmpty()
                        && column.choices().stream()
                                .noneMatch(choice -> choice.key().equals(cell))) {
                    throw new IllegalArgumentException("In %s, \"%s\" is no value of \"%s\""
                            .formatted(kind.called(rows, i), cell, column.title()));
                }
            }
        }
    }

    /// Gives the draft up. It stays to be read.
    ///
    /// @param revision  of the draft that the person saw
    public void withdraw(Actor actor, RuleKind kind, int revision, String why) {
        String because = TypedText.required("why", why, LONGEST_WHY);
        RuleSet draft = locked(kind);
        if (draft.revision() != revision) {
            throw Outdated.of(kind.title());
        }
        UUID id = Objects.requireNonNull(draft.id());
        signatures.voidStanding(actor, RuleSet.RECORD, id, draft.version(), PARTS, "The draft was withdrawn.");
        rules.withdraw(id);
        audit.record(
                actor,
                Act.of("rules.withdrawn", RuleSet.RECORD, kind.key())
                        .after("version", Integer.toString(draft.version()))
                        .why(because));
    }

    private RuleSet locked(RuleKind kind) {
        return rules.lockDraft(kind.key())
                .orElseThrow(() -> ProblemException.of(Problem.CONFLICT, "Nothing is drafted."));
    }

    /// Signs the draft as the person saw it. The second discipline's signature puts it in force.
    ///
    /// @param seen  the SHA-256 of what the person saw
    /// @return whether it is in force now
    /// @throws ProblemException  when it was changed since, the person may not sign for the discipline,
    ///                           or has signed for the other one
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean sign(Signer signer, RuleKind kind, Discipline discipline, String seen) {
        Optional<RuleSet> inForce = transaction.execute(_ -> signNow(signer, kind, discipline, seen));
        inForce.ifPresent(one -> events.publishEvent(new RuleSetInForce(kind.key(), one.version())));
        return inForce.isPresent();
    }

    private Optional<RuleSet> signNow(Signer signer, RuleKind kind, Discipline discipline, String seen) {
        signatories.confirm(signer, discipline);
        RuleSet draft = locked(kind);
        UUID id = Objects.requireNonNull(draft.id());
        List<Signature> standing = standing(draft);
        check(signer, draft, discipline, standing, seen);
        Signable signable = draft.signable(discipline, kind.title());
        signatures.sign(signer, signable, Meaning.APPROVAL);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Integer before = rules.inForce(kind.key()).map(RuleSet::version).orElse(null);
        rules.putInForce(id, kind.key(), now());
        audit.record(
                signer.person().actor(),
                Act.of("rules.in-force", RuleSet.RECORD, kind.key())
                        .before("version", before == null ? null : before.toString())
                        .after("version", Integer.toString(draft.version()))
                        .after("sha256", draft.sha256()));
        return Optional.of(draft);
    }

    private List<Signature> standing(RuleSet draft) {
        return signatures(draft).stream()
                .filter(one -> one.stands() && one.of().content().equals(draft.content()))
                .toList();
    }

    private static void check(
            Signer signer, RuleSet draft, Discipline discipline, List<Signature> standing, String seen) {
        if (!draft.sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "The draft was changed since you read it. Nothing was signed. Read it again: what you sign is what you saw.");
        }
        for (Signature one : standing) {
            if (one.of().part().equals(discipline.word())) {
                throw ProblemException.of(Problem.CONFLICT, "It is signed already, by %s.".formatted(one.signerName()));
            }
            if (one.signerId()
                    .equals(Objects.requireNonNull(signer.person().caller().account())
                            .value())) {
                throw ProblemException.of(
                        Problem.CONFLICT,
                        "You have signed for the other discipline. Security and clinical safety decide as two people.");
            }
        }
    }

    /// The disciplines that have not signed the draft as it is.
    @Transactional(readOnly = true)
    public List<Discipline> unsigned(RuleSet draft) {
        List<String> signed =
                standing(draft).stream().map(one -> one.of().part()).toList();
        return Arrays.stream(Discipline.values())
                .filter(one -> !signed.contains(one.word()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
