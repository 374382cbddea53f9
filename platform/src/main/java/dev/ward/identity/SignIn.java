package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Throttle.Tries;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
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
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SignIn(
            AccountRepository accounts,
            Sessions sessions,
            Passwords passwords,
            Throttle throttle,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Tries a password. Each try counts; the trail gets the first failure of a window and the closing of the
    /// door, so that who knocks for hours does not fill it.
    ///
    /// @param address  the asker's network address
    public SignInAnswer signIn(String email, String password, String address) {
        String asked = email.strip();
        boolean possible = asked.chars().noneMatch(Character::isISOControl);
        Optional<Credentials> known = possible ? accounts.findCredentials(asked) : Optional.empty();
        // By the account that was found: two spellings that lead to one account are one account.
        String who = known.map(person -> person.id().toString()).orElseGet(() -> asked.toLowerCase(Locale.ROOT));
        Knock knock = new Knock("account:" + who, "address:" + address, address, known);
        Counted counted = transaction.execute(_ -> count(knock));
        if (counted.closed().isPresent()) {
            return counted.closed().get();
        }
        String encoded =
                known.filter(Credentials::enabled).map(Credentials::password).orElse(null);
        boolean right = password.length() <= Passwords.LONGEST && passwords.matches(password, encoded);
        if (right && known.isPresent()) {
            Credentials person = known.get();
            return new SignInAnswer.Welcome(transaction.execute(_ -> welcome(person, knock, counted)));
        }
        transaction.executeWithoutResult(_ -> refuse(knock, counted));
        return new SignInAnswer.Refused();
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
        Tries ofAddress = throttle.count(knock.addressKey());
        if (ofAddress.count() > Throttle.PER_ADDRESS) {
            close(knock, ofAddress, Throttle.PER_ADDRESS);
            return new Counted(0, Optional.of(new SignInAnswer.TooOften(ofAddress.ends())));
        }
        Tries ofAccount = throttle.count(knock.accountKey());
        if (ofAccount.count() > Throttle.PER_ACCOUNT) {
            close(knock, ofAccount, Throttle.PER_ACCOUNT);
            return new Counted(0, Optional.of(new SignInAnswer.TooOften(ofAccount.ends())));
        }
        return new Counted(ofAccount.count(), Optional.empty());
    }

    private void close(Knock knock, Tries tries, int most) {
        if (tries.count() == most + 1) {
            trail.record(DOOR, knock.act("account.sign-in-throttled").after("tries", Integer.toString(most)));
        }
    }

    private void refuse(Knock knock, Counted counted) {
        if (counted.tries() == 1) {
            trail.record(DOOR, knock.act("account.sign-in-failed"));
        }
    }

    private String welcome(Credentials person, Knock knock, Counted counted) {
        throttle.forget(knock.accountKey());
        throttle.takeBackOne(knock.addressKey());
        trail.record(
                new Actor(Actor.Kind.PERSON, person.id().toString(), person.name()),
                knock.act("account.signed-in").after("failedBefore", Integer.toString(counted.tries() - 1)));
        return sessions.open(person.id());
    }

    /// @param tries   of the account in this window; 0 when the door is closed
    /// @param closed  present when it is
    private record Counted(int tries, Optional<SignInAnswer.TooOften> closed) {}

    private record Knock(String accountKey, String addressKey, String address, Optional<Credentials> known) {

        /// What was typed as a name is not kept when it is nobody's: people type passwords there.
        Act act(String what) {
            Act act = known.map(person -> Act.of(what, "account", person.id().toString()))
                    .orElseGet(() ->
                            Act.of(what, "unknown-account", HexFormat.of().formatHex(Secret.digest(accountKey), 0, 8)));
            return act.after("address", address).personal("address");
        }
    }
}
