package dev.ward.correction;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.correction.Change.Description;
import dev.ward.correction.Change.Withdrawal;
import dev.ward.correction.Classification.Ending;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.FactWords;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The changes of a case, each of which is a routine update or a reportable correction from when
/// somebody for regulatory affairs has signed it, and as long as all on which that rests is the same.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VII; 21 CFR 806.20.
@Service
@Transactional
public class Changes {

    static final String RECORD = "change-class";

    private final ChangeRepository changes;
    private final Bases bases;
    private final ChangeWords words;
    private final Cases cases;
    private final Signatures signatures;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final Clock clock;

    Changes(
            ChangeRepository changes,
            Bases bases,
            ChangeWords words,
            Cases cases,
            Signatures signatures,
            Mandate mandate,
            AuditTrail audit,
            Clock clock) {
        this.changes = changes;
        this.bases = bases;
        this.words = words;
        this.cases = cases;
        this.signatures = signatures;
        this.mandate = mandate;
        this.audit = audit;
        this.clock = clock;
    }

    /// In their order. What was signed and has lost its ground is told as fallen, even where nobody has
    /// written that down yet.
    ///
    /// @throws ProblemException  when there is no such case, or none that the reader may see
    @Transactional(readOnly = true)
    public List<Change> of(Reader reader, CaseNumber number) {
        VulnerabilityCase one = cases.get(reader, number);
        List<Change> kept = changes.of(one.id());
        if (kept.isEmpty()) {
            return kept;
        }
        Basis now = bases.of(one.id());
        Map<UUID, List<Signature>> signed = signatures.list(
                RECORD,
                kept.stream()
                        .flatMap(change -> change.classifications().stream())
                        .map(Classification::id)
                        .toList());
        return kept.stream().map(change -> told(change, now, signed)).toList();
    }

    private Change told(Change change, Basis now, Map<UUID, List<Signature>> signed) {
        List<Classification> all = change.classifications().stream()
                .map(one -> new Classification(
                        one.id(),
                        one.version(),
                        one.outcome(),
                        one.answers(),
                        one.basis(),
                        one.signed(),
                        one.signedBy(),
                        one.by(),
                        one.ended() == null ? lost(one, now) : one.ended(),
                        signed.getOrDefault(one.id(), List.of())))
                .toList();
        return new Change(change.id(), change.number(), change.descriptions(), all, change.withdrawn());
    }

    private @Nullable Ending lost(Classification one, Basis now) {
        List<String> changed = one.basis().changes(now);
        return changed.isEmpty() ? null : new Ending(now(), String.join(" ", changed), true);
    }

    /// For which case a change was entered.
    ///
    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public CaseNumber caseOf(Reader reader, UUID id) {
        return changes.caseOf(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no change \"%s\".".formatted(id)));
    }

    /// @throws ProblemException  when the case has no such change, or the reader may not see the case
    @Transactional(readOnly = true)
    public Change get(Reader reader, CaseNumber number, UUID id) {
        return of(reader, number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no change \"%s\".".formatted(id)));
    }

    /// On what it rests now what a change of the case is.
    @Transactional(readOnly = true)
    public Basis basis(Reader reader, CaseNumber number) {
        return bases.of(cases.get(reader, number).id());
    }

    /// What stands against a routine update by the facts alone, in sentences.
    @Transactional(readOnly = true)
    public List<String> against(Reader reader, CaseNumber number) {
        return RoutinePolicy.against(basis(reader, number));
    }

    /// The releases that a change may concern.
    @Transactional(readOnly = true)
    public List<ChangedRelease> releases(Reader reader, CaseNumber number) {
        return words.releases(reader, number);
    }

    public Change enter(Actor actor, Reader reader, CaseNumber number, ChangeDraft draft) {
        VulnerabilityCase one = held(reader, number);
        Description described = words.read(reader, number, draft, 1, now(), actor);
        List<Change> before = changes.of(one.id());
        UUID id = Uuids.next();
        int next = before.isEmpty() ? 1 : before.getLast().number() + 1;
        changes.insert(one.id(), id, next);
        changes.insert(id, described, actor);
        audit.record(actor, described(act("case.change-entered", one, next), described));
        return get(reader, number, id);
    }

    /// Describes a change anew. What was signed of it stands no longer.
    public Change describe(Actor actor, Reader reader, CaseNumber number, UUID id, ChangeDraft draft) {
        VulnerabilityCase one = held(reader, number);
        Change change = open(reader, number, id);
        Description described =
                words.read(reader, number, draft, change.description().version() + 1, now(), actor);
        changes.insert(id, described, actor);
        end(actor, change, "The change was described anew.");
        audit.record(actor, described(act("case.change-described", one, change.number()), described));
        return get(reader, number, id);
    }

    /// Says that a change is not made after all, or was entered in error. It stays, and counts no more.
    public void withdraw(Actor actor, Reader reader, CaseNumber number, UUID id, @Nullable String because) {
        VulnerabilityCase one = held(reader, number);
        Change change = open(reader, number, id);
        String why = ChangeWords.text("because", because);
        changes.withdraw(id, new Withdrawal(now(), actor.name(), why), actor);
        end(actor, change, "The change was withdrawn.");
        audit.record(
                actor,
                act("case.change-withdrawn", one, change.number()).why(why).personal(Act.WHY));
    }

    private void end(Actor actor, Change change, String because) {
        Classification standing = change.standing();
        if (standing != null && changes.end(standing.id(), new Ending(now(), because, false))) {
            signatures.voidStanding(actor, RECORD, standing.id(), 1, List.of(RECORD), because);
        }
    }

    /// Signs what a change is, as the person was shown all on which it rests.
    ///
    /// @throws ProblemException  when something stands against a routine update, or something changed
    ///                           since
    public Classification sign(Signer signer, Reader reader, CaseNumber number, UUID id, AnswerDraft draft) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = held(reader, number);
        Change change = open(reader, number, id);
        Basis basis = bases.of(one.id());
        if (!basis.digest().equals(draft.basis())) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "A fact on which it rests became another one since you looked. Read it again. Nothing was signed.");
        }
        Outcome outcome = ChangeWords.outcome(draft);
        Answers answers = ChangeWords.answers(outcome, draft);
        List<String> against = RoutinePolicy.against(basis, answers);
        if (outcome == Outcome.ROUTINE && !against.isEmpty()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "It cannot be signed as a routine update. %s Nothing was signed."
                            .formatted(String.join(" ", against)));
        }
        end(actor, change, "It was signed anew.");
        Classification signed = new Classification(
                Uuids.next(),
                change.description().version(),
                outcome,
                answers,
                basis,
                now(),
                Objects.requireNonNull(signer.person().caller().account()).value(),
                actor.name(),
                null,
                List.of());
        changes.insert(id, signed);
        signatures.sign(signer, signable(one, change, signed), Meaning.RESPONSIBILITY);
        audit.record(
                actor,
                act("case.change-signed", one, change.number())
                        .after("outcome", outcome.word())
                        .after("correction", answers.correction().word())
                        .after(
                                "exemption",
                                answers.exemption() == null
                                        ? null
                                        : answers.exemption().word())
                        .after("seriousHarm", answers.seriousHarm().word())
                        .after("premarket", answers.premarket().word())
                        .after("annualReport", basis.annual().word())
                        .after("determination", FactWords.word(basis.determination()))
                        .after("basis", basis.digest())
                        .why(answers.justification())
                        .personal(Act.WHY));
        return signed;
    }

    /// Exactly what is signed.
    private static Signable signable(VulnerabilityCase one, Change change, Classification signed) {
        Description said = change.description();
        Map<String, Object> content = new TreeMap<>();
        content.put("case", one.number().text());
        content.put("change", change.number());
        content.put("version", said.version());
        content.put("kind", said.kind().word());
        content.put("what", said.what());
        content.put("compared", said.compared());
        content.put(said.made() ? "made" : "planned", said.day().toString());
        content.put(
                "releases",
                said.releases().stream()
                        .map(release -> release.release().toString())
                        .toList());
        content.put("outcome", signed.outcome().word());
        content.put("answers", signed.answers());
        content.put("basis", signed.basis());
        return new Signable(
                RECORD,
                signed.id(),
                1,
                RECORD,
                CanonicalRecord.of(content),
                "Change %d of case %s is a %s."
                        .formatted(
                                change.number(),
                                one.number().text(),
                                signed.outcome().title().toLowerCase(Locale.ROOT)));
    }

    private VulnerabilityCase held(Reader reader, CaseNumber number) {
        VulnerabilityCase one = cases.get(reader, number);
        changes.hold(one.id());
        return one;
    }

    private Change open(Reader reader, CaseNumber number, UUID id) {
        Change change = get(reader, number, id);
        if (change.withdrawn() != null) {
            throw ProblemException.of(Problem.CONFLICT, "The change was withdrawn. Nothing was kept.");
        }
        return change;
    }

    private static Act described(Act act, Description one) {
        return act.after("version", String.valueOf(one.version()))
                .after("kind", one.kind().word())
                .after("what", one.what())
                .after("compared", one.compared())
                .after(one.made() ? "made" : "planned", one.day().toString())
                .after(
                        "releases",
                        String.join(
                                " ",
                                one.releases().stream()
                                        .map(release -> release.release().toString())
                                        .toList()));
    }

    /// An act upon a case, hidden with it.
    private static Act act(String what, VulnerabilityCase one, int change) {
        return Act.of(what, "case", one.number().text()).after("change", String.valueOf(change));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
