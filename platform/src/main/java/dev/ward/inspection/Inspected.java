package dev.ward.inspection;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Decisions;
import dev.ward.assessment.Standing;
import dev.ward.handling.CaseFile;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseVulnerability;
import dev.ward.handling.Cases;
import dev.ward.handling.Comment;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalFilter;
import dev.ward.handling.Signals;
import dev.ward.handling.Step;
import dev.ward.handling.Task;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.Obligations;
import dev.ward.signature.Signature;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an inspector sees: what an inspection of theirs, open today, lays before them, and nothing else. Each
/// thing is noted before it is given; when it cannot be noted it is not given.
@Service
@Transactional
public class Inspected {

    private static final String CASE = "case";

    private final Inspections inspections;
    private final InspectionRepository repository;
    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTalk talk;
    private final Signals signals;
    private final Decisions decisions;
    private final Obligations obligations;
    private final AdverseEvents events;
    private final Clock clock;

    Inspected(
            Inspections inspections,
            InspectionRepository repository,
            Cases cases,
            CaseScopes scopes,
            CaseTalk talk,
            Signals signals,
            Decisions decisions,
            Obligations obligations,
            AdverseEvents events,
            Clock clock) {
        this.inspections = inspections;
        this.repository = repository;
        this.cases = cases;
        this.scopes = scopes;
        this.talk = talk;
        this.signals = signals;
        this.decisions = decisions;
        this.obligations = obligations;
        this.events = events;
        this.clock = clock;
    }

    /// What an inspection lays open, the last first.
    ///
    /// @param cut  whether there is more than is listed; what is not listed opens by its address all the same
    public record Contents(
            Inspection inspection, List<CaseInScope> cases, List<DecisionInScope> decisions, boolean cut) {

        public static final int MOST = 500;

        public Contents {
            cases = List.copyOf(cases);
            decisions = List.copyOf(decisions);
        }
    }

    /// A case as it is laid open. Privileged notes are no part of it.
    public record OfCase(
            Inspection inspection,
            VulnerabilityCase one,
            List<CaseVulnerability> vulnerabilities,
            List<Signal> signals,
            List<Task> tasks,
            List<Comment> comments,
            List<CaseFile> files,
            List<Step> history,
            OfDue due) {

        public OfCase {
            vulnerabilities = List.copyOf(vulnerabilities);
            signals = List.copyOf(signals);
            tasks = List.copyOf(tasks);
            comments = List.copyOf(comments);
            files = List.copyOf(files);
            history = List.copyOf(history);
        }
    }

    /// What is due for a case as at the day on which the inspector looks, and the facts from which it
    /// follows.
    ///
    /// @param facts  as `./ward due` reads them
    public record OfDue(CaseDue due, List<EventRecord> events, String facts) {

        public OfDue {
            events = List.copyOf(events);
        }
    }

    /// A decision as it was signed.
    public record OfDecision(
            Inspection inspection, String title, List<Decision> versions, Decision one, List<Signature> signatures) {

        public OfDecision {
            versions = List.copyOf(versions);
            signatures = List.copyOf(signatures);
        }
    }

    /// A file of a case, with its bytes.
    public record OfFile(CaseFile file, InputStream bytes) {}

    /// All that is open to the caller today.
    public List<Contents> contents(Caller caller, String path) {
        List<Contents> open = inspections.open(account(caller)).stream()
                .map(one -> contents(reader(caller), one))
                .toList();
        open.forEach(one -> note(caller, one.inspection(), null, null, "What is laid open", path));
        return open;
    }

    private Contents contents(Reader reader, Inspection of) {
        List<CaseInScope> ofCases = repository.cases(reader, of, Contents.MOST + 1);
        List<DecisionInScope> decided = repository.decisions(reader, of, Contents.MOST + 1);
        return new Contents(
                of,
                ofCases.stream().limit(Contents.MOST).toList(),
                decided.stream().limit(Contents.MOST).toList(),
                ofCases.size() > Contents.MOST || decided.size() > Contents.MOST);
    }

    /// @throws ProblemException  when it is not laid open to the caller
    public OfCase ofCase(Caller caller, UUID inspection, CaseNumber number, String path) {
        Reader reader = reader(caller);
        Inspection open = opened(caller, inspection);
        confirm(caller, open, number);
        SignalFilter joined = new SignalFilter(null, false, null, number);
        OfCase content = new OfCase(
                open,
                cases.get(reader, number),
                scopes.vulnerabilities(reader, number),
                signals.list(reader, joined, null, Slice.MOST).items(),
                talk.tasks(reader, number),
                talk.comments(reader, number),
                talk.files(reader, number),
                cases.history(reader, number),
                new OfDue(
                        obligations.of(reader, number), events.of(reader, number), obligations.facts(reader, number)));
        note(caller, open, CASE, number.text(), "Case " + number, path);
        return content;
    }

    /// @throws ProblemException  when it is not laid open to the caller
    public OfFile ofFile(Caller caller, UUID inspection, CaseNumber number, UUID file, String path) {
        Inspection open = opened(caller, inspection);
        confirm(caller, open, number);
        CaseFile found = talk.file(reader(caller), number, file);
        String what = "File %s of case %s, SHA-256 %s".formatted(found.name(), number, found.sha256());
        note(caller, open, CASE, number.text(), what, path);
        return new OfFile(found, talk.open(found));
    }

    /// @param version  0 for the last that was decided
    /// @throws ProblemException  when it is not laid open to the caller
    public OfDecision ofDecision(Caller caller, UUID inspection, UUID assessment, int version, String path) {
        Reader reader = reader(caller);
        Inspection open = opened(caller, inspection);
        DecisionInScope found = repository
                .decision(reader, open, assessment)
                .orElseThrow(() -> missing("decision", assessment.toString()));
        AssessmentId id = new AssessmentId(assessment);
        List<Decision> versions = decisions.list(reader, id);
        Decision one = versions.stream()
                .filter(decision -> version == 0 || decision.version() == version)
                .max((a, b) -> Integer.compare(a.version(), b.version()))
                .orElseThrow(() -> missing("decision", assessment + " version " + version));
        Standing standing = decisions.standing(reader, id, one.version());
        String what = "Decision %s, version %d".formatted(found.title(), one.version());
        note(caller, open, "assessment", assessment.toString(), what, path);
        return new OfDecision(open, found.title(), versions, one, standing.signatures());
    }

    private Inspection opened(Caller caller, UUID id) {
        return inspections.open(account(caller)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("inspection", id.toString()));
    }

    private void confirm(Caller caller, Inspection open, CaseNumber number) {
        if (!repository.isInScope(reader(caller), open, number)) {
            throw missing("case", number.text());
        }
    }

    private static ProblemException missing(String what, String which) {
        return ProblemException.of(Problem.NOT_FOUND, "No %s \"%s\" is laid open to you.".formatted(what, which));
    }

    private static AccountId account(Caller caller) {
        AccountId account = caller.account() == null ? caller.owner() : caller.account();
        if (account == null) {
            throw missing("inspection", "");
        }
        return account;
    }

    /// As the person, so that what names people who alone may see it stays hidden.
    private static Reader reader(Caller caller) {
        return new Reader(account(caller).toString(), true, caller.organisation());
    }

    private void note(
            Caller caller, Inspection open, @Nullable String kind, @Nullable String record, String what, String path) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.note(open.id(), caller.actor(), kind, record, what, path, at);
    }
}
