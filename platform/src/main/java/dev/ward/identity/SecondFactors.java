package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One-time codes beside the password: of an authenticator app, and ten to keep for the day on which it is lost.
///
/// Source: RFC 6238; NIST SP 800-63B, 3.1.4 (one-time codes), 3.1.2 (look-up secrets), 3.2.2 (throttling).
@Component
public class SecondFactors {

    /// For one account, from everywhere together; only who knows the password comes so far.
    static final int TRIES = 5;

    private static final int SEED_BYTES = 20;
    private static final int CODES = 10;
    private static final int CODE_BYTES = 15;

    private final SecondFactorRepository repository;
    private final PasskeyRepository passkeys;
    private final AccountRepository accounts;
    private final SeedVault vault;
    private final Reauthentication reauthentication;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondFactors(
            SecondFactorRepository repository,
            PasskeyRepository passkeys,
            AccountRepository accounts,
            SeedVault vault,
            Reauthentication reauthentication,
            Throttle throttle,
            Sessions sessions,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.vault = vault;
        this.reauthentication = reauthentication;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What came of a code.
    enum Checked {
        CODE,
        RECOVERY_CODE,
        WRONG,
        TOO_OFTEN
    }

    public SecondFactor find(AccountId account) {
        return repository.find(account);
    }

    /// Begins to set up a generator for the caller; it counts from the first code that it shows.
    ///
    /// @param password  the present one
    /// @throws AccountTrouble  when it is not right, or there is a generator already
    public Enrolment begin(Caller caller, String password) {
        AccountId account = person(caller);
        checkPassword(caller, password);
        return begin(account);
    }

    Enrolment begin(AccountId account) {
        byte[] seed = Secret.bytes(SEED_BYTES);
        if (!repository.begin(account, vault.close(account, seed))) {
            throw new AccountTrouble("", "You have set up an app already. Remove it first.");
        }
        return Enrolment.of(seed, email(account));
    }

    /// What was begun and not confirmed, once more.
    ///
    /// @throws AccountTrouble  when nothing was begun
    public Enrolment begun(AccountId account) {
        return repository
                .seed(account, false)
                .flatMap(seed -> vault.open(account, seed))
                .map(seed -> Enrolment.of(seed, email(account)))
                .orElseThrow(SecondFactors::notBegun);
    }

    /// Takes the first code of a generator; from now on it is asked for.
    ///
    /// @return the recovery codes, shown now and never again
    /// @throws AccountTrouble  when the code is not right, in the field `code`
    public List<String> confirm(Caller caller, String code) {
        return confirm(caller.actor(), person(caller), code);
    }

    List<String> confirm(Actor actor, AccountId account, String code) {
        byte[] seed = repository
                .seed(account, false)
                .flatMap(closed -> vault.open(account, closed))
                .orElseThrow(SecondFactors::notBegun);
        checkTries(actor, account);
        OptionalLong step = Totp.matching(seed, typed(code), clock.instant());
        if (step.isEmpty()) {
            throw new AccountTrouble(
                    "code", "That is not the app's present code. Look whether the telephone's clock is right.");
        }
        return transaction.execute(_ -> {
            if (!repository.confirm(account) || !repository.take(account, step.getAsLong())) {
                throw notBegun();
            }
            throttle.forget(key(account));
            trail.record(actor, act("account.second-factor-added", account));
            return renewCodes(account);
        });
    }

    /// Makes other recovery codes; the earlier ones work no more.
    public List<String> renew(Caller caller, String password, String code) {
        AccountId account = person(caller);
        checkBoth(caller, password, code);
        return transaction.execute(_ -> {
            trail.record(caller.actor(), act("account.recovery-codes-made", account));
            return renewCodes(account);
        });
    }

    /// Takes one's generator and recovery codes away.
    ///
    /// @throws AccountTrouble  when the role does not come in without
    public void remove(Caller caller, String password, String code) {
        AccountId account = person(caller);
        if (repository.find(account).required()) {
            throw new AccountTrouble(
                    "", "Your role does not come in without one. For another app, an administrator resets it.");
        }
        checkBoth(caller, password, code);
        transaction.executeWithoutResult(_ -> {
            repository.delete(account);
            trail.record(caller.actor(), act("account.second-factor-removed", account));
        });
    }

    /// Takes somebody's generator, recovery codes and passkeys away, who has lost them. All their sessions end.
    ///
    /// @throws AccountTrouble  when there is nothing to take away
    public void reset(Actor actor, AccountId account) {
        transaction.executeWithoutResult(_ -> {
            boolean coded = repository.delete(account);
            int keys = passkeys.deleteAll(account);
            if (!coded && keys == 0) {
                throw new AccountTrouble("", "This account has no app and no passkey.");
            }
            sessions.closeAll(account);
            trail.record(
                    actor,
                    act("account.second-factor-reset", account)
                            .after("app", Boolean.toString(coded))
                            .after("passkeys", Integer.toString(keys)));
        });
    }

    /// The same by the address with which somebody signs in.
    public void reset(Actor actor, String email) {
        reset(
                actor,
                accounts.findCredentials(email.strip())
                        .map(Credentials::id)
                        .orElseThrow(() -> new AccountTrouble(
                                "email", "There is no account with the address \"%s\".".formatted(email))));
    }

    /// The roles whose people do not come in with a password alone.
    public Set<String> required() {
        return new TreeSet<>(repository.roles());
    }

    /// How many people have neither an app nor a passkey, by role; a role without any is left out.
    public Map<String, Integer> without() {
        return repository.without();
    }

    /// Says anew which roles' people do not come in with a password alone. Sessions that are open stay so.
    ///
    /// @param known  the names of all roles
    public void require(Actor actor, Set<String> roles, List<Role> known) {
        roles.stream()
                .filter(role -> known.stream().noneMatch(one -> one.name().equals(role)))
                .findFirst()
                .ifPresent(role -> {
                    throw new AccountTrouble("role", "There is no role \"%s\".".formatted(role));
                });
        transaction.executeWithoutResult(_ -> {
            Set<String> before = required();
            if (before.equals(roles)) {
                return;
            }
            repository.replaceRoles(roles);
            trail.record(
                    actor,
                    Act.of("second-factor.required", "second-factor", "roles")
                            .before("roles", String.join(" ", before))
                            .after("roles", String.join(" ", new TreeSet<>(roles))));
        });
    }

    /// Confirms the code of the person who signs, when they have a generator.
    ///
    /// @return false when they have none, and no code counts
    /// @throws ProblemException  when the code is not right or was used, in the field `code`
    public boolean confirmForSigning(Caller caller, String code) {
        AccountId account = person(caller);
        if (!repository.find(account).isSetUp()) {
            return false;
        }
        return switch (check(caller.actor(), account, code, false)) {
            case CODE, RECOVERY_CODE -> true;
            case WRONG ->
                throw ProblemException.of(
                                Problem.INVALID,
                                "That is not the present code of your app, or it was used already. Nothing was signed.")
                        .with("code", "is not the present code of your app, or was used already");
            case TOO_OFTEN ->
                throw ProblemException.of(
                                Problem.TOO_MANY_REQUESTS,
                                "Codes were tried too often. Wait 15 minutes. Nothing was signed.")
                        .with("code", "was tried too often: wait 15 minutes, then try again")
                        .retryAfter(Throttle.WINDOW);
        };
    }

    /// Takes a code, once. Each try counts before it is looked at.
    ///
    /// @param recovery  whether a recovery code will do
    Checked check(Actor actor, AccountId account, String code, boolean recovery) {
        int count = transaction.execute(_ -> count(actor, account));
        if (count > TRIES) {
            return Checked.TOO_OFTEN;
        }
        Checked checked = transaction.execute(_ -> look(account, typed(code), recovery));
        transaction.executeWithoutResult(_ -> {
            if (checked == Checked.WRONG && count == 1) {
                trail.record(actor, act("account.code-failed", account));
            } else if (checked != Checked.WRONG) {
                throttle.forget(key(account));
            }
            if (checked == Checked.RECOVERY_CODE) {
                trail.record(actor, act("account.recovery-code-used", account));
            }
        });
        return checked;
    }

    /// When codes that were tried too often are looked at again, at the latest.
    Instant opensAgain() {
        return clock.instant().plus(Throttle.WINDOW);
    }

    private Checked look(AccountId account, String code, boolean recovery) {
        OptionalLong step = repository
                .seed(account, true)
                .flatMap(seed -> vault.open(account, seed))
                .map(seed -> Totp.matching(seed, code, clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isPresent() && repository.take(account, step.getAsLong())) {
            return Checked.CODE;
        }
        return recovery && repository.useCode(account, Secret.digest(code)) ? Checked.RECOVERY_CODE : Checked.WRONG;
    }

    private int count(Actor actor, AccountId account) {
        int count = throttle.count(key(account)).count();
        if (count == TRIES + 1) {
            trail.record(actor, act("account.code-throttled", account));
        }
        return count;
    }

    private void checkTries(Actor actor, AccountId account) {
        if (transaction.execute(_ -> count(actor, account)) > TRIES) {
            throw tooOften("code");
        }
    }

    /// Whether it is the caller, by the present password, and the app's code of who has one.
    ///
    /// @throws AccountTrouble  when it is not, in the field `present` or `code`
    void checkPresent(Caller caller, String password, String code) {
        checkPassword(caller, password);
        if (repository.find(person(caller)).isSetUp()) {
            checkCode(caller, code);
        }
    }

    private void checkBoth(Caller caller, String password, String code) {
        checkPassword(caller, password);
        checkCode(caller, code);
    }

    private void checkCode(Caller caller, String code) {
        switch (check(caller.actor(), person(caller), code, true)) {
            case CODE, RECOVERY_CODE -> {}
            case WRONG ->
                throw new AccountTrouble("code", "That is not the app's present code, or it was used already.");
            case TOO_OFTEN -> throw tooOften("code");
        }
    }

    private void checkPassword(Caller caller, String password) {
        switch (reauthentication.check(person(caller), caller.actor(), password)) {
            case RIGHT -> {}
            case WRONG -> throw new AccountTrouble("present", "That is not your present password.");
            case TOO_OFTEN -> throw tooOften("present");
        }
    }

    private List<String> renewCodes(AccountId account) {
        List<String> codes = new ArrayList<>();
        List<byte[]> digests = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String code = Base32.encode(Secret.bytes(CODE_BYTES));
            codes.add(Base32.grouped(code, "-"));
            digests.add(Secret.digest(code));
        }
        repository.replaceCodes(account, digests);
        return codes;
    }

    /// As codes are compared: without what people put between.
    private static String typed(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private String email(AccountId account) {
        return accounts.find(account).map(Account::email).orElse("");
    }

    private static AccountId person(Caller caller) {
        return Objects.requireNonNull(caller.account(), "a token has no second factor");
    }

    private static String key(AccountId account) {
        return "code:" + account;
    }

    private static Act act(String what, AccountId account) {
        return Act.of(what, "account", account.toString());
    }

    private static AccountTrouble tooOften(String field) {
        return new AccountTrouble(field, "Too many tries. Wait 15 minutes, then try again.");
    }

    private static AccountTrouble notBegun() {
        return new AccountTrouble("", "Begin again: there is no app that waits for its first code.");
    }
}
