package dev.ward.command;

import dev.ward.database.DataFolder;
import dev.ward.database.DatabaseAccess;
import dev.ward.database.DatabaseTrouble;
import dev.ward.database.EmbeddedPostgres;
import dev.ward.database.OwnPostgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        return open(folder, true);
    }

    /// For a command that may run beside a server; it starts and stops the database only where none runs.
    static OpenDatabase shared(Path data) {
        DataFolder folder = DataFolder.open(data);
        boolean alone = true;
        try {
            folder.claim();
        } catch (DatabaseTrouble e) {
            alone = false; // a server runs: its database is there
        }
        return open(folder, alone);
    }

    private static OpenDatabase open(DataFolder folder, boolean alone) {
        Map<String, String> environment = System.getenv();
        String url = environment.get("WARD_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return new OpenDatabase(
                    folder,
                    alone,
                    null,
                    OwnPostgres.access(
                            url,
                            Objects.requireNonNullElse(environment.get("WARD_DATABASE_USERNAME"), NAME),
                            Objects.requireNonNullElse(environment.get("WARD_DATABASE_PASSWORD"), "")));
        }
        if (!alone && !EmbeddedPostgres.isIn(folder)) {
            throw new DatabaseTrouble(
                    "a Ward that has only just started makes its database in \"%s\"; try again when it serves"
                            .formatted(folder.path()));
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.of(folder, folder.path().resolve("programs"));
        int port = postgres.start();
        if (alone) {
            postgres.keep(port);
        }
        return new OpenDatabase(folder, alone, alone ? postgres : null, postgres.access(port, NAME));
    }

    @Override
    public void close() {
        if (toStop != null) {
            toStop.stop();
        }
        folder.close();
    }
}
