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
import java.util.List;
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
    final AuditVerification verification = AuditVerification.over(
            pool,
            List.of(new KeptElsewhere(jdbc)),
            List.of(() -> jdbc.sql("SELECT EXISTS (SELECT FROM identity.account)")
                            .query(Boolean.class)
                            .single()
                    ? "there are accounts"
                    : ""));

    /// A module that keeps the rows of its bulk acts by itself.
    private record KeptElsewhere(JdbcClient jdbc) implements RowHistory {

        @Override
        public String what() {
            return "roles.counted";
        }

        @Override
        public byte[] digest(String subjectId, String changeSet) {
            return jdbc.sql(
                            "SELECT sha256(convert_to(string_agg(permission, ',' ORDER BY permission), 'UTF8')) FROM identity.role_permission")
                    .query(byte[].class)
                    .single();
        }
    }

    /// Records a bulk act whose rows are kept elsewhere.
    void recordRoles() {
        Manifest manifest = new Manifest("1", 6, new KeptElsewhere(jdbc).digest("roles", "1"));
        transaction.executeWithoutResult(_ -> trail.record(ANNA, Act.of("roles.counted", "role", "roles"), manifest));
    }

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
