package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks for the password again before an act that is to stand under a person's name: who sits at somebody else's
/// session does not do it.
///
/// Source: NIST SP 800-63B, 2.2.3 and 5.2 (reauthentication); OWASP Authentication Cheat Sheet, Require
/// Re-authentication for Sensitive Features.
@Component
public class Reauthentication {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reauthentication(
            AccountRepository accounts,
            Passwords passwords,
            Throttle throttle,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    enum Answer {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    /// Confirms the password of the person who sends the request. Call it outside of a transaction, as it takes long
    /// and its tries must count, and do the act at once with what it gives.
    ///
    /// @param caller    the signed-in person; a token never confirms anything
    /// @param password  as it was typed
    /// @throws ProblemException  for a token; when the password is not right, or was tried too often, in the field
    ///                           `password`
    public Reauthenticated confirm(Caller caller, String password) {
        AccountId person = caller.account();
        if (person == null || caller.actor().kind() != Actor.Kind.PERSON) {
            Refusals.log("to stand for a person", caller);
            throw ProblemException.of(
                    Problem.FORBIDDEN, "Only a person who is signed in and re-enters their password does this.");
        }
        return switch (check(person, caller.actor(), password)) {
            case RIGHT -> new Reauthenticated(caller, clock.instant());
            case WRONG -> {
                Refusals.log("a re-entered password", caller);
                throw ProblemException.of(Problem.INVALID, "The password is not your present one. Nothing was done.")
                        .with("password", "is not your present password");
            }
            case TOO_OFTEN -> {
                Refusals.log("all further passwords for a while", caller);
                throw ProblemException.of(
                                Problem.TOO_MANY_REQUESTS,
                                "The password was re-entered too often. Wait 15 minutes. Nothing was done.")
                        .with("password", "was tried too often: wait 15 minutes, then try again")
                        .retryAfter(Throttle.WINDOW);
            }
        };
    }

    /// Each try counts before its password is looked at. Who tries here and where else a present password is asked for
    /// has one count; the trail gets the first failure of a window and the closing.
    Answer check(AccountId person, Actor actor, String password) {
        String tries = "present-password:" + person;
        int count = transaction.execute(_ -> count(tries, person, actor));
        if (count > Throttle.PER_PLACE) {
            return Answer.TOO_OFTEN;
        }
        if (password.length() > Passwords.LONGEST || !passwords.matches(password, accounts.password(person))) {
            if (count == 1) {
                transaction.executeWithoutResult(_ -> trail.record(actor, act("account.reentry-failed", person)));
            }
            return Answer.WRONG;
        }
        transaction.executeWithoutResult(_ -> throttle.forget(tries));
        return Answer.RIGHT;
    }

    private int count(String tries, AccountId person, Actor actor) {
        int count = throttle.count(tries).count();
        if (count == Throttle.PER_PLACE + 1) {
            trail.record(actor, act("account.reentry-throttled", person));
        }
        return count;
    }

    private static Act act(String what, AccountId person) {
        return Act.of(what, "account", person.toString());
    }
}
