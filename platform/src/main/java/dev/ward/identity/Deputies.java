package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who stands in for whom. A deputy chooses in a session to act for the absent person: then they have that person's
/// role
/// and no other, and whatever they do says so. They stay who they are: their own account, their own password, their own
/// qualifications, and one of two where two people are asked for.
@Component
public class Deputies {

    /// Longer is no absence, but another role.
    static final int LONGEST_DAYS = 366;

    private static final int LONGEST_REASON = 200;

    private final DeputyRepository repository;
    private final AccountRepository accounts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deputies(
            DeputyRepository repository,
            AccountRepository accounts,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Those in which somebody is absent or the deputy, the newest first; at most a hundred.
    public List<Deputyship> list(AccountId account) {
        return repository.list(account);
    }

    /// Those in which somebody may act today.
    public List<Deputyship> open(AccountId deputy) {
        LocalDate today = Days.today(clock);
        return repository.list(deputy).stream()
                .filter(one -> one.deputy().equals(deputy) && one.holdsOn(today))
                .toList();
    }

    /// Names a deputy for somebody's present role: their own, or anybody's for whoever may change accounts. Nobody
    /// names
    /// themselves.
    ///
    /// @throws ProblemException  when a field is not right, or the caller may not
    public Deputyship name(Caller caller, AccountId absent, DeputyDraft draft) {
        LocalDate today = Days.today(clock);
        UUID chosen = draft.deputy();
        if (chosen == null) {
            throw TypedText.refused("deputy", "The deputy is missing.", "is missing");
        }
        LocalDate from = Days.required("firstDay", draft.from() == null ? today : draft.from());
        LocalDate until = Days.required("lastDay", draft.until());
        if (until.isBefore(from) || until.isBefore(today)) {
            throw TypedText.refused(
                    "lastDay", "The last day is over, or before the first.", "is over, or before the first day");
        }
        if (until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw TypedText.refused(
                    "lastDay",
                    "A deputy is for an absence: %d days at most.".formatted(LONGEST_DAYS),
                    "is more than %d days after the first day".formatted(LONGEST_DAYS));
        }
        String reason = TypedText.required("reason", draft.reason(), LONGEST_REASON);
        AccountId deputy = new AccountId(chosen);
        boolean own = absent.equals(caller.account());
        if (!own && !caller.may(Permission.ACCOUNT_WRITE)) {
            throw ProblemException.of(Problem.FORBIDDEN, "You name a deputy for yourself alone.");
        }
        if (deputy.equals(absent) || deputy.equals(caller.owner())) {
            throw TypedText.refused("deputy", "Nobody makes themselves a deputy.", "is you, or who is absent");
        }
        UUID id = Uuids.next();
        return transaction.execute(_ -> {
            Account known = inUse(absent, "absent");
            inUse(deputy, "deputy");
            repository.insert(
                    id,
                    known,
                    deputy,
                    new DeputyDraft(chosen, from, until, reason),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    caller.actor());
            trail.record(
                    caller.actor(),
                    act("account.deputy-named", absent, id)
                            .after("deputy", deputy.toString())
                            .after("role", known.role())
                            .after("from", from.toString())
                            .after("until", until.toString())
                            .why(reason)
                            .personal(Act.WHY));
            return repository.find(id).orElseThrow();
        });
    }

    private Account inUse(AccountId id, String field) {
        Account account = accounts.find(id)
                .filter(known -> known.organisation() == null)
                .orElseThrow(() -> field.equals("deputy")
                        ? TypedText.refused(field, "There is no such person here.", "is nobody of the manufacturer")
                        : absent());
        if (!account.enabled()) {
            throw TypedText.refused(
                    field, "The account of %s is disabled.".formatted(account.name()), "has a disabled account");
        }
        if (account.role().equals(Role.INSPECTOR)) {
            throw TypedText.refused(
                    "deputy",
                    "An inspector stands in for nobody, and nobody for them.",
                    "is, or stands in for, an inspector");
        }
        return account;
    }

    /// Ends one before its last day. Whoever acts in it does so no more from their next request on.
    ///
    /// @param of  the absent person
    /// @throws ProblemException  when there is none of the id or it is over, or it is not the caller's to end
    public void end(Caller caller, AccountId of, UUID id) {
        transaction.executeWithoutResult(_ -> {
            Deputyship one = repository
                    .find(id)
                    .filter(known -> known.absent().equals(of))
                    .filter(known -> concerns(caller, known))
                    .orElseThrow(Deputies::absent);
            if (!one.isOpen(Days.today(clock))
                    || !repository.end(id, clock.instant(), caller.actor().name())) {
                throw ProblemException.of(Problem.CONFLICT, "It is over already.");
            }
            trail.record(
                    caller.actor(),
                    act("account.deputy-ended", of, id)
                            .after("deputy", one.deputy().toString()));
        });
    }

    private static boolean concerns(Caller caller, Deputyship one) {
        return caller.may(Permission.ACCOUNT_WRITE)
                || one.absent().equals(caller.account())
                || one.deputy().equals(caller.account());
    }

    /// Lets the caller act for the absent person in this session, from the next request on.
    ///
    /// @param secret  of the session
    /// @throws ProblemException  when the caller is not the deputy, or not today
    public void act(Caller caller, String secret, UUID id) {
        AccountId person = own(caller);
        transaction.executeWithoutResult(_ -> {
            Deputyship one = open(person).stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow(Deputies::absent);
            repository.act(Secret.digest(secret), id);
            trail.record(
                    caller.actor(),
                    act("account.deputy-began", one.absent(), id)
                            .after("deputy", person.toString())
                            .after("role", one.role()));
        });
    }

    /// Lets the caller act in their own name again.
    public void leave(Caller caller, String secret) {
        AccountId person = own(caller);
        transaction.executeWithoutResult(_ -> {
            if (repository.act(Secret.digest(secret), null)) {
                trail.record(caller.actor(), Act.of("account.deputy-left", "account", person.toString()));
            }
        });
    }

    private static AccountId own(Caller caller) {
        AccountId person = caller.account();
        if (person == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "Only a person stands in for another.");
        }
        return person;
    }

    private static Act act(String what, AccountId absent, UUID id) {
        return Act.of(what, "account", absent.toString()).after("deputyship", id.toString());
    }

    private static ProblemException absent() {
        return ProblemException.of(Problem.NOT_FOUND, "There is no such deputy.");
    }
}
