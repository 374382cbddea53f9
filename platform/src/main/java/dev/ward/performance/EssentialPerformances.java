package dev.ward.performance;

import dev.ward.identity.Reader;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What models must never stop doing: the drafts, and the versions that were approved.
@Service
@Transactional(readOnly = true)
public class EssentialPerformances {

    private static final SortOrder NEWEST = SortOrder.descending("version");

    private final SubjectReading subjects;
    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final Signatures signatures;

    EssentialPerformances(
            SubjectReading subjects, DraftRepository drafts, VersionRepository versions, Signatures signatures) {
        this.subjects = subjects;
        this.drafts = drafts;
        this.versions = versions;
        this.signatures = signatures;
    }

    /// @param id  of a model, or of a product
    /// @throws ProblemException  when there is neither
    public Subject subject(Reader reader, UUID id) {
        return subjects.find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no model and no product \"%s\".".formatted(id)));
    }

    /// Whose software a release is: its model, or its product; each model, where the release is for all
    /// of them.
    ///
    /// @param release  which the asker may see
    public List<Subject> subjectsOfRelease(Reader reader, UUID release) {
        return subjects.ofRelease(reader, release);
    }

    /// What is worked on; empty when nobody has begun.
    public Optional<PerformanceDraft> draft(Subject subject) {
        return drafts.find(subject).map(row -> draft(subject, row));
    }

    PerformanceDraft draft(Subject subject, DraftRepository.Row row) {
        List<PerformanceDraft.Entry> entries = drafts.entries(row.id());
        List<EssentialFunction> functions =
                entries.stream().map(PerformanceDraft.Entry::function).toList();
        Optional<PerformanceVersion> inForce = versions.newest(subject);
        int number = inForce.map(PerformanceVersion::number).orElse(0) + 1;
        return new PerformanceDraft(
                row.id(),
                subject,
                number,
                row.basedOn(),
                row.revision(),
                row.started(),
                row.changed(),
                entries,
                drafts.authors(row.id()),
                CanonicalContent.sha256(CanonicalContent.of(subject, number, functions)),
                ApprovalPolicy.obstacles(
                        functions, inForce.map(PerformanceVersion::functions).orElse(null)));
    }

    /// The version in force; empty when none was approved yet.
    public Optional<PerformanceVersion> inForce(Subject subject) {
        return versions.newest(subject);
    }

    /// @throws ProblemException  when there is no such version
    public PerformanceVersion version(Subject subject, int number) {
        return versions.find(subject, number)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no approved version \"%d\".".formatted(number)));
    }

    /// The signature of a version; none under what was approved before there were signatures.
    public List<Signature> signatures(PerformanceVersion version) {
        return signatures.list(Approvals.RECORD, version.id(), version.number());
    }

    /// The approved versions, the newest first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<VersionLine> versions(Subject subject, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        int from = cursor == null ? Integer.MAX_VALUE : Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE);
        return Slice.of(
                versions.list(subject, from, limit + 1), limit, version -> Cursor.of(NEWEST, version.number() - 1));
    }

    /// What the later state says otherwise than the earlier.
    ///
    /// @param from  a version
    /// @param to    a version; null for the draft
    /// @throws ProblemException  when there is no such version, or no draft
    public List<Difference> compare(Subject subject, int from, @Nullable Integer to) {
        List<EssentialFunction> after = to == null
                ? draft(subject).orElseThrow(EssentialPerformances::noDraft).functions()
                : version(subject, to).functions();
        return Difference.between(version(subject, from).functions(), after);
    }

    /// The functions on which something can be said to depend: those in force, and those of the draft.
    public List<EssentialFunction> functions(Subject subject) {
        List<EssentialFunction> inForce =
                inForce(subject).map(PerformanceVersion::functions).orElse(List.of());
        List<EssentialFunction> all =
                new ArrayList<>(draft(subject).map(PerformanceDraft::functions).orElse(List.of()));
        inForce.stream()
                .filter(function -> all.stream().noneMatch(other -> other.id().equals(function.id())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    static ProblemException noDraft() {
        return ProblemException.of(Problem.NOT_FOUND, "Nothing is drafted.");
    }
}
