package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.identity.Reader;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people and tools found of whether vulnerable code can be reached. What is found is added, and
/// never changed.
@Service
@Transactional
public class Reachabilities {

    private static final int MOST = 500;

    private final ReachabilityRepository repository;
    private final Assessments assessments;
    private final AuditTrail audit;
    private final Clock clock;

    Reachabilities(ReachabilityRepository repository, Assessments assessments, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.assessments = assessments;
        this.audit = audit;
        this.clock = clock;
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Reachability> list(Reader reader, AssessmentId id) {
        assessments.get(reader, id);
        return repository.list(id);
    }

    /// @throws ProblemException  when the release is not in the assessment
    public UUID add(Actor actor, Reader reader, AssessmentId id, ReachabilityDraft draft) {
        Assessment assessment = assessments.get(reader, id);
        UUID release = draft.release();
        if (release != null
                && assessment.releases().stream()
                        .noneMatch(place -> place.release().equals(release))) {
            throw TypedText.refused("release", "The release is not in this assessment.", "is not of this assessment");
        }
        if (repository.count(id) >= MOST) {
            throw ProblemException.of(
                    Problem.CONFLICT, "%d entries are kept of an assessment, and not more.".formatted(MOST));
        }
        UUID entry = Uuids.next();
        repository.insert(entry, id, draft, actor.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                actor,
                Act.of("assessment.reachability-said", SignedPart.RECORD, id.toString())
                        .after("entry", entry.toString())
                        .after("release", release == null ? null : release.toString())
                        .after("component", draft.component())
                        .after("reachable", draft.reachable().word())
                        .after("tool", draft.tool())
                        .after("toolVersion", draft.toolVersion())
                        .after("words", draft.words())
                        .personal("words"));
        return entry;
    }

    /// Keeps a file that shows it, byte for byte.
    public void attach(Actor actor, Reader reader, AssessmentId id, UUID entry, Arrival file, String name) {
        assessments.get(reader, id);
        if (repository.list(id).stream().noneMatch(one -> one.id().equals(entry))) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no entry \"%s\".".formatted(entry));
        }
        file.keep();
        String kept = FileNames.of(name, "evidence");
        if (!repository.attach(
                Uuids.next(), entry, kept, file.document(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw ProblemException.of(Problem.CONFLICT, "The same file is kept with it already.");
        }
        audit.record(
                actor,
                Act.of("assessment.reachability-file-kept", SignedPart.RECORD, id.toString())
                        .after("entry", entry.toString())
                        .after("sha256", file.document().sha256()));
    }
}
