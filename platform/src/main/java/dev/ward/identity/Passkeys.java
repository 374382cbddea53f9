package dev.ward.identity;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.PasskeyRepository.Kept;
import dev.ward.identity.PasskeyRepository.Purpose;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys: a device that the person unlocks by PIN or biometrics signs for them. It is bound to Ward's address, so
/// that no
/// other page gets anything for it, and it is two factors in one.
///
/// Source: W3C Web Authentication Level 3; NIST SP 800-63B, 3.1.7 (cryptographic authenticators), 3.2.5 (resistance to
/// phishing).
@Component
public class Passkeys {

    /// For one account.
    static final int MOST = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final PasskeyRepository repository;
    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PasskeyCheck check = new PasskeyCheck();

    Passkeys(
            PasskeyRepository repository,
            AccountRepository accounts,
            SecondFactors factors,
            Entrance entrance,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.factors = factors;
        this.entrance = entrance;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether browsers make passkeys for the address of the request at hand.
    public boolean arePossible() {
        return RelyingParty.present().isPossible();
    }

    public List<Passkey> list(AccountId account) {
        return repository.list(account);
    }

    /// What the browser is asked for a new passkey of the caller.
    ///
    /// @param password  the present one
    /// @param code      of the app, of who has one
    /// @throws AccountTrouble  when one of them is not right, or there are too many passkeys
    public String begin(Caller caller, String password, String code) {
        AccountId account = person(caller);
        factors.checkPresent(caller, password, code);
        if (repository.list(account).size() >= MOST) {
            throw new AccountTrouble("", "%d passkeys are enough. Remove one that you do not use.".formatted(MOST));
        }
        return begin(account, RelyingParty.present());
    }

    String begin(AccountId account, RelyingParty here) {
        Account known = accounts.find(account).orElseThrow();
        Map<String, Object> options = options(here, repository.challenge(Purpose.REGISTER, account));
        options.put("rp", Map.of("id", here.id(), "name", "Ward"));
        options.put("user", Map.of("id", text(handle(account)), "name", known.email(), "displayName", known.name()));
        options.put(
                "pubKeyCredParams",
                PasskeyCheck.ALGORITHMS.stream()
                        .map(COSEAlgorithmIdentifier::getValue)
                        .map(one -> Map.of("type", "public-key", "alg", one))
                        .toList());
        options.put("authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
        options.put("attestation", "none");
        options.put("excludeCredentials", named(account));
        return JSON.writeValueAsString(options);
    }

    /// Keeps a new passkey.
    ///
    /// @param name    as the person calls it
    /// @param answer  of the browser, as its script sends it
    /// @throws AccountTrouble  when it does not stand the test, or is known already
    public void add(Caller caller, String name, String answer) {
        add(caller, name, answer, RelyingParty.present());
    }

    void add(Caller caller, String name, String answer, RelyingParty here) {
        AccountId account = person(caller);
        String chosen = name(name);
        PasskeyCheck.Made made = PasskeyAnswer.ofNew(answer)
                .flatMap(
                        one -> check.made(one, here, challenge -> repository.use(challenge, Purpose.REGISTER, account)))
                .orElseThrow(() ->
                        new AccountTrouble("", "The passkey could not be verified, or it took too long. Begin again."));
        Passkey passkey =
                new Passkey(Uuids.next(), chosen, made.synced(), clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        try {
            transaction.executeWithoutResult(_ -> {
                repository.insert(account, passkey, made.credentialId(), made.credential(), made.signCount());
                trail.record(
                        caller.actor(),
                        act("account.passkey-added", account, passkey.id())
                                .after("name", chosen)
                                .after("synced", Boolean.toString(made.synced()))
                                .personal("name"));
            });
        } catch (DuplicateKeyException e) {
            throw new AccountTrouble("", "This passkey is known already.");
        }
    }

    /// @throws AccountTrouble  when there is none of the id, or the name is none
    public void rename(Caller caller, UUID id, String name) {
        AccountId account = person(caller);
        String chosen = name(name);
        transaction.executeWithoutResult(_ -> {
            if (!repository.rename(account, id, chosen)) {
                throw absent();
            }
            trail.record(
                    caller.actor(),
                    act("account.passkey-renamed", account, id)
                            .after("name", chosen)
                            .personal("name"));
        });
    }

    /// @throws AccountTrouble  when the present password or the app's code is not right, or there is none of the id
    public void remove(Caller caller, UUID id, String password, String code) {
        AccountId account = person(caller);
        factors.checkPresent(caller, password, code);
        transaction.executeWithoutResult(_ -> {
            if (!repository.delete(account, id)) {
                throw absent();
            }
            trail.record(caller.actor(), act("account.passkey-removed", account, id));
        });
    }

    /// What the browser is asked at the door, where nobody knows yet who comes.
    public String beginSignIn() {
        return JSON.writeValueAsString(
                used(options(RelyingParty.present(), repository.challenge(Purpose.SIGN_IN, null)), List.of()));
    }

    /// Lets in whose passkey it is.
    ///
    /// @param address  the asker's network address
    /// @param device   the secret that the browser got at an earlier sign-in; null for none
    public SignInAnswer signIn(String answer, String address, @Nullable String device) {
        return signIn(answer, RelyingParty.present(), address, device);
    }

    SignInAnswer signIn(String answer, RelyingParty here, String address, @Nullable String device) {
        Optional<Kept> found = PasskeyAnswer.ofUsed(answer).flatMap(one -> find(one, here, Purpose.SIGN_IN, null));
        if (found.isEmpty()) {
            Refusals.log("a passkey", "unknown", address);
            return new SignInAnswer.Refused();
        }
        Kept one = found.get();
        Actor person = new Actor(Actor.Kind.PERSON, one.owner().toString(), one.ownerName());
        return transaction.execute(_ -> entrance.open(person, "passkey", 0, address, device));
    }

    /// What the browser is asked for a signature; empty for who has no passkey, or is at an address that can have none.
    public Optional<String> beginSigning(AccountId account) {
        RelyingParty here = RelyingParty.present();
        return here.isPossible() ? beginSigning(account, here) : Optional.empty();
    }

    Optional<String> beginSigning(AccountId account, RelyingParty here) {
        List<Map<String, String>> named = named(account);
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.writeValueAsString(
                        used(options(here, repository.challenge(Purpose.SIGN, account)), named)));
    }

    /// Recognises the person who sends the request by one of their passkeys, for one act.
    ///
    /// @throws ProblemException  for a token; when it does not stand the test, in the field `passkey`
    public Reauthenticated confirm(Caller caller, String answer) {
        return confirm(caller, answer, RelyingParty.present());
    }

    Reauthenticated confirm(Caller caller, String answer, RelyingParty here) {
        AccountId account = caller.account();
        if (account == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "Only a person has a passkey.");
        }
        if (PasskeyAnswer.ofUsed(answer)
                .flatMap(one -> find(one, here, Purpose.SIGN, account))
                .isEmpty()) {
            Refusals.log("a passkey", caller);
            throw ProblemException.of(
                            Problem.INVALID,
                            "The passkey is none of yours, or it took too long. Nothing was done. Try again.")
                    .with("passkey", "is none of yours, or it took too long");
        }
        return new Reauthenticated(caller, clock.instant());
    }

    /// @param account  whose it must be; null for anybody's
    private Optional<Kept> find(PasskeyAnswer answer, RelyingParty here, Purpose purpose, @Nullable AccountId account) {
        return repository
                .find(answer.credentialId())
                .filter(one -> account == null || one.owner().equals(account))
                .filter(one ->
                        answer.userHandle().length == 0 || Arrays.equals(answer.userHandle(), handle(one.owner())))
                .filter(one -> check.used(answer, one, here, challenge -> repository.use(challenge, purpose, account))
                        .map(count -> repository.markUsed(one.id(), one.signCount(), count))
                        .orElse(false));
    }

    private static Map<String, Object> options(RelyingParty here, byte[] challenge) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", text(challenge));
        options.put("rpId", here.id());
        options.put("timeout", PasskeyRepository.VALID.toMillis());
        return options;
    }

    private static Map<String, Object> used(Map<String, Object> options, List<Map<String, String>> named) {
        options.put("userVerification", "required");
        options.put("allowCredentials", named);
        return options;
    }

    private List<Map<String, String>> named(AccountId account) {
        return repository.credentialIds(account).stream()
                .map(id -> Map.of("type", "public-key", "id", text(id)))
                .toList();
    }

    /// By which an authenticator knows the account: its id, which says nothing of the person.
    private static byte[] handle(AccountId account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String name(String name) {
        String chosen = name.strip();
        if (chosen.isEmpty() || chosen.length() > 100 || chosen.chars().anyMatch(Character::isISOControl)) {
            throw new AccountTrouble("name", "The name needs 1 to 100 characters.");
        }
        return chosen;
    }

    private static AccountId person(Caller caller) {
        return Objects.requireNonNull(caller.account(), "a token has no passkey");
    }

    private static Act act(String what, AccountId account, UUID passkey) {
        return Act.of(what, "account", account.toString()).after("passkey", passkey.toString());
    }

    private static AccountTrouble absent() {
        return new AccountTrouble("", "There is no such passkey.");
    }
}
