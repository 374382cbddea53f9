package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Attempts;
import dev.ward.identity.Caller;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens an embargoed case in an emergency for somebody who is not read in, for a time; everyone who is
/// read in learns of it, and another person says whether it was justified.
///
/// Source: NIST SP 800-53 Rev. 5, AC-3(10) (audited override of access control).
@Service
public class EmergencyOpenings {

    /// As long as it takes that somebody who is read in is reached: a night, or the day after a flight.
    public static final Duration LASTS = Duration.ofHours(24);

    /// Far more than anybody lets wait; the newest are named.
    public static final int MOST = 1_000;

    private static final String TRIES = "emergency-opening";

    private final EmergencyRepository openings;
    private final Cases cases;
    private final CaseRepository repository;
    private final TeamRepository teams;
    private final CaseAssessments assessments;
    private final CaseLog log;
    private final Attempts attempts;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    EmergencyOpenings(
            EmergencyRepository openings,
            Cases cases,
            CaseRepository repository,
            TeamRepository teams,
            CaseAssessments assessments,
            CaseLog log,
            Attempts attempts,
            Mandate mandate,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.openings = openings;
        this.cases = cases;
        this.repository = repository;
        this.teams = teams;
        this.assessments = assessments;
        this.log = log;
        this.attempts = attempts;
        this.mandate = mandate;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Opens the case of a number for a person who was recognised just now. Call it outside of a
    /// transaction: a try counts, and a wrong number is told in the trail.
    ///
    /// @throws ProblemException  when there is no such case, the person sees it already, or they tried too
    ///                           often
    public void open(Signer signer, Reader reader, EmergencyDraft draft) {
        Caller caller = signer.person().caller();
        AccountId person = Objects.requireNonNull(caller.account());
        attempts.count(caller.actor(), person, TRIES);
        Boolean opened = transaction.execute(_ -> openNow(caller, person, reader, draft));
        if (!Boolean.TRUE.equals(opened)) {
            throw CaseLog.missing(draft.number()).with("number", "is no case's");
        }
    }

    private boolean openNow(Caller caller, AccountId person, Reader reader, EmergencyDraft draft) {
        mandate.confirm(caller.actor(), Permission.EMERGENCY_OPEN);
        Optional<VulnerabilityCase> found = repository.hold(Reader.machine(TRIES), draft.number());
        if (cases.find(reader, draft.number()).isPresent()) {
            throw ProblemException.of(Problem.CONFLICT, "You see this case already. Nothing was opened.");
        }
        VulnerabilityCase one = found.orElse(null);
        Embargo embargo = one == null ? null : one.embargo();
        if (one == null || embargo == null) {
            // What was typed is not kept: it may be somebody's guess, or another case's number with a slip.
            audit.record(caller.actor(), Act.of("case.emergency-missed", "account", person.toString()));
            return false;
        }
        if (openings.isUnreviewed(one.id(), person)) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "You opened this case before, and nobody has reviewed that yet. Ask whoever is read in.");
        }
        Instant now = log.now();
        Instant until = now.plus(LASTS);
        UUID id = Uuids.next();
        openings.insert(id, one.id(), person, caller, draft.because(), now, until);
        teams.lend(one.id(), person, id, now);
        repository.embargo(one.id(), embargo);
        assessments.follow(one.id());
        String detail = "until " + Times.absolute(until);
        log.done(caller.actor(), one, "Opened in an emergency", "case.emergency-opened", detail, draft.because());
        return true;
    }

    /// Says of an opening whether it was justified. Who answers for the case does, or whose role reviews;
    /// both read in for good, and neither of their own.
    ///
    /// @param justified  null when it was not said
    @Transactional
    public void review(
            Caller caller,
            Reader reader,
            CaseNumber number,
            UUID id,
            @Nullable Boolean justified,
            @Nullable String because) {
        VulnerabilityCase one = log.hold(reader, number);
        EmergencyOpening opening = openings.find(reader, one, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "The case was not opened so under \"%s\".".formatted(id)));
        AccountId person = caller.account();
        if (person == null || caller.actor().kind() != Actor.Kind.PERSON) {
            throw ProblemException.of(Problem.FORBIDDEN, "Only a person reviews an emergency opening.");
        }
        if (opening.account().equals(person)) {
            throw ProblemException.of(Problem.FORBIDDEN, "Nobody reviews what they opened themselves.");
        }
        if (caller.deputising() != null) {
            throw ProblemException.of(
                    Problem.FORBIDDEN, "A deputy does not review: it might be of whoever they stand in for.");
        }
        if (!mayReview(caller, one, opening)) {
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "The owner of the case, a PSIRT lead, or quality and regulatory review it, when they are read in.");
        }
        if (justified == null) {
            throw TypedText.refused("justified", "Say whether it was justified.", "is missing");
        }
        String words = CaseLog.reason(because);
        if (!openings.review(id, person, caller.printedName(), justified, words, log.now())) {
            throw ProblemException.of(Problem.CONFLICT, "Somebody has reviewed it before.");
        }
        String verdict = justified ? "justified" : "not justified";
        log.done(
                caller.actor(),
                one,
                "Emergency opening reviewed",
                "case.emergency-reviewed",
                "by %s, %s: %s".formatted(opening.by(), Times.absolute(opening.at()), verdict),
                words);
    }

    /// @param one  a case that the caller was shown
    @Transactional(readOnly = true)
    public boolean mayReview(Caller caller, VulnerabilityCase one, EmergencyOpening opening) {
        AccountId person = caller.account();
        return person != null
                && caller.deputising() == null
                && !opening.account().equals(person)
                && (person.equals(one.owner()) || caller.may(Permission.EMERGENCY_REVIEW))
                && (one.embargo() == null || teams.isLasting(one.id(), person));
    }

    /// Of all cases, the newest first; without what is of a case for a reader who is not to see it.
    ///
    /// @param waiting  whether only those that wait for their review
    @Transactional(readOnly = true)
    public List<EmergencyOpening> list(Reader reader, boolean waiting) {
        return openings.list(reader, waiting, MOST);
    }

    @Transactional(readOnly = true)
    public int countWaiting(Reader reader) {
        return openings.countWaiting(reader, MOST);
    }

    /// Of one case, the newest first.
    @Transactional(readOnly = true)
    public List<EmergencyOpening> of(Reader reader, CaseNumber number) {
        return openings.of(reader, cases.get(reader, number));
    }

    /// What somebody is to know of the cases in which they take part or for which they answer, until it is
    /// reviewed.
    @Transactional(readOnly = true)
    public List<EmergencyOpening> waitingFor(Reader reader, AccountId person, int most) {
        return openings.waitingFor(reader, person, most);
    }
}
