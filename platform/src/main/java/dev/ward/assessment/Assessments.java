package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.signature.Signatures;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Vulnerabilities as they are judged for products: what was answered, and what it amounts to. Whatever is
/// changed voids the signatures under it.
@Service
@Transactional
public class Assessments {

    private static final SortOrder NEWEST = SortOrder.descending("number");
    private static final int LONGEST_NAME = 100;
    private static final String RESULT = "result-security";
    private static final List<String> RESULTS = List.of(RESULT, "result-clinical-safety");
    private static final int MOST_NAMED = 20;

    private final AssessmentRepository assessments;
    private final PresenceRepository presences;
    private final PresenceAnswers answers;
    private final FactsReading facts;
    private final RiskRules rules;
    private final Products products;
    private final Signatures signatures;
    private final AuditTrail audit;
    private final Clock clock;

    Assessments(
            AssessmentRepository assessments,
            PresenceRepository presences,
            PresenceAnswers answers,
            FactsReading facts,
            RiskRules rules,
            Products products,
            Signatures signatures,
            AuditTrail audit,
            Clock clock) {
        this.assessments = assessments;
        this.presences = presences;
        this.answers = answers;
        this.facts = facts;
        this.rules = rules;
        this.products = products;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// Opens an assessment of a vulnerability in a product: of every release in which it was found or that
    /// nobody knows the content of, and that is in no other assessment of it. One that no source knows is a
    /// flaw of our own.
    ///
    /// @param vulnerability  any of its names, or its id
    /// @throws ProblemException  when no release is left to be assessed
    public AssessmentId open(Actor actor, Reader reader, String vulnerability, ProductId product) {
        return open(actor, reader, vulnerability, product, null);
    }

    /// The same for some people alone.
    ///
    /// @param restrictedTo  the accounts that alone see it; null for everyone of the manufacturer
    public AssessmentId open(
            Actor actor, Reader reader, String vulnerability, ProductId product, @Nullable Set<UUID> restrictedTo) {
        String name = TypedText.required("vulnerability", vulnerability, LONGEST_NAME);
        VulnerabilityFacts known = facts.of(reader, name);
        String productName = products.get(reader, product).name();
        AssessmentId id = new AssessmentId(Uuids.next());
        assessments.insert(id, known, product, restrictedTo, now());
        int releases = presences.takeIn(reader, id, known, product);
        if (releases == 0) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "No release of \"%s\" is left to be assessed for %s: it was found in none, or each has an assessment of it."
                            .formatted(productName, known.name()));
        }
        audit.record(
                actor,
                Act.of("assessment.opened", SignedPart.RECORD, id.toString())
                        .after("vulnerability", known.name())
                        .after("product", product.toString())
                        .after("releases", Integer.toString(releases)));
        return id;
    }

    /// Says who alone sees assessments; whoever handles the case in which they were opened says it.
    ///
    /// @param restrictedTo  null for everyone of the manufacturer
    public void restrict(Set<UUID> ids, @Nullable Set<UUID> restrictedTo) {
        assessments.restrict(ids, restrictedTo);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Assessment get(Reader reader, AssessmentId id) {
        return assessments.find(reader, id).orElseThrow(() -> absent(id));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<AssessmentLine> list(Reader reader, AssessmentFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(
                assessments.list(reader, filter, before, limit + 1), limit, line -> Cursor.of(NEWEST, line.number()));
    }

    /// Those of a vulnerability, the newest first.
    ///
    /// @param name  any of its names
    @Transactional(readOnly = true)
    public List<Assessment> ofVulnerability(Reader reader, String name) {
        VulnerabilityFacts known = facts.of(reader, name);
        return assessments.ofVulnerability(reader, known.name(), known.id());
    }

    /// The products in which a vulnerability is found and that nobody has assessed or screened.
    @Transactional(readOnly = true)
    public List<UndecidedProduct> undecided(Reader reader, String name) {
        VulnerabilityFacts known = facts.of(reader, name);
        return assessments.undecided(reader, known.name(), known.id());
    }

    /// What the sources say now, and what the answers amount to by it.
    @Transactional(readOnly = true)
    public Standing standing(Reader reader, AssessmentId id) {
        Assessment assessment = get(reader, id);
        return Standing.of(
                assessment,
                facts.of(reader, assessment.vulnerability()),
                rules.inForce(),
                signatures.list(SignedPart.RECORD, id.value(), assessment.version()),
                clock.instant());
    }

    /// Releases that came to be reached since, by name.
    @Transactional(readOnly = true)
    public List<String> furtherReached(Reader reader, Assessment assessment) {
        return presences.reached(
                reader,
                assessment.id(),
                facts.of(reader, assessment.vulnerability()),
                assessment.product(),
                MOST_NAMED);
    }

    /// Takes releases in that came to be reached since.
    ///
    /// @return how many
    public int takeIn(Actor actor, Reader reader, AssessmentId id) {
        Assessment before = locked(reader, id);
        int taken = presences.takeIn(reader, id, facts.of(reader, before.vulnerability()), before.product());
        if (taken > 0) {
            change(actor, before, before, RESULTS, "Further releases were taken in.");
            audit.record(
                    actor,
                    Act.of("assessment.releases-taken-in", SignedPart.RECORD, id.toString())
                            .after("releases", Integer.toString(taken)));
        }
        return taken;
    }

    /// Says of some releases whether the vulnerability is in them.
    ///
    /// @param revision  of the assessment that the person saw
    public void answer(
            Actor actor, Reader reader, AssessmentId id, int revision, Set<UUID> releases, PresenceAnswer answer) {
        answer(actor, reader, id, revision, releases, Map.of(), answer);
    }

    /// The same, of releases as they run in some configurations too. A release that is answered by
    /// configuration is what the worst of them is.
    ///
    /// @param revision        of the assessment that the person saw
    /// @param configurations  by release
    public void answer(
            Actor actor,
            Reader reader,
            AssessmentId id,
            int revision,
            Set<UUID> releases,
            Map<UUID, Set<UUID>> configurations,
            PresenceAnswer answer) {
        Assessment before = seen(reader, id, revision);
        answers.answer(actor, reader, before, releases, configurations, answer);
        change(actor, before, before, RESULTS, "What is said of releases was changed.");
    }

    /// @param revision  of the assessment that the person saw
    public void answer(Actor actor, Reader reader, AssessmentId id, int revision, ExploitabilityPart part) {
        String word = SignedPart.EXPLOITABILITY.word();
        edit(actor, reader, id, revision, word, under(word), before -> before.with(part));
    }

    /// @param revision  of the assessment that the person saw
    public void answer(Actor actor, Reader reader, AssessmentId id, int revision, HarmPart part) {
        String word = SignedPart.HARM.word();
        edit(actor, reader, id, revision, word, under(word), before -> before.with(part));
    }

    /// @param revision  of the assessment that the person saw
    public void answer(Actor actor, Reader reader, AssessmentId id, int revision, DeterminationPart part) {
        edit(actor, reader, id, revision, "result", RESULTS, before -> before.with(part));
    }

    /// @param revision  of the assessment that the person saw
    /// @throws ProblemException  when it accepts a risk that is uncontrolled
    public void answer(Actor actor, Reader reader, AssessmentId id, int revision, MitigationPart part) {
        edit(actor, reader, id, revision, "mitigation", RESULTS, before -> {
            if (MitigationQuestions.acceptsUncontrolled(
                    part, standing(reader, id).judgement())) {
                throw TypedText.refused(
                        "o-accept-controlled-choice",
                        MitigationQuestions.UNCONTROLLED,
                        "is not open to an uncontrolled risk");
            }
            return before.with(part);
        });
    }

    private static List<String> under(String part) {
        return List.of(part, RESULT, RESULTS.getLast());
    }

    private void edit(
            Actor actor,
            Reader reader,
            AssessmentId id,
            int revision,
            String word,
            List<String> voided,
            UnaryOperator<Assessment> edit) {
        Assessment before = seen(reader, id, revision);
        Assessment after = edit.apply(before);
        if (after.equals(before)) {
            return; // kept as it was: no signature falls
        }
        change(actor, before, after, voided, "The answers were changed: " + word + ".");
        audit.record(
                actor,
                Act.of("assessment.answered", SignedPart.RECORD, id.toString())
                        .after("part", word)
                        .after("version", Integer.toString(before.version())));
    }

    /// Begins a further decision on the ground of the last one. Nothing that was signed is carried over.
    ///
    /// @param why  what asks for it
    public void reopen(Actor actor, Reader reader, AssessmentId id, String why) {
        String reason = TypedText.required("why", why, PresenceAnswer.LONGEST);
        if (!assessments.lock(id)) {
            throw absent(id);
        }
        Assessment before = get(reader, id);
        if (before.state() == AssessmentState.OPEN) {
            throw ProblemException.of(Problem.CONFLICT, "It is open already.");
        }
        VulnerabilityFacts known = facts.of(reader, before.vulnerability());
        assessments.save(before.anew(known.id(), now()));
        presences.takeIn(reader, id, known, before.product());
        audit.record(
                actor,
                Act.of("assessment.reopened", SignedPart.RECORD, id.toString())
                        .before("version", Integer.toString(before.version()))
                        .after("version", Integer.toString(before.version() + 1))
                        .why(reason)
                        .personal(Act.WHY));
    }

    private void change(Actor actor, Assessment before, Assessment after, List<String> voided, String because) {
        signatures.voidStanding(actor, SignedPart.RECORD, before.id().value(), before.version(), voided, because);
        assessments.save(after.at(now()));
    }

    private Assessment seen(Reader reader, AssessmentId id, int revision) {
        Assessment before = locked(reader, id);
        if (before.revision() != revision) {
            throw Outdated.of(before.title());
        }
        return before;
    }

    private Assessment locked(Reader reader, AssessmentId id) {
        if (!assessments.lock(id)) {
            throw absent(id);
        }
        Assessment before = get(reader, id);
        if (before.state() != AssessmentState.OPEN) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "It is decided, and what was signed is not changed. Begin a further decision to answer anew.");
        }
        return before;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException absent(AssessmentId id) {
        return ProblemException.of(Problem.NOT_FOUND, "There is no assessment \"%s\".".formatted(id));
    }
}
