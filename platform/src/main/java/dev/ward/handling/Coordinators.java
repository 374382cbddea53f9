package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who coordinates a case beside us: how they call it, whom to ask there, when it is to be published, and
/// where they published it. What was said before stays.
///
/// Source: ISO/IEC 29147, 5.5; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VIII, IX.
@Service
@Transactional
public class Coordinators {

    private final Cases cases;
    private final CoordinatorRepository repository;
    private final CaseLog log;

    Coordinators(Cases cases, CoordinatorRepository repository, CaseLog log) {
        this.cases = cases;
        this.repository = repository;
        this.log = log;
    }

    /// As they were said last, also those that were withdrawn.
    @Transactional(readOnly = true)
    public List<Coordinator> list(Reader reader, CaseNumber number) {
        return repository.list(cases.get(reader, number));
    }

    /// All that was said of one, the last first.
    ///
    /// @throws ProblemException  when the case has none such
    @Transactional(readOnly = true)
    public List<Coordinator> versions(Reader reader, CaseNumber number, UUID id) {
        List<Coordinator> versions = repository.versions(cases.get(reader, number), id);
        if (versions.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "The case has no coordinator \"%s\".".formatted(id));
        }
        return versions;
    }

    public Coordinator add(Actor actor, Reader reader, CaseNumber number, CoordinatorDraft draft) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        Coordinator added = new Coordinator(Uuids.next(), 1, draft, null, log.now(), actor.name());
        repository.insert(one, added, actor);
        log.done(actor, one, "Coordinator added", "case.coordinator-added", detail(draft), null);
        return added;
    }

    /// Says it anew, also of one that was withdrawn. What is said already changes nothing.
    ///
    /// @param version  that was seen
    /// @throws ProblemException  when somebody else said something meanwhile
    public Coordinator change(
            Actor actor, Reader reader, CaseNumber number, UUID id, int version, CoordinatorDraft draft) {
        VulnerabilityCase one = log.hold(reader, number);
        Coordinator last = last(reader, number, id, version);
        if (last.withdrawn() == null && last.said().equals(draft)) {
            return last;
        }
        return next(actor, one, last, draft, null, "Coordinator changed", "case.coordinator-changed");
    }

    /// Takes one back that was entered by mistake.
    public Coordinator withdraw(
            Actor actor, Reader reader, CaseNumber number, UUID id, int version, @Nullable String because) {
        VulnerabilityCase one = log.hold(reader, number);
        String reason = CaseLog.reason(because);
        Coordinator last = last(reader, number, id, version);
        if (last.withdrawn() != null) {
            throw ProblemException.of(Problem.CONFLICT, "It was withdrawn already.");
        }
        return next(actor, one, last, last.said(), reason, "Coordinator withdrawn", "case.coordinator-withdrawn");
    }

    private Coordinator last(Reader reader, CaseNumber number, UUID id, int version) {
        Coordinator last = versions(reader, number, id).getFirst();
        if (last.version() != version) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "%s changed it meanwhile. Look at what it says now, and say it again.".formatted(last.by()));
        }
        return last;
    }

    private Coordinator next(
            Actor actor,
            VulnerabilityCase one,
            Coordinator last,
            CoordinatorDraft draft,
            @Nullable String withdrawn,
            String words,
            String what) {
        Coordinator next = new Coordinator(last.id(), last.version() + 1, draft, withdrawn, log.now(), actor.name());
        repository.insert(one, next, actor);
        log.done(actor, one, words, what, detail(draft), withdrawn);
        return next;
    }

    private static String detail(CoordinatorDraft draft) {
        StringBuilder words = new StringBuilder(draft.name());
        append(words, ", ", draft.reference());
        append(words, ", ", draft.contact());
        append(words, ", publication agreed for ", draft.agreed());
        append(words, ", ", draft.advisory());
        append(words, ", published on ", draft.published());
        return words.toString();
    }

    private static void append(StringBuilder words, String before, @Nullable Object said) {
        if (said != null) {
            words.append(before).append(said);
        }
    }
}
