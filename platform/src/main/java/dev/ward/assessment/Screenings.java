package dev.ward.assessment;

import dev.ward.assessment.ScreenedRows.Part;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Manifest;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Discipline;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.io.Writer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Dispositions findings in bulk: security alone, by a rule of the policy that both disciplines signed.
/// One signature stands under the manifest of all rows; clinical safety reads a sample of them.
@Service
@Transactional
public class Screenings {

    /// A disposition that is greater says too little of each row.
    public static final long MOST_ROWS = 200_000;

    private static final SortOrder NEWEST = SortOrder.descending("number");
    private static final SortOrder BY_FINDING = SortOrder.ascending("finding");
    private static final int LONGEST = 2000;
    private static final int SEED_BYTES = 16;

    private final ScreeningPolicy policy;
    private final RuleSets rules;
    private final ScreeningRepository screenings;
    private final ScreenedRows rows;
    private final Signatures signatures;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Screenings(
            ScreeningPolicy policy,
            RuleSets rules,
            ScreeningRepository screenings,
            ScreenedRows rows,
            Signatures signatures,
            Signatories signatories,
            AuditTrail audit,
            Clock clock) {
        this.policy = policy;
        this.rules = rules;
        this.screenings = screenings;
        this.rows = rows;
        this.signatures = signatures;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /// The rules of the policy in force; none while nobody has signed one.
    @Transactional(readOnly = true)
    public List<ScreeningRule> rules() {
        return rules.inForce(policy).map(RuleSet::rows).orElse(List.of()).stream()
                .map(ScreeningRule::of)
                .toList();
    }

    private record InForce(String id, List<String> cells, ScreeningRule rule) {}

    private InForce rule(String name) {
        RuleSet inForce = rules.inForce(policy)
                .orElseThrow(() -> ProblemException.of(
                        Problem.CONFLICT,
                        "No screening policy is in force. Security and clinical safety sign one first, under Rules."));
        return inForce.rows().stream()
                .filter(row -> row.getFirst().equals(name))
                .findFirst()
                .map(cells -> new InForce(policy.id(inForce.version()), cells, ScreeningRule.of(cells)))
                .orElseThrow(() -> TypedText.refused(
                        "rule", "The policy in force has no rule \"%s\".".formatted(name), "is none of the policy"));
    }

    /// How many findings a rule would disposition now, and why it leaves the others out.
    @Transactional(readOnly = true)
    public ScreeningPreview preview(Reader reader, String rule, ScreeningFilter filter) {
        return screenings.preview(Fitting.of(reader, rule(rule).rule(), filter));
    }

    /// Writes down which findings a rule names. Nothing is decided before it is signed.
    ///
    /// @param evidence  on what it rests, for every row
    public ScreeningId prepare(Actor actor, Reader reader, String rule, ScreeningFilter filter, String evidence) {
        String ground = TypedText.lines("evidence", evidence, LONGEST);
        if (ground == null) {
            throw TypedText.refused("evidence", "The evidence is missing: on what does it rest?", "is missing");
        }
        InForce by = rule(rule);
        Instant now = now();
        ScreeningId id = new ScreeningId(Uuids.next());
        Screening draft = new Screening(
                id,
                ScreeningState.PREPARED,
                by.id(),
                by.cells(),
                by.rule().verdict(),
                by.rule().justification(),
                ground,
                filter.words(screenings.names(filter)),
                1,
                CanonicalRecord.sha256(""),
                now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(by.rule().days()),
                by.rule().share(),
                null,
                0,
                null,
                0,
                actor.name(),
                now,
                null,
                null,
                null,
                0);
        long fitting = screenings.prepare(draft, Fitting.of(reader, by.rule(), filter), MOST_ROWS);
        if (fitting == 0) {
            throw ProblemException.of(
                    Problem.CONFLICT, "No finding that was asked for fits the rule. Nothing was written.");
        }
        if (fitting > MOST_ROWS) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "More than %,d findings fit. Ask for fewer: a product, a release, a component."
                            .formatted(MOST_ROWS));
        }
        audit.record(
                actor,
                Act.of("screening.prepared", Screening.RECORD, id.toString())
                        .after("policy", by.id())
                        .after("rule", by.rule().name())
                        .after("rows", Long.toString(fitting)));
        return id;
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Screening get(Reader reader, ScreeningId id) {
        return screenings
                .find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no disposition in bulk \"%s\".".formatted(id)));
    }

    /// The newest first; those that were dropped before they were signed are left out.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Screening> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(screenings.list(reader, before, limit + 1), limit, one -> Cursor.of(NEWEST, one.number()));
    }

    /// The rows in the order of their findings.
    ///
    /// @param sample  those alone that the second discipline reads
    @Transactional(readOnly = true)
    public Slice<ScreenedRow> rows(Reader reader, ScreeningId id, boolean sample, @Nullable String after, int limit) {
        return slice(reader, id, sample ? Part.SAMPLE : Part.ALL, after, limit);
    }

    /// The rows that no longer stand, as a new fact asks for another look.
    @Transactional(readOnly = true)
    public Slice<ScreenedRow> pulled(Reader reader, ScreeningId id, @Nullable String after, int limit) {
        return slice(reader, id, Part.PULLED, after, limit);
    }

    private Slice<ScreenedRow> slice(Reader reader, ScreeningId id, Part part, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, BY_FINDING, 1);
        UUID from = cursor == null ? null : cursor.uuid(0);
        return Slice.of(
                rows.list(reader, id, part, from, limit + 1), limit, row -> Cursor.of(BY_FINDING, row.finding()));
    }

    /// How many findings of a vulnerability dispositions decide now, by the newest of them first.
    ///
    /// The disposition that decides a finding now.
    @Transactional(readOnly = true)
    public Optional<ScreenedCount> ofFinding(Reader reader, UUID finding) {
        return rows.ofFinding(reader, finding);
    }

    /// @param name  any of its names
    @Transactional(readOnly = true)
    public List<ScreenedCount> ofVulnerability(Reader reader, String name) {
        return rows.ofVulnerability(reader, name);
    }

    /// Writes the manifest, as its SHA-256 was signed.
    @Transactional(readOnly = true)
    public void manifest(Reader reader, ScreeningId id, Writer to) {
        get(reader, id);
        rows.write(id, Part.ALL, to);
    }

    /// Whether the rows are still those that were signed.
    @Transactional(readOnly = true)
    public boolean isWhole(Screening screening) {
        return screening.state() == ScreeningState.DROPPED
                || rows.sha256(screening.id(), Part.ALL).equals(screening.manifest());
    }

    /// Gives up what was prepared.
    public void drop(Actor actor, Reader reader, ScreeningId id) {
        Screening screening = locked(reader, id, ScreeningState.PREPARED);
        screenings.drop(id, now(), "Dropped by " + actor.name());
        audit.record(
                actor,
                Act.of("screening.dropped", Screening.RECORD, id.toString())
                        .before("rows", Long.toString(screening.rows())));
    }

    /// Signs the disposition as the person saw it; from then on its rows decide.
    ///
    /// @param seen  the SHA-256 of what the person saw
    /// @throws ProblemException  when another policy is in force, or a row fits no more
    public void sign(Signer signer, Reader reader, ScreeningId id, String seen) {
        signatories.confirm(signer, Discipline.SECURITY);
        Screening screening = locked(reader, id, ScreeningState.PREPARED);
        if (!screening.disposition().sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED, "What you saw is not what is here. Nothing was signed. Read it again.");
        }
        InForce by = rule(screening.name());
        if (!by.id().equals(screening.policy())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Another screening policy is in force since. Drop this and prepare it anew.");
        }
        long changed = screenings.changed(id, Fitting.of(reader, by.rule(), id));
        if (changed > 0) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "Of %,d rows something else is known since it was prepared. Nothing was signed. Drop this and prepare it anew."
                            .formatted(changed));
        }
        signatures.sign(signer, screening.disposition(), Meaning.RESPONSIBILITY);
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        try {
            screenings.sign(id, HexFormat.of().formatHex(seed), now());
        } catch (DuplicateKeyException e) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "Another disposition decided one of its findings meanwhile. Nothing was signed. Drop this and prepare it anew.");
        }
        Screening signed = get(reader, id);
        audit.record(
                signer.person().actor(),
                Act.of(ScreenedHistory.WHAT, Screening.RECORD, id.toString())
                        .after("verdict", signed.verdict().word())
                        .after("sampleSeed", Objects.requireNonNull(signed.seed()))
                        .after("sampled", Long.toString(signed.sampled())),
                new Manifest(id.toString(), signed.rows(), HexFormat.of().parseHex(signed.manifest())));
    }

    /// Says that the second discipline does not agree with a row of the sample. The row is pulled.
    public void object(Actor actor, Reader reader, ScreeningId id, UUID finding, String why) {
        String because = TypedText.required("objection", why, LONGEST);
        Screening screening = locked(reader, id, ScreeningState.SIGNED);
        if (screening.sampleRead() != null) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The sample was read and signed. Withdraw the disposition if it is wrong.");
        }
        if (!rows.object(id, finding, because, actor.name(), now())) {
            throw TypedText.refused(
                    "finding",
                    "That finding is not in the sample, or was objected to already.",
                    "is not in the sample");
        }
        rows.pull(id, finding, now(), "Clinical safety does not agree: " + because);
        audit.record(
                actor,
                Act.of("screening.objected", Screening.RECORD, id.toString())
                        .after("finding", finding.toString())
                        .why(because));
    }

    /// What clinical safety signs when it has read the sample.
    @Transactional(readOnly = true)
    public Signable sample(Screening screening) {
        return screening.sample(rows.sha256(screening.id(), Part.SAMPLE), rows.objections(screening.id()));
    }

    /// Signs that the sample was read.
    ///
    /// @param seen  the SHA-256 of what the person saw
    /// @throws ProblemException  when it was changed since, or the person signed the disposition
    public void signSample(Signer signer, Reader reader, ScreeningId id, String seen) {
        signatories.confirm(signer, Discipline.CLINICAL_SAFETY);
        Screening screening = locked(reader, id, ScreeningState.SIGNED);
        if (screening.sampleRead() != null) {
            throw ProblemException.of(Problem.CONFLICT, "The sample was read and signed already.");
        }
        if (!sample(screening).sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED, "An objection came since you read it. Nothing was signed. Read it again.");
        }
        UUID person = Objects.requireNonNull(signer.person().caller().account()).value();
        Optional<Signature> own = signatures(id).stream()
                .filter(one -> one.signerId().equals(person))
                .findFirst();
        if (own.isPresent()) {
            throw ProblemException.of(Problem.CONFLICT, "You signed the disposition. Somebody else reads the sample.");
        }
        signatures.sign(signer, sample(screening), Meaning.REVIEW);
        screenings.readSample(id, now());
        audit.record(
                signer.person().actor(),
                Act.of("screening.sample-read", Screening.RECORD, id.toString())
                        .after("sampled", Long.toString(screening.sampled()))
                        .after(
                                "objections",
                                Integer.toString(rows.objections(id).size())));
    }

    /// Takes a signed disposition back: none of its rows decides any more.
    public void withdraw(Actor actor, Reader reader, ScreeningId id, String why) {
        String because = TypedText.required("why", why, LONGEST);
        Screening screening = locked(reader, id, ScreeningState.SIGNED);
        screenings.withdraw(id, now(), because);
        audit.record(
                actor,
                Act.of("screening.withdrawn", Screening.RECORD, id.toString())
                        .before("rows", Long.toString(screening.rows()))
                        .why(because));
    }

    @Transactional(readOnly = true)
    public List<Signature> signatures(ScreeningId id) {
        return signatures.list(Screening.RECORD, id.value(), 1);
    }

    private Screening locked(Reader reader, ScreeningId id, ScreeningState state) {
        screenings.lock(id);
        Screening screening = get(reader, id);
        if (screening.state() != state) {
            throw ProblemException.of(
                    Problem.CONFLICT, "It is %s.".formatted(screening.state().word()));
        }
        return screening;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
