package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.Accounts;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works on a case, and who alone may know of it.
///
/// Source: ISO/IEC 30111, 7.1 (need to know); ISO/IEC 29147, 7 (embargo).
@Service
@Transactional
public class CaseTeams {

    private final Cases cases;
    private final CaseRepository repository;
    private final ScopeRepository scopes;
    private final TeamRepository teams;
    private final CaseAssessments assessments;
    private final Accounts accounts;
    private final CaseLog log;

    CaseTeams(
            Cases cases,
            CaseRepository repository,
            ScopeRepository scopes,
            TeamRepository teams,
            CaseAssessments assessments,
            Accounts accounts,
            CaseLog log) {
        this.cases = cases;
        this.repository = repository;
        this.scopes = scopes;
        this.teams = teams;
        this.assessments = assessments;
        this.accounts = accounts;
        this.log = log;
    }

    /// The manufacturer's people who may still sign in, by name. An inspector sees what an inspection lays open and
    /// takes
    /// part in nothing.
    @Transactional(readOnly = true)
    public Map<AccountId, String> people(Reader reader) {
        Map<AccountId, String> people = new LinkedHashMap<>();
        accounts.list(reader).stream()
                .filter(account -> account.enabled() && !account.role().equals(Role.INSPECTOR))
                .forEach(account -> people.put(account.id(), account.name()));
        return people;
    }

    /// The same with their roles, for whoever chooses among them.
    @Transactional(readOnly = true)
    public Map<AccountId, String> peopleAndRoles(Reader reader) {
        Map<AccountId, String> people = new LinkedHashMap<>();
        accounts.list(reader).stream()
                .filter(account -> account.enabled() && !account.role().equals(Role.INSPECTOR))
                .forEach(account -> people.put(account.id(), "%s, %s".formatted(account.name(), account.roleTitle())));
        return people;
    }

    /// The names of all people whom the manufacturer had, also of those who are gone.
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Reader reader) {
        Map<AccountId, String> names = new LinkedHashMap<>();
        accounts.list(reader).forEach(account -> names.put(account.id(), account.name()));
        return names;
    }

    @Transactional(readOnly = true)
    public List<Participant> participants(Reader reader, CaseNumber number) {
        return teams.list(cases.get(reader, number), names(reader), log.now());
    }

    public void own(Actor actor, Reader reader, CaseNumber number, @Nullable AccountId owner) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String name = owner == null ? "nobody" : person(reader, owner);
        refuseLent(actor, one);
        if (owner != null) {
            letIn(actor, one, owner);
        }
        repository.owner(one.id(), owner);
        log.done(actor, one, "Owner", "case.owner-changed", name, null);
    }

    /// Takes somebody in; with an embargo, they are read in.
    public void add(Actor actor, Reader reader, CaseNumber number, AccountId account) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String name = person(reader, account);
        letIn(actor, one, account);
        log.done(actor, one, one.embargo() == null ? "Participant" : "Read in", "case.participant-added", name, null);
    }

    /// Takes somebody out. Somebody always stays who sees an embargoed case, and its owner does.
    public void remove(Actor actor, Reader reader, CaseNumber number, AccountId account, @Nullable String because) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String reason = CaseLog.reason(because);
        refuseLent(actor, one);
        if (account.equals(one.owner())) {
            throw ProblemException.of(Problem.CONFLICT, "The owner is a participant. Name another owner first.");
        }
        if (one.embargo() != null && teams.countLastingBeside(one.id(), account) == 0) {
            throw ProblemException.of(Problem.CONFLICT, "Nobody else is read in; then nobody could see the case.");
        }
        if (!teams.remove(one.id(), account)) {
            throw ProblemException.of(Problem.NOT_FOUND, "They do not take part in the case.");
        }
        renew(one);
        String name = names(reader).getOrDefault(account, account.toString());
        log.done(actor, one, "Participant taken out", "case.participant-removed", name, reason);
    }

    /// Whoever is in for a time does not say who sees the case: neither for good themselves, nor who reviews that they
    /// came in.
    private void refuseLent(Actor actor, VulnerabilityCase one) {
        if (one.embargo() != null
                && actor.kind() == Actor.Kind.PERSON
                && teams.isLent(one.id(), new AccountId(UUID.fromString(actor.id())))) {
            throw ProblemException.of(
                    Problem.CONFLICT, "You are let in for a time. Who sees the case is for somebody who is read in.");
        }
    }

    private void letIn(Actor actor, VulnerabilityCase one, AccountId account) {
        refuseLent(actor, one);
        teams.add(one.id(), account, log.now());
        renew(one);
    }

    private void renew(VulnerabilityCase one) {
        if (one.embargo() != null) {
            repository.embargo(one.id(), one.embargo());
            assessments.follow(one.id());
        }
    }

    private String person(Reader reader, AccountId account) {
        String name = people(reader).get(account);
        if (name == null) {
            throw TypedText.refused("person", "There is no such person of the manufacturer.", "is nobody who can");
        }
        return name;
    }

    /// Hides a case from all but its participants, of whom the person who says so is one. Saying it again
    /// changes the terms.
    ///
    /// @param actor  a person: a token cannot be read in
    public VulnerabilityCase embargo(Actor actor, Reader reader, CaseNumber number, EmbargoDraft draft) {
        if (actor.kind() != Actor.Kind.PERSON) {
            throw ProblemException.of(
                    Problem.FORBIDDEN, "Only a person can put a case under embargo: a token is never read in.");
        }
        VulnerabilityCase one = log.holdOpen(reader, number);
        Embargo embargo = draft.embargo();
        if (!embargo.until().isAfter(log.now())) {
            throw TypedText.refused("until", "The embargo would end in the past.", "is past");
        }
        refuseLent(actor, one);
        teams.add(one.id(), new AccountId(UUID.fromString(actor.id())), log.now());
        scopes.exclude(one.id(), false);
        repository.embargo(one.id(), embargo);
        assessments.follow(one.id());
        String terms = "until %s (%s)".formatted(embargo.until(), embargo.zone());
        log.done(actor, one, one.embargo() == null ? "Embargo" : "Embargo changed", "case.embargoed", terms, null);
        return cases.get(reader, number);
    }

    /// Shows the case to everyone of the manufacturer who may see cases.
    ///
    /// @param leaked  whether it became known before its time
    /// @throws ProblemException  when another open case holds one of its vulnerabilities; the two are
    ///                           merged first
    public VulnerabilityCase lift(
            Actor actor, Reader reader, CaseNumber number, boolean leaked, @Nullable String because) {
        VulnerabilityCase one = log.hold(reader, number);
        if (one.embargo() == null) {
            throw ProblemException.of(Problem.CONFLICT, "The case \"%s\" is under no embargo.".formatted(number));
        }
        String reason = CaseLog.reason(because);
        refuseLent(actor, one);
        if (one.isOpen()) {
            scopes.makeExclusive(one);
        }
        repository.embargo(one.id(), null);
        assessments.follow(one.id());
        log.done(
                actor,
                one,
                leaked ? "Embargo broken" : "Embargo lifted",
                leaked ? "case.embargo-broken" : "case.embargo-lifted",
                null,
                reason);
        return cases.get(reader, number);
    }
}
