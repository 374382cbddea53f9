package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.signature.Discipline;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signatories;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Compensating controls: drafted, issued when security and clinical safety have both signed, seen to work,
/// withdrawn. One that brings in more risk than it stands against is not issued.
@Service
@Transactional
public class CompensatingControls {

    private static final SortOrder NEWEST = SortOrder.descending("number");
    private static final int LONGEST = 4_000;

    private final ControlRepository controls;
    private final Assessments assessments;
    private final Signatures signatures;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;

    CompensatingControls(
            ControlRepository controls,
            Assessments assessments,
            Signatures signatures,
            Signatories signatories,
            AuditTrail audit,
            Clock clock) {
        this.controls = controls;
        this.assessments = assessments;
        this.signatures = signatures;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /// Begins a control against the vulnerability of an assessment.
    public ControlId draft(Actor actor, Reader reader, AssessmentId against, ControlDraft draft) {
        Assessment assessment = assessments.get(reader, against);
        ControlId id = new ControlId(Uuids.next());
        controls.insert(id, assessment, draft, now());
        audit.record(
                actor,
                Act.of("control.drafted", CompensatingControl.RECORD, id.toString())
                        .after("assessment", against.toString())
                        .after("name", draft.name())
                        .after("expires", draft.expires().toString()));
        return id;
    }

    /// Changes a draft. Signatures under it are voided.
    ///
    /// @param revision  of the control that the person saw
    public void change(Actor actor, Reader reader, ControlId id, int revision, ControlDraft draft) {
        CompensatingControl before = locked(reader, id);
        if (before.revision() != revision) {
            throw Outdated.of(before.draft().name());
        }
        must(before, ControlState.DRAFT, "What was issued is not changed. Withdraw it, and draft another one.");
        signatures.voidStanding(
                actor,
                CompensatingControl.RECORD,
                id.value(),
                ControlContent.VERSION,
                Arrays.stream(Discipline.values()).map(Discipline::word).toList(),
                "The control was changed.");
        controls.change(id, draft, now());
        audit.record(
                actor,
                Act.of("control.changed", CompensatingControl.RECORD, id.toString())
                        .before("name", before.draft().name())
                        .before("expires", before.draft().expires().toString())
                        .after("name", draft.name())
                        .after("expires", draft.expires().toString()));
    }

    /// Signs a control as the person saw it. The second discipline's signature issues it.
    ///
    /// @param seen  the SHA-256 of what the person saw
    /// @throws ProblemException  when it was changed since, something is open, as a risk of its own that is
    ///                           too great, or the person has signed for the other discipline
    public void sign(Signer signer, Reader reader, ControlId id, Discipline discipline, String seen) {
        signatories.confirm(signer, discipline);
        locked(reader, id);
        ControlStanding standing = standing(reader, id);
        check(signer, standing, discipline, seen);
        signatures.sign(signer, Objects.requireNonNull(standing.signables().get(discipline)), Meaning.APPROVAL);
        ControlStanding after = standing(reader, id);
        if (after.isSigned()) {
            controls.issue(id, now());
            audit.record(
                    signer.person().actor(),
                    Act.of("control.issued", CompensatingControl.RECORD, id.toString())
                            .after("original", after.original().words(after.matrix()))
                            .after(
                                    "residual",
                                    after.control().draft().residual().words(after.matrix()))
                            .after("own", after.control().draft().own().words(after.matrix()))
                            .after("sha256", after.sha256(discipline)));
        }
    }

    private static void check(Signer signer, ControlStanding standing, Discipline discipline, String seen) {
        must(standing.control(), ControlState.DRAFT, "It is signed already, or withdrawn. Nothing was signed.");
        if (!standing.sha256(discipline).equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "What you saw was changed since, or the vulnerability's risk is another. Nothing was signed. Read it again.");
        }
        if (!standing.open().isEmpty()) {
            throw ProblemException.of(Problem.CONFLICT, String.join(" ", standing.open()));
        }
        if (!standing.isSignable(discipline)) {
            throw ProblemException.of(Problem.CONFLICT, "It is signed already for this discipline.");
        }
        UUID person = Objects.requireNonNull(signer.person().caller().account()).value();
        boolean other = standing.signatures().stream()
                .filter(one -> one.stands() && !one.of().part().equals(discipline.word()))
                .anyMatch(one -> one.signerId().equals(person));
        if (other) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "You have signed for the other discipline. Security and clinical safety decide as two people.");
        }
    }

    /// Says that a control was seen to work where it was carried out.
    ///
    /// @param how  where and how
    public void verify(Actor actor, Reader reader, ControlId id, @Nullable String how) {
        String words = words("how", how);
        CompensatingControl control = locked(reader, id);
        must(control, ControlState.ISSUED, "Only a control that is issued, and not verified yet, is verified.");
        if (control.state(today()) == ControlState.EXPIRED) {
            throw ProblemException.of(Problem.CONFLICT, "It has expired. Draft another one.");
        }
        controls.verify(id, words, actor.name(), now());
        audit.record(
                actor,
                Act.of("control.verified", CompensatingControl.RECORD, id.toString())
                        .after("how", words)
                        .personal("how"));
    }

    /// Takes a control back. It stays to be seen.
    public void withdraw(Actor actor, Reader reader, ControlId id, @Nullable String why) {
        String words = words("why", why);
        CompensatingControl control = locked(reader, id);
        if (control.kept() == ControlState.WITHDRAWN) {
            throw ProblemException.of(Problem.CONFLICT, "It is withdrawn already.");
        }
        controls.withdraw(id, words, actor.name(), now());
        audit.record(
                actor,
                Act.of("control.withdrawn", CompensatingControl.RECORD, id.toString())
                        .before("state", control.kept().word())
                        .why(words)
                        .personal(Act.WHY));
    }

    private static String words(String field, @Nullable String text) {
        String words = TypedText.lines(field, text, LONGEST);
        if (words == null) {
            throw TypedText.refused(field, "\"%s\" is missing.".formatted(field), "is missing");
        }
        return words;
    }

    private static void must(CompensatingControl control, ControlState state, String otherwise) {
        if (control.kept() != state) {
            throw ProblemException.of(Problem.CONFLICT, otherwise);
        }
    }

    private CompensatingControl locked(Reader reader, ControlId id) {
        controls.lock(id);
        return get(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public CompensatingControl get(Reader reader, ControlId id) {
        return controls.find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no compensating control \"%s\".".formatted(id)));
    }

    /// Against which risk a control stands now, what is open, and who signed.
    @Transactional(readOnly = true)
    public ControlStanding standing(Reader reader, ControlId id) {
        CompensatingControl control = get(reader, id);
        Standing against = assessments.standing(reader, control.assessment());
        List<Signature> signed = signatures.list(CompensatingControl.RECORD, id.value(), ControlContent.VERSION);
        return ControlStanding.of(control, against, open(control, against), signed);
    }

    private List<String> open(CompensatingControl control, Standing against) {
        List<String> open = new ArrayList<>();
        Judgement judgement = against.judgement();
        ControlRisk original = new ControlRisk(judgement.exploitability(), judgement.harm());
        Matrix matrix = Matrix.of(judgement);
        if (against.assessment().isAbsent()) {
            open.add("The vulnerability is in no release: there is nothing to control.");
        }
        if (against.assessment().state() == AssessmentState.OPEN) {
            for (SignedPart part : List.of(SignedPart.EXPLOITABILITY, SignedPart.HARM)) {
                if (against.signature(part) == null) {
                    open.add("%s is not signed, so that nobody knows the risk that it stands against."
                            .formatted(part.title()));
                }
            }
        }
        if (control.draft().own().exceeds(original, matrix)) {
            open.add("Its own risk (%s) is greater than the one that it stands against (%s)."
                    .formatted(control.draft().own().words(matrix), original.words(matrix)));
        }
        if (control.draft().residual().exceeds(original, matrix)) {
            open.add("The risk with it is greater than the risk without it.");
        }
        if (!control.draft().expires().isAfter(today())) {
            open.add("Its last day, %s, has come.".formatted(control.draft().expires()));
        }
        return open;
    }

    /// @param state  null for all; the day decides what has expired
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<CompensatingControl> list(
            Reader reader, @Nullable ControlState state, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(
                controls.list(reader, state, today(), before, limit + 1),
                limit,
                control -> Cursor.of(NEWEST, control.number()));
    }

    /// Those against the vulnerabilities of some assessments, the newest first.
    @Transactional(readOnly = true)
    public List<CompensatingControl> ofAssessments(Reader reader, Collection<UUID> ids) {
        return controls.ofAssessments(reader, ids);
    }

    /// Those that are issued against vulnerabilities that count as present in a release, expired ones too.
    @Transactional(readOnly = true)
    public List<CompensatingControl> ofRelease(Reader reader, UUID release) {
        return controls.ofRelease(reader, release);
    }

    public LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
