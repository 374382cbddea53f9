package dev.ward.identity;

import dev.ward.audit.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The second step at the door: the code after the right password.
@Component
public class SecondStep {

    private static final Actor DOOR = Actor.machine("sign-in");

    private final PendingSignIns pending;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final TransactionTemplate transaction;

    SecondStep(PendingSignIns pending, SecondFactors factors, Entrance entrance, TransactionTemplate transaction) {
        this.pending = pending;
        this.factors = factors;
        this.entrance = entrance;
        this.transaction = transaction;
    }

    /// Somebody who has come in by setting up an app, and the recovery codes that are shown now and never again.
    public record Enrolled(SignInAnswer.Welcome welcome, List<String> codes) {}

    /// Whether a sign-in waits for its code.
    public boolean waits(String secret) {
        return pending.find(secret).isPresent();
    }

    /// Takes the app's present code, or a recovery code.
    ///
    /// @param secret   of the sign-in that waits
    /// @param address  the asker's network address
    /// @param device   the secret that the browser got at an earlier sign-in; null for none
    public SignInAnswer take(String secret, String code, String address, @Nullable String device) {
        Optional<PendingSignIns.Pending> found = pending.find(secret);
        if (found.isEmpty()) {
            return new SignInAnswer.Over();
        }
        PendingSignIns.Pending one = found.get();
        return switch (factors.check(DOOR, one.account(), code, true)) {
            case CODE -> enter(one, secret, "totp", address, device);
            case RECOVERY_CODE -> enter(one, secret, "recovery-code", address, device);
            case WRONG -> {
                Refusals.log("a code", one.account().toString(), address);
                yield new SignInAnswer.Refused();
            }
            case TOO_OFTEN -> {
                Refusals.log("all further codes for a while", one.account().toString(), address);
                yield new SignInAnswer.TooOften(factors.opensAgain());
            }
        };
    }

    /// Begins to set up an app for somebody whose role does not come in without.
    ///
    /// @return empty when no sign-in waits
    /// @throws AccountTrouble  when there is an app already
    public Optional<Enrolment> begin(String secret) {
        return pending.find(secret).map(one -> factors.begin(one.account()));
    }

    /// What was begun, once more.
    public Optional<Enrolment> begun(String secret) {
        return pending.find(secret).map(one -> factors.begun(one.account()));
    }

    /// Takes the app's first code, and lets its person in.
    ///
    /// @return empty when no sign-in waits
    /// @throws AccountTrouble  when the code is not right
    public Optional<Enrolled> enrol(String secret, String code, String address, @Nullable String device) {
        return pending.find(secret).flatMap(one -> {
            List<String> codes = factors.confirm(actor(one), one.account(), code);
            return enter(one, secret, "totp", address, device) instanceof SignInAnswer.Welcome welcome
                    ? Optional.of(new Enrolled(welcome, codes))
                    : Optional.empty();
        });
    }

    private SignInAnswer enter(
            PendingSignIns.Pending one, String secret, String with, String address, @Nullable String device) {
        return transaction.execute(_ -> pending.use(secret)
                ? entrance.open(actor(one), one.by() + " " + with, one.failedBefore(), address, device)
                : new SignInAnswer.Over());
    }

    private static Actor actor(PendingSignIns.Pending one) {
        return new Actor(Actor.Kind.PERSON, one.account().toString(), one.name());
    }
}
