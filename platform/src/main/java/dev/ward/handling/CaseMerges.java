package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Joins two cases into one, and takes one apart. Both histories stay.
@Service
@Transactional
public class CaseMerges {

    private final Cases cases;
    private final CaseRepository repository;
    private final ScopeRepository scopes;
    private final TeamRepository teams;
    private final SignalRepository signals;
    private final CaseLog log;
    private final ApplicationEventPublisher events;

    CaseMerges(
            Cases cases,
            CaseRepository repository,
            ScopeRepository scopes,
            TeamRepository teams,
            SignalRepository signals,
            CaseLog log,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.repository = repository;
        this.scopes = scopes;
        this.teams = teams;
        this.signals = signals;
        this.log = log;
        this.events = events;
    }

    /// Closes a case in favour of another, which takes over its vulnerabilities and its signals in the
    /// order of their receipt. Tasks, comments and files stay readable where they are.
    ///
    /// @throws ProblemException  when somebody would see what the embargo of the first hides from them
    public VulnerabilityCase merge(
            Actor actor, Reader reader, CaseNumber from, CaseNumber into, @Nullable String because) {
        if (from.equals(into)) {
            throw TypedText.refused("into", "A case is not merged with itself.", "is this case");
        }
        boolean first = from.text().compareTo(into.text()) < 0;
        VulnerabilityCase one = log.holdOpen(reader, first ? from : into);
        VulnerabilityCase other = log.holdOpen(reader, first ? into : from);
        VulnerabilityCase source = first ? one : other;
        VulnerabilityCase target = first ? other : one;
        String reason = CaseLog.reason(because);
        refuseLeak(source, target);
        scopes.exclude(source.id(), false);
        repository.close(source.id(), reason, target.id(), log.now());
        for (CaseVulnerability held : scopes.vulnerabilities(reader, source)) {
            scopes.add(target, held.name(), held.own(), log.now());
        }
        signals.rejoin(source.id(), target.id());
        if (source.embargo() == null && target.embargo() == null) {
            teams.copy(source.id(), target.id(), log.now());
        }
        // Those who see the source need not be read in on the target.
        String named = target.embargo() == null ? into.text() : null;
        log.done(actor, source, "Merged into another case", "case.merged", named, reason);
        log.done(actor, target, "Another case merged in", "case.merged-in", from.text(), reason);
        events.publishEvent(new CasesRejoined(Set.of(source.id(), target.id())));
        return cases.get(reader, into);
    }

    private void refuseLeak(VulnerabilityCase source, VulnerabilityCase target) {
        if (source.embargo() == null) {
            return;
        }
        Set<Object> readIn = new HashSet<>();
        teams.list(source, Map.of(), log.now()).stream()
                .filter(person -> person.until() == null)
                .forEach(person -> readIn.add(person.account()));
        boolean all = target.embargo() != null
                && teams.list(target, Map.of(), log.now()).stream()
                        .allMatch(person -> readIn.contains(person.account()));
        if (!all) {
            throw ProblemException.of(
                            Problem.CONFLICT,
                            "\"%s\" is embargoed, and people would see what it holds who are not read in. Merge the other"
                                            .formatted(source.number())
                                    + " case into it, or lift the embargo first.")
                    .with("into", "is seen by people who are not read in here");
        }
    }

    /// Opens a case of its own for some of the vulnerabilities of another, with the same people and the
    /// same embargo.
    public VulnerabilityCase split(
            Actor actor,
            Reader reader,
            CaseNumber from,
            CaseDraft draft,
            List<String> vulnerabilities,
            @Nullable String because) {
        VulnerabilityCase source = log.holdOpen(reader, from);
        String reason = CaseLog.reason(because);
        if (vulnerabilities.isEmpty() || !source.vulnerabilities().containsAll(vulnerabilities)) {
            throw TypedText.refused(
                    "vulnerabilities", "Say which of the case's vulnerabilities go.", "are not all in this case");
        }
        Map<String, Boolean> own = new HashMap<>();
        scopes.vulnerabilities(reader, source).forEach(held -> own.put(held.name(), held.own()));
        if (source.embargo() != null
                && actor.kind() == Actor.Kind.PERSON
                && teams.isLent(source.id(), new AccountId(UUID.fromString(actor.id())))) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "You are let in for a time, and would own the new case for good. Somebody who is read in splits"
                            + " it.");
        }
        VulnerabilityCase opened = cases.open(actor, draft);
        repository.splitFrom(opened.id(), source.id());
        teams.copy(source.id(), opened.id(), log.now());
        if (source.embargo() != null) {
            repository.embargo(opened.id(), source.embargo());
        }
        VulnerabilityCase target = cases.get(reader, opened.number());
        for (String name : vulnerabilities) {
            scopes.remove(source.id(), name);
            scopes.add(target, name, Boolean.TRUE.equals(own.get(name)), log.now());
        }
        log.done(actor, source, "Split", "case.split", target.number().text(), reason);
        log.done(actor, target, "Split from another case", "case.split-from", from.text(), reason);
        return cases.get(reader, target.number());
    }
}
