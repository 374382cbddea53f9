package dev.ward.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Gives the connections of another, confined where the thread is.
final class ConfinedDataSource extends DelegatingDataSource {

    ConfinedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return Confinement.organisation()
                .map(organisation -> ConfinedConnection.of(connection, organisation))
                .orElse(connection);
    }

    /// Another login would be another way around.
    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("the pool has the login of the application alone");
    }
}
