package dev.ward.database;

import dev.ward.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL that the user runs; Ward is given one login that owns the database.
///
/// The work is done in the role `ward_app`, which that login takes on with each connection.
public final class OwnPostgres {

    private static final int OLDEST = 15;

    /// A connection whose machine has vanished without a word ends within 30 s, and its locks with it.
    private static final String EACH_CONNECTION =
            "SET ROLE %s; SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
                    .formatted(Roles.APP);

    private OwnPostgres() {}

    /// @param url  JDBC address, `jdbc:postgresql://host:5432/ward`
    /// @throws DatabaseTrouble  when it cannot be reached, is older than PostgreSQL 15, or lacks the role
    public static DatabaseAccess access(String url, String username, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseTrouble("WARD_DATABASE_URL must begin with \"jdbc:postgresql:\"");
        }
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DatabaseTrouble(
                        "PostgreSQL %d is too old; Ward needs %d or later".formatted(version, OLDEST));
            }
            // Servers that start at once make the role one after another; the lock goes with the connection.
            Roles.execute(connection, "SELECT pg_advisory_lock(hashtextextended('ward.start', 0))");
            makeRole(connection);
        } catch (SQLException e) {
            throw new DatabaseTrouble("cannot use the database of WARD_DATABASE_URL: " + e.getMessage(), e);
        }
        Login login = new Login(username, password);
        return new DatabaseAccess(url, login, login, EACH_CONNECTION);
    }

    private static void makeRole(Connection connection) {
        try {
            if (!Roles.exists(connection, "pg_roles", "rolname", Roles.APP)) {
                Roles.execute(connection, "CREATE ROLE %s NOLOGIN".formatted(Roles.APP));
            }
            Roles.execute(connection, "GRANT %s TO CURRENT_USER".formatted(Roles.APP));
        } catch (SQLException e) {
            if (!mayTakeRole(connection)) {
                throw new DatabaseTrouble(
                        "the login of WARD_DATABASE_USERNAME may not make the role %1$s; let an administrator run: CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO that login"
                                .formatted(Roles.APP),
                        e);
            }
        }
    }

    private static boolean mayTakeRole(Connection connection) {
        try {
            Roles.execute(connection, "SET ROLE " + Roles.APP);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
