package dev.ward.identity;

import dev.ward.audit.AuditTrail;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The fronts of this module over a database alone, for commands that run without a server.
public record Identities(
        Accounts accounts,
        Tokens tokens,
        SetUp setUp,
        Roles roles,
        SignIn signIn,
        Sessions sessions,
        Reauthentication reauthentication,
        Qualifications qualifications,
        Deputies deputies,
        SecondFactors secondFactors,
        SecondStep secondStep,
        Passkeys passkeys) {

    /// @param database  in the role that does the work
    public static Identities over(DataSource database, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        AuditTrail trail = AuditTrail.over(jdbc, clock);
        Roles roles = new Roles(jdbc);
        Sessions sessions = new Sessions(jdbc, clock);
        Passwords passwords = new Passwords();
        Throttle throttle = new Throttle(jdbc, clock);
        Invitations invitations = new Invitations(jdbc, clock);
        AccountRepository repository = new AccountRepository(jdbc);
        Reauthentication reauthentication =
                new Reauthentication(repository, passwords, throttle, trail, transaction, clock);
        Accounts accounts = new Accounts(
                repository, roles, sessions, invitations, passwords, reauthentication, trail, transaction, clock);
        Browsers browsers = new Browsers(jdbc, clock);
        PasskeyRepository passkeys = new PasskeyRepository(jdbc, clock);
        SecondFactors factors = new SecondFactors(
                new SecondFactorRepository(jdbc, clock),
                passkeys,
                repository,
                SeedVault.forgetful(),
                reauthentication,
                throttle,
                sessions,
                trail,
                transaction,
                clock);
        PendingSignIns pending = new PendingSignIns(jdbc, clock);
        Entrance entrance = new Entrance(sessions, browsers, trail);
        return new Identities(
                accounts,
                new Tokens(new TokenRepository(jdbc), roles, trail, transaction, clock),
                new SetUp(repository, accounts, invitations, passwords, trail, transaction),
                roles,
                new SignIn(
                        repository,
                        sessions,
                        passwords,
                        throttle,
                        browsers,
                        factors,
                        pending,
                        entrance,
                        trail,
                        transaction),
                sessions,
                reauthentication,
                new Qualifications(new QualificationRepository(jdbc), repository, trail, transaction, clock),
                new Deputies(new DeputyRepository(jdbc), repository, trail, transaction, clock),
                factors,
                new SecondStep(pending, factors, entrance, transaction),
                new Passkeys(passkeys, repository, factors, entrance, trail, transaction, clock));
    }
}
