package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The first start: whoever reads the server's output makes the first administrator.
@Component
public class SetUp {

    private final AccountRepository repository;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SetUp(
            AccountRepository repository,
            Accounts accounts,
            Invitations invitations,
            Passwords passwords,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// Opens the one-time link when there are no accounts; a link of an earlier start no longer works.
    ///
    /// @return the path and query that follow the server's address, `/setup?code=…`; empty when there are
    /// accounts
    public Optional<String> openInvitation() {
        return transaction.execute(_ -> {
            repository.lockAll();
            if (!repository.isEmpty()) {
                return Optional.empty();
            }
            trail.record(Actor.machine("start"), Act.of("setup.link-made", "setup", "setup"));
            return Optional.of("/setup?code=" + invitations.open(null));
        });
    }

    public boolean opens(String code) {
        return invitations.opensSetUp(code) && repository.isEmpty();
    }

    /// Makes the first administrator.
    ///
    /// @throws AccountTrouble  when the code does not open the set-up (any more), or the values are not right
    public AccountId complete(String code, String email, String name, String password) {
        Accounts.check(email, name, password);
        if (!opens(code)) {
            throw used();
        }
        String encoded = passwords.encode(password);
        return transaction.execute(_ -> {
            repository.lockAll();
            if (!repository.isEmpty() || !invitations.use(code)) {
                throw used();
            }
            return accounts.insert(
                    Actor.machine("set-up"), new NewAccount(email, name, Role.ADMINISTRATOR, null), encoded);
        });
    }

    private static AccountTrouble used() {
        return new AccountTrouble("code", "This link does not set Ward up (any more). Start Ward again for a new one.");
    }
}
