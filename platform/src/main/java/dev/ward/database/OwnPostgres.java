package dev.ward.database;

import dev.ward.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// A PostgreSQL that the user runs; Ward is given one login that owns the database.
///
/// The work is done in the role `ward_app`, which that login takes on with each connection, and for people from outside
/// in `ward_portal`, with each transaction.
public final class OwnPostgres {

    private static final int OLDEST = 15;
    private static final List<String> ROLES = List.of(Roles.APP, Roles.PORTAL);

    /// A connection whose machine has vanished without a word ends within 30 s, and its locks with it.
    private static final String EACH_CONNECTION =
            "SET ROLE %s; SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
                    .formatted(Roles.APP);

    private OwnPostgres() {}

    /// @param url  JDBC address, `jdbc:postgresql://host:5432/ward`
    /// @throws DatabaseTrouble  when it cannot be reached, is older than PostgreSQL 15, or lacks a role
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
            // Servers that start at once make the roles one after another; the lock goes with the connection.
            Roles.execute(connection, "SELECT pg_advisory_lock(hashtextextended('ward.start', 0))");
            makeRoles(connection);
        } catch (SQLException e) {
            throw new DatabaseTrouble("cannot use the database of WARD_DATABASE_URL: " + e.getMessage(), e);
        }
        Login login = new Login(username, password);
        return new DatabaseAccess(url, login, login, EACH_CONNECTION);
    }

    private static void makeRoles(Connection connection) {
        List<String> missing =
                ROLES.stream().filter(role -> !makeRole(connection, role)).toList();
        if (!missing.isEmpty()) {
            throw new DatabaseTrouble(
                    "the login of WARD_DATABASE_USERNAME may not make or take the role %s; let an administrator run: %s"
                            .formatted(
                                    String.join(" and the role ", missing),
                                    missing.stream()
                                            .map("CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO that login"::formatted)
                                            .collect(Collectors.joining("; "))));
        }
    }

    private static boolean makeRole(Connection connection, String role) {
        try {
            Roles.makeWithoutLogin(connection, role);
            Roles.execute(connection, "GRANT %s TO CURRENT_USER".formatted(role));
            return true;
        } catch (SQLException e) {
            return mayTake(connection, role);
        }
    }

    private static boolean mayTake(Connection connection, String role) {
        try {
            Roles.execute(connection, "SET ROLE " + role);
            Roles.execute(connection, "RESET ROLE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
