package dev.ward.product;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The submissions and certificates of releases.
@Service
@Transactional
public class Submissions {

    private static final String SUBJECT = "submission";

    private final SubmissionRepository submissions;
    private final Releases releases;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(SubmissionRepository submissions, Releases releases, AuditTrail audit, Clock clock) {
        this.submissions = submissions;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the release has this very submission
    public Submission add(Actor actor, Reader reader, ReleaseId release, SubmissionDraft draft) {
        Release of = releases.get(reader, release);
        if (submissions.list(reader, release, Slice.MOST).size() == Slice.MOST) {
            throw ProblemException.of(Problem.CONFLICT, "A release has at most %d submissions.".formatted(Slice.MOST));
        }
        Submission submission = submission(new SubmissionId(Uuids.next()), release, draft, 1);
        Taken.refusing(() -> submissions.insert(of.product(), submission), () -> taken(draft));
        audit.record(
                actor,
                Act.of("submission.added", SUBJECT, submission.id().toString())
                        .after("release", release.toString())
                        .after("market", submission.market())
                        .after("kind", submission.kind())
                        .after("number", submission.number())
                        .after("decided", Objects.toString(submission.decided(), null)));
        return submission;
    }

    /// @param revision  of the submission that the person saw
    public Submission edit(Actor actor, Reader reader, SubmissionId id, int revision, SubmissionDraft draft) {
        Submission before = get(reader, id);
        Submission after = submission(id, before.release(), draft, before.revision() + 1);
        Changes changes = new Changes("submission.edited", SUBJECT, id.toString())
                .of("market", before.market(), after.market())
                .of("kind", before.kind(), after.kind())
                .of("number", before.number(), after.number())
                .of("decided", before.decided(), after.decided());
        if (before.revision() != revision) {
            throw Outdated.of(words(before));
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = submissions.update(after, revision), () -> taken(draft));
        if (!done[0]) {
            throw Outdated.of(words(before));
        }
        audit.record(actor, changes.act());
        return after;
    }

    public void remove(Actor actor, Reader reader, SubmissionId id) {
        Submission before = get(reader, id);
        submissions.delete(id);
        audit.record(
                actor,
                Act.of("submission.removed", SUBJECT, id.toString())
                        .before("release", before.release().toString())
                        .before("market", before.market())
                        .before("kind", before.kind())
                        .before("number", before.number()));
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Submission get(Reader reader, SubmissionId id) {
        return submissions
                .find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no submission \"%s\".".formatted(id)));
    }

    /// All of a release, by market.
    @Transactional(readOnly = true)
    public List<Submission> list(Reader reader, ReleaseId release) {
        releases.get(reader, release);
        return submissions.list(reader, release, Slice.MOST);
    }

    private Submission submission(SubmissionId id, ReleaseId release, SubmissionDraft draft, int revision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Submission(
                id,
                release,
                draft.kind().market(),
                draft.kind().name(),
                draft.number(),
                draft.decided(),
                revision,
                now);
    }

    private static String words(Submission of) {
        return of.title() + (of.number() == null ? "" : " " + of.number());
    }

    private static ProblemException taken(SubmissionDraft draft) {
        @Nullable String number = draft.number();
        return ProblemException.of(
                        Problem.CONFLICT,
                        "The release has the %s%s already."
                                .formatted(draft.kind().title(), number == null ? "" : " " + number))
                .with("number", "stands there already");
    }
}
