package dev.ward.identity;

import com.zaxxer.hikari.HikariDataSource;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The fronts over a fresh database, with a clock that the test moves.
final class IdentityDatabase implements AutoCloseable {

    static final Actor TEST = Actor.machine("test");
    static final String PASSWORD = TestCallers.PASSWORD;

    private final HikariDataSource pool = TestDatabase.pool(TestDatabase.fresh());
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final InstantSource time = () -> now;

    final JdbcClient jdbc = JdbcClient.create(pool);
    final Identities identities = Identities.over(pool, time.withZone(ZoneOffset.UTC));

    Clock clock() {
        return time.withZone(ZoneOffset.UTC);
    }

    /// The company's sign-in at a provider of a test.
    CompanySignIn company(CompanySettings settings) {
        AuditTrail trail = AuditTrail.over(jdbc, clock());
        return new CompanySignIn(
                settings,
                new CompanyProvider(settings, clock()),
                new CompanyRepository(jdbc, clock()),
                new AccountRepository(jdbc),
                new Invitations(jdbc, clock()),
                identities.secondFactors(),
                new PendingSignIns(jdbc, clock()),
                new Entrance(identities.sessions(), new Browsers(jdbc, clock()), trail),
                trail,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                clock());
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    AccountId anna(String role) {
        return identities.accounts().createAccount(TEST, role + "@example.org", "Anna Berg", role, PASSWORD);
    }

    SignInAnswer signIn(String role, String password) {
        return signIn(role, password, "192.0.2.1", null);
    }

    SignInAnswer signIn(String role, String password, String address, @Nullable String device) {
        return identities.signIn().signIn(role + "@example.org", password, address, device);
    }

    String secret(String role) {
        return ((SignInAnswer.Welcome) signIn(role, PASSWORD)).secret();
    }

    List<String> acts() {
        return jdbc.sql("SELECT what FROM audit.entry ORDER BY seq")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }
}
