package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The cases in which vulnerabilities are handled. None is ever deleted. One that is embargoed is, for
/// whoever is not read in, not there: its answers are those for a case that does not exist.
///
/// Source: ISO/IEC 30111, 7.
@Service
@Transactional
public class Cases {

    private final CaseRepository cases;
    private final ScopeRepository scopes;
    private final TeamRepository teams;
    private final CaseLog log;
    private final ApplicationEventPublisher events;

    Cases(
            CaseRepository cases,
            ScopeRepository scopes,
            TeamRepository teams,
            CaseLog log,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.log = log;
        this.events = events;
    }

    /// Opens a case in the phase receipt. A person who opens one is its owner at first.
    public VulnerabilityCase open(Actor actor, CaseDraft draft) {
        AccountId owner = actor.kind() == Actor.Kind.PERSON ? new AccountId(UUID.fromString(actor.id())) : null;
        UUID id = Uuids.next();
        CaseNumber number = CaseNumber.draw();
        while (!cases.insert(id, number, draft, owner, log.now())) {
            number = CaseNumber.draw();
        }
        if (owner != null) {
            teams.add(id, owner, log.now());
        }
        VulnerabilityCase opened = cases.find(Reader.machine("opening"), number).orElseThrow();
        log.done(actor, opened, "Opened", "case.opened", draft.title(), null);
        return cases.find(Reader.machine("opening"), number).orElseThrow();
    }

    /// @param revision  of the case that the person saw
    public VulnerabilityCase edit(Actor actor, Reader reader, CaseNumber number, int revision, CaseDraft draft) {
        VulnerabilityCase before = log.hold(reader, number);
        if (!cases.edit(before.id(), revision, draft, log.now())) {
            throw Outdated.of(before.title());
        }
        log.done(actor, before, "Description changed", "case.edited", draft.title(), null);
        return get(reader, number);
    }

    /// Goes on to a phase, or back to one.
    ///
    /// @param because  needed to go back
    public VulnerabilityCase enter(
            Actor actor, Reader reader, CaseNumber number, Phase phase, @Nullable String because) {
        VulnerabilityCase before = log.holdOpen(reader, number);
        boolean back = phase.compareTo(before.phase()) < 0;
        String reason = back ? CaseLog.reason(because) : CaseLog.anyReason(because);
        if (phase == before.phase()) {
            return before;
        }
        cases.phase(before.id(), phase);
        log.done(
                actor,
                before,
                back ? "Phase taken back" : "Phase entered",
                back ? "case.phase-taken-back" : "case.phase-entered",
                before.phase().title() + " → " + phase.title(),
                reason);
        return get(reader, number);
    }

    public VulnerabilityCase close(Actor actor, Reader reader, CaseNumber number, @Nullable String because) {
        VulnerabilityCase before = log.holdOpen(reader, number);
        String reason = CaseLog.reason(because);
        cases.close(before.id(), reason, null, log.now());
        scopes.exclude(before.id(), false);
        log.done(actor, before, "Closed", "case.closed", null, reason);
        return get(reader, number);
    }

    /// Opens a closed case again in the phase in which it was. What was merged into another is taken
    /// apart again.
    public VulnerabilityCase reopen(Actor actor, Reader reader, CaseNumber number, @Nullable String because) {
        VulnerabilityCase before = log.hold(reader, number);
        if (before.isOpen()) {
            throw ProblemException.of(Problem.CONFLICT, "The case \"%s\" is open.".formatted(number));
        }
        String reason = CaseLog.reason(because);
        if (before.embargo() == null) {
            scopes.makeExclusive(before);
        }
        Set<UUID> rejoined = cases.mergedInto(before.id());
        cases.close(before.id(), null, null, log.now());
        log.done(actor, before, "Reopened", "case.reopened", null, reason);
        if (!rejoined.isEmpty()) {
            events.publishEvent(new CasesRejoined(rejoined));
        }
        return get(reader, number);
    }

    @Transactional(readOnly = true)
    public Optional<VulnerabilityCase> find(Reader reader, CaseNumber number) {
        return cases.find(reader, number);
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public VulnerabilityCase get(Reader reader, CaseNumber number) {
        return find(reader, number).orElseThrow(() -> CaseLog.missing(number));
    }

    /// Lists cases, the last opened first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<VulnerabilityCase> list(Reader reader, CaseFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, CaseRepository.NEWEST_FIRST, 2);
        return Slice.of(cases.list(reader, filter, cursor, limit + 1), limit, CaseRepository::cursor);
    }

    /// Cases by the beginning of their number or title, or by a vulnerability's name.
    @Transactional(readOnly = true)
    public List<VulnerabilityCase> named(Reader reader, String text, int most) {
        return cases.named(reader, text, CaseScopes.written(text), most);
    }

    /// What was done with a case, the oldest first.
    @Transactional(readOnly = true)
    public List<Step> history(Reader reader, CaseNumber number) {
        return cases.history(get(reader, number));
    }
}
