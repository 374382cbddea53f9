package dev.ward.command;

import dev.ward.database.DataFolder;
import dev.ward.database.DatabaseAccess;
import dev.ward.database.DatabaseTrouble;
import dev.ward.database.EmbeddedPostgres;
import dev.ward.database.JoinedPostgres;
import dev.ward.database.Migrations;
import dev.ward.database.OwnPostgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database that a command works on: the user's own, or the embedded one of a data folder.
final class OpenDatabase implements AutoCloseable {

    private static final String NAME = "ward";

    private final DataFolder folder;
    private final boolean alone;
    private final @Nullable EmbeddedPostgres toStop;
    private final DatabaseAccess access;

    private OpenDatabase(DataFolder folder, boolean alone, @Nullable EmbeddedPostgres toStop, DatabaseAccess access) {
        this.folder = folder;
        this.alone = alone;
        this.toStop = toStop;
        this.access = access;
    }

    DatabaseAccess access() {
        return access;
    }

    /// The framework's settings for a platform on this database and its data folder.
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(access.settings());
        settings.put("ward.data-folder", folder.path().toString());
        settings.put("management.health.diskspace.path", folder.path().toString());
        return settings;
    }

    /// Whether no server works on the data folder.
    boolean isAlone() {
        return alone;
    }

    DataFolder folder() {
        return folder;
    }

    /// For the server: the folder is its own until it ends.
    static OpenDatabase claimed(Path data) {
        DataFolder folder = DataFolder.open(data);
        folder.claim();
        return alone(folder);
    }

    /// For a command that may run beside a server; it starts and stops the database only where none runs.
    ///
    /// @throws Refusal  when no Ward has worked on the data folder yet; then nothing was made or changed
    static OpenDatabase shared(Path data) {
        if (own().isEmpty() && !EmbeddedPostgres.isIn(data)) {
            throw new Refusal(
                    "there is no database of Ward in \"%s\": name the right folder with --data, set WARD_DATABASE_URL where Ward works on a PostgreSQL of yours, or start it there with ./ward serve and try again when it serves"
                            .formatted(data));
        }
        DataFolder folder = DataFolder.open(data);
        try {
            folder.claim();
        } catch (DatabaseTrouble e) {
            return beside(folder); // a server runs: its database is there
        }
        return alone(folder);
    }

    private static OpenDatabase beside(DataFolder folder) {
        DatabaseAccess access = own().map(OpenDatabase::access).orElseGet(() -> JoinedPostgres.access(folder, NAME));
        Migrations.of(access).expectAll();
        return new OpenDatabase(folder, false, null, access);
    }

    private static OpenDatabase alone(DataFolder folder) {
        Optional<String> own = own();
        if (own.isPresent()) {
            return new OpenDatabase(folder, true, null, access(own.get()));
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.of(folder, folder.path().resolve("programs"));
        int port = postgres.start();
        postgres.keep(port);
        return new OpenDatabase(folder, true, postgres, postgres.access(port, NAME));
    }

    /// The address of the PostgreSQL that the user runs, when one is named.
    private static Optional<String> own() {
        return Optional.ofNullable(System.getenv("WARD_DATABASE_URL")).filter(url -> !url.isBlank());
    }

    private static DatabaseAccess access(String own) {
        Map<String, String> environment = System.getenv();
        return OwnPostgres.access(
                own,
                Objects.requireNonNullElse(environment.get("WARD_DATABASE_USERNAME"), NAME),
                Objects.requireNonNullElse(environment.get("WARD_DATABASE_PASSWORD"), ""));
    }

    @Override
    public void close() {
        if (toStop != null) {
            toStop.stop();
        }
        folder.close();
    }
}
