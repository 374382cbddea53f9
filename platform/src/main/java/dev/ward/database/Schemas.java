package dev.ward.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The schemas that Ward is about to make in a database, so that they can be taken out again. One that was there before
/// is somebody else's, and stays.
///
/// @param made  by their names
record Schemas(DatabaseAccess access, List<String> made) {

    static Schemas before(DatabaseAccess access, Migrations migrations) {
        List<String> all = new ArrayList<>(migrations.schemas());
        all.add(Migrations.SCHEMA);
        try (Connection connection = open(access)) {
            List<String> missing = new ArrayList<>();
            for (String schema : all) {
                if (!Roles.exists(connection, "pg_namespace", "nspname", schema)) {
                    missing.add(schema);
                }
            }
            return new Schemas(access, missing);
        } catch (SQLException e) {
            throw new DatabaseTrouble("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private static Connection open(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().username(), access.owner().password());
    }

    /// @param because  gets what goes wrong as suppressed, with the statement to run by hand
    void dropMade(Exception because) {
        if (made.isEmpty()) {
            return;
        }
        String sql = "DROP SCHEMA IF EXISTS %s CASCADE".formatted(String.join(", ", made));
        try (Connection connection = open(access)) {
            Roles.execute(connection, sql);
        } catch (SQLException e) {
            because.addSuppressed(new DatabaseTrouble(
                    "the database is not empty again (%s); run in it: %s".formatted(e.getMessage(), sql), e));
        }
    }
}
