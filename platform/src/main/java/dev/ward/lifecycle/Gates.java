package dev.ward.lifecycle;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.lifecycle.GateState.Declaration;
import dev.ward.lifecycle.GateState.Deviation;
import dev.ward.lifecycle.GateState.Line;
import dev.ward.lifecycle.GateState.Row;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The gates of releases: what must be there, what is, and who closed them all the same, by whose leave.
@Service
@Transactional
public class Gates {

    /// The type of record under which a deviation is signed.
    public static final String DEVIATION = "deviation";

    private static final String SUBJECT = "release";

    private final GateRepository gates;
    private final Markets markets;
    private final Releases releases;
    private final Signatures signatures;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final Clock clock;
    private final Requirements requirements = Requirements.present();
    private final Map<String, Check> checks = new HashMap<>();

    Gates(
            GateRepository gates,
            Markets markets,
            Releases releases,
            List<Checks> families,
            Signatures signatures,
            Mandate mandate,
            AuditTrail audit,
            Clock clock) {
        this.gates = gates;
        this.markets = markets;
        this.releases = releases;
        this.signatures = signatures;
        this.mandate = mandate;
        this.audit = audit;
        this.clock = clock;
        families.forEach(family -> checks.putAll(family.byName()));
        for (Requirements.OfGate gate : requirements.gates()) {
            for (Requirement requirement : gate.requirements()) {
                if (!requirement.isDeclared() && !checks.containsKey(requirement.check())) {
                    throw new IllegalStateException("nothing computes \"%s\"".formatted(requirement.check()));
                }
            }
        }
    }

    /// @throws ProblemException  when there is no such gate
    public static Gate gate(String word) {
        return Gate.of(word)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no gate \"%s\".".formatted(word)));
    }

    /// All gates of a release on a market, in their order.
    ///
    /// @param market  a code; null for all markets
    @Transactional(readOnly = true)
    public List<GateState> list(Reader reader, ReleaseId id, @Nullable String market) {
        GateQuestion question = question(reader, id, market);
        return List.of(Gate.values()).stream()
                .map(gate -> state(question, gate))
                .toList();
    }

    @Transactional(readOnly = true)
    public GateState get(Reader reader, ReleaseId id, @Nullable String market, Gate gate) {
        return state(question(reader, id, market), gate);
    }

    private GateQuestion question(Reader reader, ReleaseId id, @Nullable String market) {
        return new GateQuestion(
                reader,
                releases.get(reader, id),
                markets.named(market),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private GateState state(GateQuestion question, Gate gate) {
        Release release = question.release();
        Requirements.OfGate asked = requirements.of(gate);
        Map<String, Declaration> declared = new HashMap<>();
        gates.declarations(question.reader(), release.id(), question.market(), requirements.version())
                .forEach(one -> declared.put(one.requirement(), one));
        List<Deviation> deviations = gates.deviations(question.reader(), release.id(), question.market());
        List<Row> rows = asked.requirements().stream()
                .map(requirement -> row(question, requirement, declared.get(requirement.id()), deviations))
                .toList();
        return new GateState(
                gate,
                question.market(),
                requirements.version(),
                asked.purpose(),
                rows,
                gates.lastClosure(question.reader(), release.id(), question.market(), gate)
                        .orElse(null));
    }

    private Row row(
            GateQuestion question,
            Requirement requirement,
            @Nullable Declaration declared,
            List<Deviation> deviations) {
        Answered answered = answered(question, requirement, declared);
        List<Deviation> covering = deviations.stream()
                .filter(one -> one.covers(requirement, answered, requirements.version(), question.today()))
                .toList();
        return new Row(requirement, answered, requirement.isDeclared() ? declared : null, covering);
    }

    private Answered answered(GateQuestion question, Requirement requirement, @Nullable Declaration declared) {
        Check check = requirement.isDeclared() ? null : checks.get(requirement.check());
        if (check != null) {
            return check.answer(question, requirement);
        }
        if (declared == null) {
            return Answered.unknown("Nobody has said yet whether it is so.", null);
        }
        String words = "%s (%s)".formatted(declared.words(), declared.reference());
        return declared.met() ? Answered.met(words, null) : Answered.notMet(words, 0, null);
    }

    /// Says whether something is met that Ward cannot compute.
    public void declare(
            Actor actor, Reader reader, ReleaseId id, @Nullable String market, Gate gate, GateDraft.Declaring draft) {
        GateQuestion question = question(reader, id, market);
        Requirement requirement = requirement(gate, draft.requirement());
        if (!requirement.isDeclared()) {
            throw TypedText.refused(
                    "requirement", "Ward computes \"%s\" by itself.".formatted(requirement.id()), "is computed");
        }
        gates.declare(id, question.market(), requirements.version(), draft, actor, question.now());
        audit.record(
                actor,
                Act.of("gate.declared", SUBJECT, id.toString())
                        .after("requirement", requirement.id())
                        .after("market", question.market().code())
                        .after("met", Boolean.toString(draft.met()))
                        .after("reference", draft.reference())
                        .why(draft.words()));
    }

    /// Signs that a requirement may be missing until a day.
    ///
    /// @param signer  somebody who may sign deviations
    public void deviate(
            Signer signer, Reader reader, ReleaseId id, @Nullable String market, Gate gate, GateDraft.Deviating draft) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.DEVIATION_SIGN);
        GateQuestion question = question(reader, id, market);
        LocalDate expires = draft.expires();
        if (expires.isBefore(question.today())) {
            throw TypedText.refused("expires", "A deviation holds until a day to come.", "lies in the past");
        }
        Requirement requirement = requirement(gate, draft.requirement());
        gates.lock(id);
        Answered answered = state(question, gate).rows().stream()
                .filter(row -> row.requirement().equals(requirement))
                .findFirst()
                .orElseThrow()
                .answered();
        if (answered.answer() == Answer.MET) {
            throw ProblemException.of(Problem.CONFLICT, "It is met; there is nothing to deviate from.");
        }
        if (!answered.because().equals(draft.seen())) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "What is missing has changed since you looked. It now says: " + answered.because());
        }
        UUID deviation = Uuids.next();
        gates.deviate(deviation, id, question.market(), requirements.version(), draft, answered, actor, question.now());
        signatures.sign(signer, signable(deviation, question, gate, requirement, answered, draft), Meaning.APPROVAL);
        audit.record(
                actor,
                Act.of("deviation.signed", SUBJECT, id.toString())
                        .after("deviation", deviation.toString())
                        .after("requirement", requirement.id())
                        .after("market", question.market().code())
                        .after("answer", answered.answer().word())
                        .after("because", answered.because())
                        .after("expires", expires.toString())
                        .why(draft.reason()));
    }

    private Signable signable(
            UUID deviation,
            GateQuestion question,
            Gate gate,
            Requirement requirement,
            Answered answered,
            GateDraft.Deviating draft) {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", 1);
        content.put("release", question.release().id().toString());
        content.put("releaseName", question.release().name());
        content.put("market", question.market().code());
        content.put("gate", gate.word());
        content.put("requirement", requirement.id());
        content.put("requirements", requirements.version());
        content.put("answer", answered.answer().word());
        content.put("because", answered.because());
        content.put("extent", answered.extent());
        content.put("reason", draft.reason());
        content.put("expires", draft.expires().toString());
        return new Signable(
                DEVIATION,
                deviation,
                1,
                "all",
                CanonicalRecord.of(content),
                "I accept until %s that the gate %s of %s closes though this is %s: %s"
                        .formatted(
                                draft.expires(),
                                gate.title(),
                                question.release().name(),
                                answered.answer().title().toLowerCase(Locale.ROOT),
                                requirement.text()));
    }

    /// Closes a gate, and keeps every answer as it is now.
    ///
    /// @throws ProblemException  when something is missing without a deviation, or with none but the closer's
    ///                           own
    public void close(Caller closer, Reader reader, ReleaseId id, @Nullable String market, Gate gate) {
        Actor actor = closer.actor();
        GateQuestion question = question(reader, id, market);
        gates.lock(id);
        GateState state = state(question, gate);
        List<Row> missing = state.missing();
        if (!missing.isEmpty()) {
            ProblemException refusal = ProblemException.of(
                    Problem.CONFLICT,
                    "The gate stays open: %d of %d requirements are missing without a signed deviation."
                            .formatted(missing.size(), state.rows().size()));
            for (Row row : missing) {
                refusal = refusal.with(
                        row.requirement().id(),
                        row.answered().answer().title().toLowerCase(Locale.ROOT) + ": "
                                + row.answered().because());
            }
            throw refusal;
        }
        List<Line> lines = state.rows().stream().map(row -> line(row, closer)).toList();
        gates.close(Uuids.next(), id, question.market(), gate, requirements.version(), lines, actor, question.now());
        audit.record(
                actor,
                Act.of("gate.closed", SUBJECT, id.toString())
                        .after("gate", gate.word())
                        .after("market", question.market().code())
                        .after("requirements", requirements.version())
                        .after(
                                "deviations",
                                Long.toString(lines.stream()
                                        .filter(line -> line.deviation() != null)
                                        .count())));
    }

    private static Line line(Row row, Caller closer) {
        Declaration declared = row.declared();
        String deviation = null;
        if (row.answered().answer() != Answer.MET) {
            Deviation others = row.deviations().stream()
                    .filter(one -> !isOwn(one, closer))
                    .findFirst()
                    .orElseThrow(() -> ownDeviation(row));
            deviation = "%s, signed by %s %s, until %s"
                    .formatted(others.reason(), others.by(), others.means(), others.expires());
        }
        return new Line(
                row.requirement().id(),
                row.requirement().text(),
                row.requirement().source(),
                row.answered().answer().word(),
                row.answered().because(),
                declared == null ? null : declared.by() + ", " + declared.reference(),
                deviation);
    }

    /// A token stands for whoever made it.
    private static boolean isOwn(Deviation deviation, Caller closer) {
        AccountId owner = closer.owner();
        return deviation.signer().equals(closer.actor().id())
                || (owner != null && deviation.signer().equals(owner.toString()));
    }

    private static ProblemException ownDeviation(Row row) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        "You signed the deviation from \"%s\" yourself. Nobody closes a gate by a deviation of their own: somebody else closes it."
                                .formatted(row.requirement().text()))
                .with(row.requirement().id(), "has no deviation but your own");
    }

    private Requirement requirement(Gate gate, String id) {
        return requirements.of(gate).requirements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> TypedText.refused(
                        "requirement",
                        "The gate %s asks for no \"%s\".".formatted(gate.title(), id),
                        "is not of this gate"));
    }
}
