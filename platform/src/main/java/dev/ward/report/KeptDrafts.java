package dev.ward.report;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.regulation.CaseFacts;
import dev.ward.regulation.CaseFacts.Witness;
import dev.ward.regulation.EvidenceDraft;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.EvidenceEntry.NamedFile;
import dev.ward.report.KeptDraft.Submission;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps drafts as they were signed, and that they went to their authority.
@Service
@Transactional
public class KeptDrafts {

    static final String RECORD = "report";
    private static final String DESIGNATED = "designated-person";
    private static final int LONGEST_RECEIPT = 200;

    private final KeptRepository repository;
    private final Drafts drafts;
    private final Cases cases;
    private final CaseFacts facts;
    private final Documents documents;
    private final Signatures signatures;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final Clock clock;

    KeptDrafts(
            KeptRepository repository,
            Drafts drafts,
            Cases cases,
            CaseFacts facts,
            Documents documents,
            Signatures signatures,
            Mandate mandate,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.cases = cases;
        this.facts = facts;
        this.documents = documents;
        this.signatures = signatures;
        this.mandate = mandate;
        this.audit = audit;
        this.clock = clock;
    }

    /// All of a case with their signatures, by kind, the newest first.
    @Transactional(readOnly = true)
    public List<KeptDraft> of(Reader reader, CaseNumber number) {
        List<KeptDraft> all = repository.of(cases.get(reader, number).id());
        return all.stream()
                .map(one -> one.with(signatures.list(RECORD, one.id(), 1)))
                .toList();
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public KeptDraft get(Reader reader, CaseNumber number, DraftKind kind, int version) {
        KeptDraft found = repository
                .find(cases.get(reader, number).id(), kind, version)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "The case has no version %d of this draft.".formatted(version)));
        return found.with(signatures.list(RECORD, found.id(), 1));
    }

    /// The JSON of one that the reader was shown, as it was signed.
    @Transactional(readOnly = true)
    public String content(KeptDraft seen) {
        return repository.content(seen.id());
    }

    /// The whole list of consignees of one that the reader was shown, which has one.
    public InputStream consignees(KeptDraft seen) {
        return documents.open(Objects.requireNonNull(seen.consignees()));
    }

    /// Keeps a draft and signs it.
    ///
    /// @param seen        the SHA-256 of the JSON of the draft as it was shown
    /// @param consignees  the whole list, when there is one; its caller closes it
    public KeptDraft keep(
            Signer signer,
            Reader reader,
            CaseNumber number,
            DraftKind kind,
            @Nullable String seen,
            @Nullable Arrival consignees) {
        Actor actor = signer.person().actor();
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        if (asksForAnother(signer.person().caller(), kind)) {
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "The designated person reviews and signs what is not reported (21 CFR 806.20(b)(4)). Nothing was signed.");
        }
        VulnerabilityCase one = cases.get(reader, number);
        int version = repository.next(one.id(), kind);
        Draft draft = drafts.of(reader, kind, number);
        String content = DraftFile.of(draft);
        String sha256 = CanonicalRecord.sha256(content);
        String list = consignees == null ? null : consignees.document().sha256();
        if (!sha256.equals(seen) || (list != null && !content.contains(list))) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Something has changed since you looked. Read it again. Nothing was signed.");
        }
        if (consignees != null) {
            consignees.keep();
        }
        KeptDraft kept = new KeptDraft(
                Uuids.next(),
                kind,
                version,
                kind == DraftKind.FDA_806_10 ? CorrectionReport.number(draft) : null,
                sha256,
                list,
                draft.missing().size(),
                now(),
                actor.name(),
                null,
                List.of());
        repository.insert(one.id(), kept, content, actor);
        signatures.sign(
                signer, signable(number, kept), kind == DraftKind.FDA_806_20 ? Meaning.REVIEW : Meaning.APPROVAL);
        audit.record(
                actor,
                Act.of("report.kept", "case", number.text())
                        .after("report", kept.id().toString())
                        .after("kind", kind.slug())
                        .after("version", String.valueOf(version))
                        .after("number", kept.reportNumber())
                        .after("sha256", sha256)
                        .after("consignees", list)
                        .after("missing", String.valueOf(kept.missing())));
        return get(reader, number, kind, version);
    }

    private static Signable signable(CaseNumber number, KeptDraft kept) {
        Map<String, String> content = new TreeMap<>(Map.of(
                "case", number.text(),
                "kind", kept.kind().slug(),
                "version", String.valueOf(kept.version()),
                "sha256", kept.sha256()));
        if (kept.consignees() != null) {
            content.put("consignees", kept.consignees());
        }
        return new Signable(
                RECORD,
                kept.id(),
                1,
                RECORD,
                CanonicalRecord.of(content),
                "%s of case %s, version %d, with %d items that are not whole."
                        .formatted(kept.kind().title(), number.text(), kept.version(), kept.missing()));
    }

    /// Takes that a kept draft went to its authority. Where a clock waits for the report, it counts as reported
    /// in the case from then on.
    ///
    /// @param at    a day or a time
    /// @param file  one of the case's files that shows it; null for none
    public Submission submit(
            Actor actor,
            Reader reader,
            CaseNumber number,
            DraftKind kind,
            int version,
            @Nullable String at,
            @Nullable String receipt,
            @Nullable UUID file) {
        mandate.confirm(actor, Permission.REGULATION_SIGN);
        VulnerabilityCase one = cases.get(reader, number);
        repository.next(one.id(), kind);
        KeptDraft kept = get(reader, number, kind, version);
        if (!isSent(kind)) {
            throw ProblemException.of(Problem.CONFLICT, "It is not sent to an authority by itself.");
        }
        if (kept.submission() != null) {
            throw ProblemException.of(Problem.CONFLICT, "It was submitted already.");
        }
        if (kept.signatures().stream().noneMatch(Signature::stands)) {
            throw ProblemException.of(Problem.CONFLICT, "Nobody has signed it.");
        }
        String words = TypedText.required("receipt", receipt, LONGEST_RECEIPT);
        Witness told = facts.witness(reader, number, at, file);
        if (told.moment().latest().isBefore(kept.kept())) {
            throw TypedText.refused(
                    "at",
                    "Version %d was kept and signed later than that. What went out before is not this version: enter it as evidence of the case, with the file that shows it."
                            .formatted(version),
                    "lies before this version was kept and signed");
        }
        EvidenceEntry entry = reported(actor, reader, number, kept, at, words, file);
        NamedFile shown = told.file();
        Submission submission = new Submission(
                told.moment().text(), words, shown == null ? null : shown.name(), entry != null, now(), actor.name());
        repository.insert(kept.id(), submission, shown, entry == null ? null : entry.id(), actor);
        audit.record(
                actor,
                Act.of("report.submitted", "case", number.text())
                        .after("report", kept.id().toString())
                        .after("kind", kind.slug())
                        .after("version", String.valueOf(version))
                        .after("sha256", kept.sha256())
                        .after("at", submission.moment())
                        .after("receipt", words)
                        .after("countsAsReported", String.valueOf(submission.counts()))
                        .after("file", shown == null ? null : shown.sha256()));
        return submission;
    }

    /// Null when no clock waits for what is sent.
    private @Nullable EvidenceEntry reported(
            Actor actor,
            Reader reader,
            CaseNumber number,
            KeptDraft kept,
            @Nullable String at,
            String receipt,
            @Nullable UUID file) {
        String recipient = recipient(kept.kind()).orElse(null);
        return recipient == null
                ? null
                : facts.reported(
                        actor,
                        reader,
                        number,
                        new EvidenceDraft(
                                null,
                                recipient,
                                at,
                                "%s, version %d%s, receipt %s, SHA-256 %s"
                                        .formatted(
                                                kept.kind().title(),
                                                kept.version(),
                                                kept.reportNumber() == null ? "" : ", number " + kept.reportNumber(),
                                                receipt,
                                                kept.sha256()),
                                file),
                        RECORD + " " + kept.id());
    }

    /// Whether it goes to an authority at all, in the authority's own way.
    public static boolean isSent(DraftKind kind) {
        return switch (kind) {
            case FDA_806_10, FDA_3500A, EU_MIR, EU_FSCA, FDA_814_84 -> true;
            case FDA_806_20, FDA_HHE -> false;
        };
    }

    /// The regime under which its submission counts as reported; empty for what no clock waits for.
    ///
    /// A report of a field safety corrective action is none of an incident, and stops no clock of one.
    public static Optional<String> recipient(DraftKind kind) {
        return switch (kind) {
            case FDA_806_10 -> Optional.of("FDA");
            case FDA_3500A -> Optional.of("FDA-MDR");
            case EU_MIR -> Optional.of("EU-MDR");
            case FDA_806_20, EU_FSCA, FDA_814_84, FDA_HHE -> Optional.empty();
        };
    }

    /// Whether somebody may keep a draft with their signature. What is not reported only the designated person
    /// reviews.
    ///
    /// Source: 21 CFR 806.20(b)(4).
    public static boolean maySign(Caller caller, DraftKind kind) {
        return caller.may(Permission.REGULATION_SIGN) && !asksForAnother(caller, kind);
    }

    private static boolean asksForAnother(Caller caller, DraftKind kind) {
        return kind == DraftKind.FDA_806_20 && !caller.role().equals(DESIGNATED);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
