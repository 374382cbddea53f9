package dev.ward.database;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Held by the one that does a work of a name, such as an import with its staging tables, on whichever server it runs;
/// it
/// goes with its connection.
public final class SessionLock implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionLock.class);

    private final Connection connection;
    private final String name;
    private final JdbcClient jdbc;

    private SessionLock(Connection connection, String name) {
        this.name = name;
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /// @param name  of the work: `device.import`
    public static SessionLock on(DataSource dataSource, String name) throws SQLException {
        return new SessionLock(dataSource.getConnection(), name);
    }

    /// @return false when another holds it
    public boolean take() {
        return jdbc.sql("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        try (connection) {
            jdbc.sql("SELECT pg_advisory_unlock_all()").query(_ -> {});
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The connection of a lock is not reused", e);
        }
    }
}
