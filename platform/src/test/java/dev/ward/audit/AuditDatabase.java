package dev.ward.audit;

import com.zaxxer.hikari.HikariDataSource;
import dev.ward.database.DatabaseAccess;
import dev.ward.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A trail over a fresh database, as the application's role sees it, and the owner who can tamper with it.
final class AuditDatabase implements AutoCloseable {

    static final Actor ANNA = new Actor(Actor.Kind.PERSON, "0190-anna", "Anna Berg");

    private final DatabaseAccess access = TestDatabase.fresh();
    private final HikariDataSource pool = TestDatabase.pool(access);

    final JdbcClient jdbc = JdbcClient.create(pool);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    final AuditTrail trail = AuditTrail.over(jdbc, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    final AuditVerification verification = AuditVerification.over(jdbc);

    void record(Act act) {
        transaction.executeWithoutResult(_ -> trail.record(ANNA, act));
    }

    void recordProducts(int count) {
        for (int i = 1; i <= count; i++) {
            record(Act.of("product.created", "product", "p" + i).after("name", "Pump " + i));
        }
    }

    void asOwner(String sql) {
        try (Connection owner = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM audit.entry").query(Long.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
