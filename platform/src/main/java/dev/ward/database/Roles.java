package dev.ward.database;

import dev.ward.database.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The roles of the database: one owns it and migrates, one does the work, and a third is taken on for the time of a
/// transaction when the work is for somebody from outside.
final class Roles {

    static final String OWNER = "ward_owner";
    static final String APP = "ward_app";
    static final String PORTAL = "ward_portal";

    private Roles() {}

    /// Makes the roles, or gives them their passwords again.
    static void make(Connection connection, Login owner, Login app) throws SQLException {
        for (Login login : new Login[] {owner, app}) {
            String verb = exists(connection, "pg_roles", "rolname", login.username()) ? "ALTER" : "CREATE";
            execute(
                    connection,
                    "%s ROLE %s LOGIN PASSWORD %s"
                            .formatted(verb, quoted(connection, login.username()), literal(login.password())));
        }
        makeWithoutLogin(connection, PORTAL);
        execute(connection, "GRANT %s TO %s".formatted(PORTAL, quoted(connection, app.username())));
    }

    static void makeWithoutLogin(Connection connection, String role) throws SQLException {
        if (!exists(connection, "pg_roles", "rolname", role)) {
            execute(connection, "CREATE ROLE %s NOLOGIN".formatted(role));
        }
    }

    static void makeDatabase(Connection connection, String database) throws SQLException {
        if (!exists(connection, "pg_database", "datname", database)) {
            execute(connection, "CREATE DATABASE %s OWNER %s".formatted(quoted(connection, database), OWNER));
        }
    }

    static boolean exists(Connection connection, String table, String column, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1 FROM pg_catalog.%s WHERE %s = %s".formatted(table, column, literal(name)))) {
            return rows.next();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Connection connection, String identifier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(identifier, true);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
