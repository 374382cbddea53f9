package dev.ward.performance;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Competence;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Qualifications;
import dev.ward.identity.Reauthenticated;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Approves drafts. What is approved is in force from then on, and supersedes what was.
@Service
public class Approvals {

    static final String RECORD = "essential-performance";
    private static final String PART = "all";

    private final EssentialPerformances performances;
    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final Signatures signatures;
    private final Mandate mandate;
    private final Qualifications qualifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Approvals(
            EssentialPerformances performances,
            DraftRepository drafts,
            VersionRepository versions,
            Signatures signatures,
            Mandate mandate,
            Qualifications qualifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.performances = performances;
        this.drafts = drafts;
        this.versions = versions;
        this.signatures = signatures;
        this.mandate = mandate;
        this.qualifications = qualifications;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /// Signs the draft as the person saw it, by which it is approved.
    ///
    /// @param signer  who may approve
    /// @param seen    the SHA-256 of the draft that the person saw
    /// @throws ProblemException  when the draft was changed since, leaves something open, or is their
    ///                           work alone
    public PerformanceVersion approve(Signer signer, Subject subject, String seen) {
        Approved approved = transaction.execute(_ -> approveNow(signer, subject, seen));
        events.publishEvent(new EssentialPerformanceApproved(approved.sequence()));
        return approved.version();
    }

    private record Approved(PerformanceVersion version, long sequence) {}

    private Approved approveNow(Signer signer, Subject subject, String seen) {
        Reauthenticated person = signer.person();
        mandate.confirm(person.actor(), Permission.PERFORMANCE_APPROVE);
        qualifications.confirm(Objects.requireNonNull(person.caller().account()), Competence.CLINICAL_SAFETY);
        DraftRepository.Row row = drafts.lock(subject).orElseThrow(EssentialPerformances::noDraft);
        PerformanceDraft draft = performances.draft(subject, row);
        check(draft, Objects.requireNonNull(person.caller().account()), seen);
        String content = CanonicalContent.of(subject, draft.number(), draft.functions());
        PerformanceVersion version = new PerformanceVersion(
                Uuids.next(),
                subject,
                draft.number(),
                true,
                draft.functions(),
                draft.authors(),
                new Approval(
                        person.actor().id(),
                        person.actor().name(),
                        person.caller().roleTitle(),
                        person.at().truncatedTo(ChronoUnit.MICROS),
                        CanonicalContent.sha256(content),
                        Approval.Means.SIGNATURE),
                content);
        long sequence = versions.insert(version);
        signatures.sign(
                signer,
                new Signable(
                        RECORD,
                        version.id(),
                        version.number(),
                        PART,
                        content,
                        "I approve version %d of what %s must never stop doing."
                                .formatted(version.number(), subject.name())),
                Meaning.APPROVAL);
        drafts.delete(row.id());
        audit.record(
                person.actor(),
                Act.of("performance.approved", subject.kind(), subject.id().toString())
                        .before("version", draft.number() == 1 ? null : Integer.toString(draft.number() - 1))
                        .after("version", Integer.toString(draft.number()))
                        .after("sha256", version.approval().sha256())
                        .after("functions", Integer.toString(draft.entries().size()))
                        .after("means", version.approval().means().label()));
        return new Approved(version, sequence);
    }

    private static void check(PerformanceDraft draft, AccountId approver, String seen) {
        if (!draft.sha256().equals(seen)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "The draft was changed since you read it, and nothing was approved. Read it again: what you approve is"
                            + " what you saw.");
        }
        if (!draft.obstacles().isEmpty()) {
            throw ProblemException.of(Problem.CONFLICT, String.join(" ", draft.obstacles()));
        }
        if (!ApprovalPolicy.hasAnotherAuthor(draft.authors(), approver)) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "You are the only author of this draft. Somebody else has to approve it, or to take part in it.");
        }
    }
}
