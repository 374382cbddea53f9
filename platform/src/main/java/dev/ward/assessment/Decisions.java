package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signs assessments, and keeps what was decided. A decision is there when security and clinical safety have
/// both signed the same result, as two people.
@Service
@Transactional
public class Decisions {

    /// So many are named in a cell of the matrix.
    public static final int MOST_NAMED = 10;

    private final Assessments assessments;
    private final AssessmentRepository repository;
    private final SignedDecisionRepository decisions;
    private final RiskRules rules;
    private final UpdatesDue updates;
    private final Coverage coverage;
    private final Signatures signatures;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;

    Decisions(
            Assessments assessments,
            AssessmentRepository repository,
            SignedDecisionRepository decisions,
            RiskRules rules,
            UpdatesDue updates,
            Coverage coverage,
            Signatures signatures,
            Signatories signatories,
            AuditTrail audit,
            Clock clock) {
        this.assessments = assessments;
        this.repository = repository;
        this.decisions = decisions;
        this.rules = rules;
        this.updates = updates;
        this.coverage = coverage;
        this.signatures = signatures;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /// Signs a part as the person saw it. The signature that completes a result takes the decision.
    ///
    /// @param seen  the SHA-256 of what the person saw
    /// @return the decision; empty while the other discipline has not signed
    /// @throws ProblemException  when it was changed since, something is open, the person may not sign for the
    ///                           discipline, is not qualified for it today, or has signed for the other one
    public Optional<Decision> sign(Signer signer, Reader reader, AssessmentId id, SignedPart part, String seen) {
        signatories.confirm(signer, part.discipline());
        if (!repository.lock(id)) {
            throw Assessments.absent(id);
        }
        Standing standing = assessments.standing(reader, id);
        check(signer, standing, part, seen);
        Signable signed = Objects.requireNonNull(standing.signables().get(part));
        signatures.sign(signer, signed, part.isResult() ? Meaning.APPROVAL : Meaning.RESPONSIBILITY);
        return part.isResult() ? complete(signer, reader, id, part, signed) : Optional.empty();
    }

    private static void check(Signer signer, Standing standing, SignedPart part, String seen) {
        if (standing.assessment().state() != AssessmentState.OPEN) {
            throw ProblemException.of(Problem.CONFLICT, "It is decided already. Nothing was signed.");
        }
        if (!standing.sha256(part).equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "What you saw was changed since, or a source said something new. Nothing was signed. Read it again: what you sign is what you saw.");
        }
        if (!standing.open(part).isEmpty()) {
            throw ProblemException.of(Problem.CONFLICT, String.join(" ", standing.open(part)));
        }
        Signature standingOne = standing.signature(part);
        if (standingOne != null && standingOne.of().sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.CONFLICT, "It is signed already, by %s.".formatted(standingOne.signerName()));
        }
        UUID person = Objects.requireNonNull(signer.person().caller().account()).value();
        if (standing.signedOther(part.discipline(), person)) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "You have signed for the other discipline. Security and clinical safety decide as two people.");
        }
    }

    private Optional<Decision> complete(
            Signer signer, Reader reader, AssessmentId id, SignedPart part, Signable signed) {
        Standing standing = assessments.standing(reader, id);
        SignedPart other =
                part == SignedPart.RESULT_SECURITY ? SignedPart.RESULT_CLINICAL_SAFETY : SignedPart.RESULT_SECURITY;
        Signature its = standing.signature(other);
        if (its == null || !its.of().sha256().equals(signed.sha256())) {
            return Optional.empty();
        }
        Decision decision = decision(standing, signed);
        decisions.insert(
                decision, standing.judgement().byTable().table().id(), standing.assessment(), standing.facts());
        updates.add(decision, standing.assessment());
        LocalDate until = standing.assessment().determination().coversUntil();
        if (until != null) {
            coverage.keep(decision, until);
        }
        repository.save(standing.assessment().with(AssessmentState.DECIDED).at(decision.at()));
        audit.record(
                signer.person().actor(),
                Act.of("assessment.decided", SignedPart.RECORD, id.toString())
                        .after("decision", decision.id().toString())
                        .after("version", Integer.toString(decision.version()))
                        .after("verdict", decision.verdict().word())
                        .after("matrix", decision.matrix())
                        .after("coversUntil", until == null ? null : until.toString())
                        .after("sha256", decision.sha256()));
        return Optional.of(decision);
    }

    private Decision decision(Standing standing, Signable signed) {
        Assessment assessment = standing.assessment();
        Judgement judgement = standing.judgement();
        boolean absent = assessment.isAbsent();
        return new Decision(
                Uuids.next(),
                assessment.id(),
                assessment.version(),
                judgement.verdict(),
                absent ? null : judgement.residualExploitability(),
                absent ? null : judgement.residualHarm(),
                judgement.after().table().id(),
                judgement.reassessBy(assessment.determination().reassessBy()),
                signed.content(),
                signed.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                List.of());
    }

    /// The decisions of an assessment, the newest first.
    @Transactional(readOnly = true)
    public List<Decision> list(Reader reader, AssessmentId id) {
        return decisions.list(reader, id);
    }

    /// @throws ProblemException  when there is none of the version
    @Transactional(readOnly = true)
    public Decision get(Reader reader, AssessmentId id, int version) {
        return decisions
                .find(reader, id, version)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "Version \"%d\" was not decided, or there is none.".formatted(version)));
    }

    /// Where the assessment stood when a version of it was decided, as it was signed.
    ///
    /// @throws ProblemException  when there is none of the version
    @Transactional(readOnly = true)
    public Standing standing(Reader reader, AssessmentId id, int version) {
        Decision decision = get(reader, id, version);
        DecisionContent content = DecisionContent.parse(decision.content());
        return Standing.of(
                content.assessed(),
                content.facts(),
                rules.of(content.tables()).orElseThrow(() -> ProblemException.of(Problem.CONFLICT, unknown(content))),
                signatures.list(SignedPart.RECORD, id.value(), version),
                decision.at());
    }

    /// Whether the same answers and facts give the same result by the same tables, worked out anew.
    @Transactional(readOnly = true)
    public Replay replay(Decision decision) {
        DecisionContent content = DecisionContent.parse(decision.content());
        Optional<RiskTables> tables = rules.of(content.tables());
        if (tables.isEmpty()) {
            return new Replay(false, unknown(content));
        }
        Judgement anew = Judgement.of(content.assessed(), content.facts(), tables.get());
        boolean same = DecisionContent.Outcome.of(anew).equals(content.outcome())
                && content.text().equals(decision.content());
        return new Replay(
                same,
                same
                        ? "Worked out anew from the answers, facts and tables that are kept with it: the same result."
                        : "Worked out anew, it comes to another result: %s."
                                .formatted(DecisionContent.Outcome.of(anew)));
    }

    private static String unknown(DecisionContent content) {
        return "It was judged by tables that this version of Ward does not have: %s."
                .formatted(String.join(", ", content.tables()));
    }

    /// @param words  a sentence for people
    public record Replay(boolean same, String words) {}

    /// The matrix in force.
    @Transactional(readOnly = true)
    public Matrix matrix() {
        return new Matrix(rules.inForce().matrix());
    }

    /// How the risk stood at the ends of the last twelve months.
    @Transactional(readOnly = true)
    public List<RiskMonth> months(Reader reader) {
        return decisions.months(reader, clock.instant());
    }

    /// How many vulnerabilities of products stand in which cell of the matrix.
    @Transactional(readOnly = true)
    public List<RiskCount> counts(Reader reader) {
        return decisions.counts(reader);
    }

    /// Which they are, some of each cell.
    @Transactional(readOnly = true)
    public List<RiskDecision> named(Reader reader) {
        return decisions.named(reader, MOST_NAMED);
    }
}
