package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The door: lets people in and out.
@Component
public class SignIn {

    private static final Actor DOOR = Actor.machine("sign-in");

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Browsers browsers;
    private final SecondFactors factors;
    private final PendingSignIns pending;
    private final Entrance entrance;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SignIn(
            AccountRepository accounts,
            Sessions sessions,
            Passwords passwords,
            Throttle throttle,
            Browsers browsers,
            SecondFactors factors,
            PendingSignIns pending,
            Entrance entrance,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.browsers = browsers;
        this.factors = factors;
        this.pending = pending;
        this.entrance = entrance;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Tries a password. Each try counts before its password is looked at; the trail gets the first failure of a
    /// window and the closing of the door, so that who knocks for hours does not fill it.
    ///
    /// @param address  the asker's network address
    /// @param device   the secret that the browser got at an earlier sign-in; null for none
    public SignInAnswer signIn(String email, String password, String address, @Nullable String device) {
        String asked = email.strip();
        boolean possible = asked.chars().noneMatch(Character::isISOControl);
        Optional<Credentials> known = possible ? accounts.findCredentials(asked) : Optional.empty();
        boolean familiar = device != null
                && known.map(person -> browsers.knows(device, person.id())).orElse(false);
        Knock knock = new Knock(asked, address, familiar ? device : null, known);
        Counted counted = transaction.execute(_ -> count(knock));
        if (counted.closed() != null) {
            return counted.closed();
        }
        String encoded =
                known.filter(Credentials::enabled).map(Credentials::password).orElse(null);
        boolean right = password.length() <= Passwords.LONGEST && passwords.matches(password, encoded);
        if (right && known.isPresent()) {
            Credentials person = known.get();
            return transaction.execute(_ -> welcome(person, knock, counted, device));
        }
        transaction.executeWithoutResult(_ -> refuse(knock, counted));
        return new SignInAnswer.Refused();
    }

    /// Ends the session that a browser had when somebody signed in with it anew.
    public void replace(String secret) {
        sessions.close(secret);
    }

    /// Ends one session.
    public void signOut(Caller caller, String secret) {
        transaction.executeWithoutResult(_ -> {
            sessions.close(secret);
            trail.record(
                    caller.actor(),
                    Act.of("account.signed-out", "account", caller.actor().id()));
        });
    }

    private Counted count(Knock knock) {
        int tries = 0;
        for (Knock.Limit limit : knock.limits()) {
            Throttle.Tries counted = throttle.count(limit.key());
            if (counted.count() > limit.most()) {
                if (counted.count() == limit.most() + 1) {
                    Refusals.log("all further passwords for a while", knock.subject(), knock.address());
                    trail.record(
                            DOOR,
                            knock.act("account.sign-in-throttled").after("tries", Integer.toString(limit.most())));
                }
                return new Counted(0, new SignInAnswer.TooOften(counted.ends()));
            }
            tries = counted.count();
        }
        return new Counted(tries, null);
    }

    private void refuse(Knock knock, Counted counted) {
        Refusals.log("a password", knock.subject(), knock.address());
        if (counted.tries() == 1) {
            trail.record(DOOR, knock.act("account.sign-in-failed"));
        }
    }

    private SignInAnswer welcome(Credentials person, Knock knock, Counted counted, @Nullable String device) {
        for (Knock.Limit limit : knock.limits()) {
            if (limit.own()) {
                throttle.forget(limit.key());
            } else {
                throttle.takeBackOne(limit.key());
            }
        }
        int failedBefore = counted.tries() - 1;
        SecondFactor factor = factors.find(person.id());
        return factor.isSetUp() || factor.required()
                ? new SignInAnswer.Further(pending.open(person.id(), failedBefore, "password"), !factor.isSetUp())
                : entrance.open(
                        new Actor(Actor.Kind.PERSON, person.id().toString(), person.name()),
                        "password",
                        failedBefore,
                        knock.address(),
                        device);
    }

    /// @param tries   by the widest net, in this window; 0 when the door is closed
    /// @param closed  null while it is open
    private record Counted(int tries, SignInAnswer.@Nullable TooOften closed) {}
}
