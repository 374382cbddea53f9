package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The people of this Ward.
@Component
public class Accounts {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");

    private final AccountRepository repository;
    private final Roles roles;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Passwords passwords;
    private final Reauthentication reauthentication;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            AccountRepository repository,
            Roles roles,
            Sessions sessions,
            Invitations invitations,
            Passwords passwords,
            Reauthentication reauthentication,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.roles = roles;
        this.sessions = sessions;
        this.invitations = invitations;
        this.passwords = passwords;
        this.reauthentication = reauthentication;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// An account that was made, and the code of the link by which its person chooses a password.
    public record Invited(AccountId id, String code) {}

    /// The people of the manufacturer.
    public List<Account> list(Reader reader) {
        return repository.list(reader, null);
    }

    /// The people of another organisation.
    public List<Account> list(Reader reader, OrganisationId organisation) {
        return repository.list(reader, organisation);
    }

    public Optional<Account> find(AccountId id) {
        return repository.find(id);
    }

    public boolean isEmpty() {
        return repository.isEmpty();
    }

    /// Whether an address is that of the person who sends the request.
    public boolean hasEmail(Caller caller, String email) {
        return repository
                .findCredentials(email.strip())
                .map(found -> found.id().equals(caller.account()))
                .orElse(false);
    }

    /// Whether somebody signs in with the address, or did.
    public boolean isTaken(String email) {
        return repository.findCredentials(email.strip()).isPresent();
    }

    /// Makes an account that can sign in at once.
    ///
    /// @throws AccountTrouble  when the role does not exist, or the address is taken or none, or the password
    /// too weak
    public AccountId createAccount(Actor actor, String email, String name, String role, String password) {
        return createAccount(actor, new NewAccount(email, name, role, null), password);
    }

    /// Makes an account of another organisation's person that can sign in at once.
    public AccountId createAccount(
            Actor actor, OrganisationId organisation, String email, String name, String password) {
        return createAccount(actor, new NewAccount(email, name, Role.HOSPITAL, organisation), password);
    }

    private AccountId createAccount(Actor actor, NewAccount account, String password) {
        check(account.email(), account.name(), password);
        String encoded = passwords.encode(password);
        return transaction.execute(_ -> insert(actor, account, encoded));
    }

    /// Makes an account whose person chooses a password by a one-time link.
    public Invited invite(Actor actor, String email, String name, String role) {
        return invite(actor, new NewAccount(email, name, role, null));
    }

    /// The same for a person of another organisation. The account is that organisation's for good.
    public Invited invite(Actor actor, OrganisationId organisation, String email, String name) {
        return invite(actor, new NewAccount(email, name, Role.HOSPITAL, organisation));
    }

    private Invited invite(Actor actor, NewAccount account) {
        check(account.email(), account.name(), null);
        return transaction.execute(_ -> {
            AccountId id = insert(actor, account, null);
            return new Invited(id, invitations.open(id));
        });
    }

    /// Opens a new one-time link for someone who forgot their password or lost the first link.
    ///
    /// @return the code
    public String inviteAgain(Actor actor, AccountId id) {
        return transaction.execute(_ -> {
            Account account = get(id);
            if (!account.enabled()) {
                throw new AccountTrouble("", "The account is disabled. Enable it first.");
            }
            trail.record(actor, Act.of("account.link-made", "account", id.toString()));
            return invitations.open(id);
        });
    }

    /// The same by the address with which somebody signs in.
    ///
    /// @throws AccountTrouble  when there is no such account, or it is disabled
    public String inviteAgain(Actor actor, String email) {
        AccountId id = repository
                .findCredentials(email.strip())
                .map(Credentials::id)
                .orElseThrow(() ->
                        new AccountTrouble("email", "There is no account with the address \"%s\".".formatted(email)));
        return inviteAgain(actor, id);
    }

    public Optional<Account> findInvited(String code) {
        return invitations.find(code).flatMap(repository::find).filter(Account::enabled);
    }

    /// Sets the password of the account that the code was made for. All its sessions end.
    public AccountId acceptInvitation(String code, String password) {
        Account invited = findInvited(code).orElseThrow(Accounts::usedLink);
        check(invited.email(), invited.name(), password);
        String encoded = passwords.encode(password);
        return transaction.execute(_ -> {
            if (!invitations.use(code)) {
                throw usedLink();
            }
            changePassword(person(invited), invited.id(), encoded);
            return invited.id();
        });
    }

    /// Changes one's own password. All sessions of the account end, that of the asker too. Who sits at somebody
    /// else's session guesses no faster here than at the door.
    public void changePassword(AccountId id, String present, String chosen) {
        Account account = get(id);
        check(account.email(), account.name(), chosen);
        confirm(account, present, "present");
        String encoded = passwords.encode(chosen);
        transaction.executeWithoutResult(_ -> changePassword(person(account), id, encoded));
    }

    /// One's own sessions, the one that asks first.
    ///
    /// @param secret  of the session that asks
    public List<OpenSession> sessions(AccountId id, String secret) {
        return sessions.list(id, secret);
    }

    /// Ends some of one's own sessions. It takes the present password: who sits at somebody else's session shuts
    /// nobody out.
    public void endSessions(AccountId id, String present, Collection<UUID> chosen) {
        Account account = get(id);
        confirm(account, present, "confirm");
        transaction.executeWithoutResult(_ -> {
            int ended = sessions.close(id, chosen);
            if (ended > 0) {
                trail.record(
                        person(account),
                        Act.of("account.sessions-ended", "account", id.toString())
                                .after("sessions", Integer.toString(ended)));
            }
        });
    }

    /// Signs somebody out everywhere, from the next request on. They may sign in again.
    public void endSessions(Actor actor, AccountId id) {
        transaction.executeWithoutResult(_ -> {
            sessions.closeAll(get(id).id());
            trail.record(actor, Act.of("account.sessions-ended", "account", id.toString()));
        });
    }

    private void confirm(Account account, String present, String field) {
        switch (reauthentication.check(account.id(), person(account), present)) {
            case RIGHT -> {}
            case WRONG -> throw new AccountTrouble(field, "That is not your present password.");
            case TOO_OFTEN -> throw new AccountTrouble(field, "Too many tries. Wait 15 minutes, then try again.");
        }
    }

    /// Gives another role, from the next request on.
    ///
    /// @throws AccountTrouble  for a role of the other side: nobody comes in or goes out by a change of role
    public void changeRole(Actor actor, AccountId id, String role) {
        Role known = roles.get(role);
        transaction.executeWithoutResult(_ -> {
            repository.lockAll();
            Account account = get(id);
            if (account.role().equals(role)) {
                return;
            }
            refuseOtherSide(known, account.organisation());
            keepAnAdministrator(account);
            repository.updateRole(id, known.name());
            trail.record(
                    actor,
                    Act.of("account.role-changed", "account", id.toString())
                            .before("role", account.role())
                            .after("role", role));
        });
    }

    /// Keeps a person out, from the next request on. Doing it twice changes nothing.
    public void disable(Actor actor, AccountId id) {
        transaction.executeWithoutResult(_ -> {
            repository.lockAll();
            Account account = get(id);
            if (!account.enabled()) {
                return;
            }
            keepAnAdministrator(account);
            repository.updateDisabled(id, clock.instant());
            sessions.closeAll(id);
            invitations.close(id);
            trail.record(actor, Act.of("account.disabled", "account", id.toString()));
        });
    }

    public void enable(Actor actor, AccountId id) {
        transaction.executeWithoutResult(_ -> {
            if (!get(id).enabled()) {
                repository.updateDisabled(id, null);
                trail.record(actor, Act.of("account.enabled", "account", id.toString()));
            }
        });
    }

    /// Inserts an account within the transaction at hand.
    AccountId insert(Actor actor, NewAccount account, @Nullable String encoded) {
        OrganisationId organisation = account.organisation();
        refuseOtherSide(roles.get(account.role()), organisation);
        AccountId id = new AccountId(Uuids.next());
        try {
            repository.insert(id, account, encoded, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new AccountTrouble(
                    "email", "There is already an account with the address \"%s\".".formatted(account.email()));
        }
        trail.record(
                actor,
                Act.of("account.created", "account", id.toString())
                        .after("email", account.email())
                        .after("name", account.name())
                        .after("role", account.role())
                        .after("organisation", organisation == null ? null : organisation.toString())
                        .personal("email", "name"));
        return id;
    }

    private static void refuseOtherSide(Role role, @Nullable OrganisationId organisation) {
        if (role.outside() && organisation == null) {
            throw new AccountTrouble(
                    "role", "The role \"%s\" is for people of other organisations.".formatted(role.name()));
        }
        if (!role.outside() && organisation != null) {
            throw new AccountTrouble(
                    "role", "The role \"%s\" is for the manufacturer's own people.".formatted(role.name()));
        }
    }

    private void changePassword(Actor actor, AccountId id, String encoded) {
        Account account = repository.lock(id).orElseThrow(Accounts::unknown);
        if (!account.enabled()) {
            throw new AccountTrouble("", "The account is disabled.");
        }
        repository.updatePassword(id, encoded);
        sessions.closeAll(id);
        trail.record(actor, Act.of("account.password-changed", "account", id.toString()));
    }

    private void keepAnAdministrator(Account account) {
        if (account.enabled()
                && account.role().equals(Role.ADMINISTRATOR)
                && !repository.hasAnotherAdministrator(account.id())) {
            throw new AccountTrouble("", "This is the last administrator. Make another one first.");
        }
    }

    private Account get(AccountId id) {
        return repository.find(id).orElseThrow(Accounts::unknown);
    }

    static Actor person(Account account) {
        return new Actor(Actor.Kind.PERSON, account.id().toString(), account.name());
    }

    static void check(String email, String name, @Nullable String password) {
        if (!EMAIL.matcher(email.strip()).matches()) {
            throw new AccountTrouble("email", "\"%s\" is no e-mail address.".formatted(email));
        }
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountTrouble("name", "The name needs 1 to 100 characters.");
        }
        if (password != null) {
            Passwords.check(password, email.strip(), name.strip());
        }
    }

    private static AccountTrouble unknown() {
        return new AccountTrouble("", "There is no such account.");
    }

    private static AccountTrouble usedLink() {
        return new AccountTrouble("code", "The link was used, has run out, or was replaced by a newer one.");
    }
}
