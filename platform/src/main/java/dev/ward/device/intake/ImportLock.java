package dev.ward.device.intake;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Held by the one import that uses the staging tables, on whichever server it runs; it goes with its connection.
final class ImportLock implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLock.class);
    private static final String NAME = "hashtextextended('device.import', 0)";

    private final Connection connection;
    private final JdbcClient jdbc;

    private ImportLock(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static ImportLock on(DataSource dataSource) throws SQLException {
        return new ImportLock(dataSource.getConnection());
    }

    /// @return false when another import holds it
    boolean take() {
        return jdbc.sql("SELECT pg_try_advisory_lock(" + NAME + ")")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        try (connection) {
            jdbc.sql("SELECT pg_advisory_unlock_all()").query(_ -> {});
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The connection of an import is not reused", e);
        }
    }
}
