package dev.ward.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// The embedded server of a data folder on which a Ward runs, for a command beside it: it starts nothing and makes
/// nothing.
public final class JoinedPostgres {

    /// As long as the Ward that runs may need to start it again.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private JoinedPostgres() {}

    /// @throws DatabaseTrouble  when it is not there, does not answer, or has no such database yet
    public static DatabaseAccess access(DataFolder data, String database) {
        try {
            PostgresCredentials credentials = PostgresCredentials.of(data.credentials());
            int port = await(EmbeddedPostgres.folder(data.path()), credentials);
            try (Connection connection = credentials.connect(port)) {
                if (!Roles.exists(connection, "pg_database", "datname", database)) {
                    throw new DatabaseTrouble(
                            "a Ward that has only just started makes its database in \"%s\"; try again when it serves"
                                    .formatted(data.path()));
                }
            }
            return credentials.access(port, database);
        } catch (IOException | SQLException e) {
            throw new DatabaseTrouble(
                    "cannot use the database in \"%s\": %s".formatted(data.path(), e.getMessage()), e);
        }
    }

    private static int await(Path folder, PostgresCredentials credentials) {
        Deadline deadline = new Deadline(PATIENCE);
        while (!deadline.isOver()) {
            Optional<LockFile> lock = LockFile.read(folder);
            if (lock.isPresent() && lock.get().answers(credentials)) {
                return lock.get().port();
            }
            deadline.pause(PAUSE);
        }
        throw new DatabaseTrouble(
                "the PostgreSQL in \"%s\" does not answer; the Ward that runs there starts it again when it has ended, and its log says why it cannot"
                        .formatted(folder));
    }
}
