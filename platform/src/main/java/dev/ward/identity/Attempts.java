package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Limits how often a person tries what could be guessed, as tries to sign in are limited. A try counts
/// whether it is right or not.
@Component
public class Attempts {

    private final Throttle throttle;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Attempts(Throttle throttle, AuditTrail trail, TransactionTemplate transaction) {
        this.throttle = throttle;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Counts a try before it is looked at. Call it outside of a transaction, as it must count whatever
    /// becomes of the act.
    ///
    /// @param what  is tried, `emergency-opening`; each has a count of its own
    /// @throws ProblemException  when it was tried too often
    public void count(Actor actor, AccountId person, String what) {
        Integer count = transaction.execute(_ -> {
            int tries = throttle.count(what + ":" + person).count();
            if (tries == Throttle.PER_PLACE + 1) {
                trail.record(actor, Act.of("account." + what + "-throttled", "account", person.toString()));
            }
            return tries;
        });
        if (count == null || count > Throttle.PER_PLACE) {
            throw ProblemException.of(
                            Problem.TOO_MANY_REQUESTS, "That was tried too often. Wait 15 minutes. Nothing was done.")
                    .retryAfter(Throttle.WINDOW);
        }
    }
}
