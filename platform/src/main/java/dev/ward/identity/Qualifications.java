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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is qualified to sign for what. A role alone opens no signature: somebody who answers for training records says
/// that
/// the person was trained, and until when.
///
/// Source: 21 CFR 11.10(i); ISO 13485:2016, 6.2.
@Component
public class Qualifications {

    private static final int LONGEST = 200;

    private final QualificationRepository repository;
    private final AccountRepository accounts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Qualifications(
            QualificationRepository repository,
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

    /// All that somebody was ever granted, the newest first.
    public List<Qualification> list(AccountId account) {
        return repository.list(account);
    }

    /// Whether somebody has more than one for a competence that holds today or later.
    public boolean overlap(AccountId account, Competence competence) {
        LocalDate today = Days.today(clock);
        return repository.list(account).stream()
                        .filter(one -> one.competence() == competence && one.holdsFrom(today))
                        .count()
                > 1;
    }

    /// Why somebody may not sign for a competence today, and who can mend it, in sentences; empty when they may.
    public Optional<String> refusal(AccountId account, Competence competence) {
        LocalDate today = Days.today(clock);
        List<Qualification> all = repository.list(account).stream()
                .filter(one -> one.competence() == competence)
                .toList();
        if (all.stream().anyMatch(one -> one.holdsOn(today))) {
            return Optional.empty();
        }
        String why = all.stream()
                .max(Comparator.comparing((Qualification one) -> one.holdsFrom(today))
                        .thenComparing(Qualification::grantedAt))
                .map(one -> one.whyNotOn(today))
                .orElse("none was ever granted");
        return Optional.of("Your account has no qualification to sign for %s today: %s. %s"
                .formatted(competence.title().toLowerCase(Locale.ROOT), why, whoGrants(account)));
    }

    private String whoGrants(AccountId besides) {
        List<String> names = repository.granters(besides);
        return names.isEmpty()
                ? "Nobody else can grant one yet: an administrator gives somebody the role of quality or regulatory."
                : "It is granted by %s.".formatted(String.join(" or ", names));
    }

    /// @throws ProblemException  when the person is not qualified today
    public void confirm(AccountId account, Competence competence) {
        refusal(account, competence).ifPresent(words -> {
            throw ProblemException.of(Problem.CONFLICT, words + " Nothing was signed.");
        });
    }

    /// Grants a qualification. Nobody grants their own, nor does a token of theirs.
    ///
    /// @throws ProblemException  when a field is not right, or it is the caller's own
    public Qualification grant(Caller caller, AccountId to, QualificationDraft draft) {
        Competence competence = draft.competence();
        if (competence == null) {
            throw TypedText.refused("competence", "The competence is missing.", "is missing");
        }
        String basis = TypedText.required("basis", draft.basis(), LONGEST);
        LocalDate from = Days.required("from", draft.from() == null ? Days.today(clock) : draft.from());
        LocalDate until = draft.until();
        TypedText.checkDate("until", until);
        if (until != null && (until.isBefore(from) || until.isBefore(Days.today(clock)))) {
            throw TypedText.refused(
                    "until", "The last day is over, or before the first.", "is over, or before the first day");
        }
        refuseOwn(caller, to);
        Qualification granted = new Qualification(
                Uuids.next(),
                to,
                competence,
                basis,
                from,
                until,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.actor().name(),
                null);
        transaction.executeWithoutResult(_ -> {
            refuseOutsider(to);
            repository.insert(granted, caller.actor());
            trail.record(
                    caller.actor(),
                    act("account.qualified", granted)
                            .after("basis", basis)
                            .after("from", from.toString())
                            .after("until", until == null ? null : until.toString()));
        });
        return granted;
    }

    private void refuseOutsider(AccountId to) {
        Account account = accounts.find(to).orElseThrow(Qualifications::absent);
        if (account.organisation() != null) {
            throw ProblemException.of(Problem.CONFLICT, "Only the manufacturer's own people sign.");
        }
    }

    private static void refuseOwn(Caller caller, AccountId to) {
        if (to.equals(caller.owner())) {
            throw ProblemException.of(
                    Problem.CONFLICT, "Nobody qualifies themselves: somebody else grants and revokes it.");
        }
    }

    /// Takes a qualification back, from now on. What was signed with it stays.
    ///
    /// @throws ProblemException  without a reason; when there is none of the id, or it was revoked before
    public void revoke(Caller caller, AccountId of, UUID id, String reason) {
        String because = TypedText.required("reason", reason, LONGEST);
        refuseOwn(caller, of);
        transaction.executeWithoutResult(_ -> {
            Qualification one = repository.list(of).stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow(Qualifications::absent);
            if (!repository.revoke(id, clock.instant(), caller.actor().name(), because)) {
                throw ProblemException.of(Problem.CONFLICT, "It was revoked before.");
            }
            trail.record(
                    caller.actor(), act("account.qualification-revoked", one).why(because));
        });
    }

    private static Act act(String what, Qualification one) {
        return Act.of(what, "account", one.account().toString())
                .after("qualification", one.id().toString())
                .after("competence", one.competence().word());
    }

    private static ProblemException absent() {
        return ProblemException.of(Problem.NOT_FOUND, "There is no such account or qualification.");
    }
}
