package dev.ward.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/// Writes all that Ward keeps into one file, as it is at one moment, while others go on working.
///
/// The file is a zip: each table as `COPY` gives it, files of the data folder, and last the manifest with a digest of
/// each. It is not signed: who can write to it can change it, and the audit trail in it tells whether its entries were.
public final class Backup {

    private static final String NOTE = "last-backup";

    private final DatabaseAccess access;
    private final Clock clock;

    public Backup(DatabaseAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// Notes in the data folder that a backup has ended well.
    public static void note(Path dataFolder, BackupManifest manifest) throws IOException {
        Files.writeString(dataFolder.resolve(NOTE), manifest.made() + "\n");
    }

    /// When a backup of this data folder last ended well; nothing when none did or nobody knows.
    static Optional<Instant> last(Path dataFolder) {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(dataFolder.resolve(NOTE)).strip()));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Writes the file, to its end.
    ///
    /// @param files      of the data folder, taken before the database's moment; one that is absent is left out
    /// @param auditHead  reads the trail's head within the moment
    /// @throws DatabaseTrouble  when the database holds nothing of Ward
    public BackupManifest write(OutputStream out, List<Path> files, Function<JdbcClient, String> auditHead)
            throws IOException {
        Migrations migrations = Migrations.of(access);
        List<String> applied = migrations.applied();
        if (applied.isEmpty()) {
            throw new DatabaseTrouble("the database holds nothing of Ward yet");
        }
        try (ZipOutputStream zip = new ZipOutputStream(out);
                Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password())) {
            zip.setLevel(Deflater.BEST_SPEED);
            Map<String, String> copied = copy(files, zip);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            String head = auditHead.apply(jdbc);
            String made = clock.instant().toString();
            List<BackupManifest.Part> parts = new ArrayList<>();
            for (Table table : Table.list(jdbc, migrations.schemas())) {
                parts.add(copy(connection, table, zip));
            }
            BackupManifest manifest = new BackupManifest(
                    BackupManifest.FORMAT, made, applied, head, parts, sequences(jdbc, migrations.schemas()), copied);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            connection.rollback();
            return manifest;
        } catch (SQLException e) {
            throw new DatabaseTrouble("the backup was not finished: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> copy(List<Path> files, ZipOutputStream zip) throws IOException {
        Map<String, String> copied = new TreeMap<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                String name = String.valueOf(file.getFileName());
                MessageDigest digest = Digests.sha256();
                zip.putNextEntry(new ZipEntry("files/" + name));
                Files.copy(file, new DigestOutputStream(unclosed(zip), digest));
                zip.closeEntry();
                copied.put(name, HexFormat.of().formatHex(digest.digest()));
            }
        }
        return copied;
    }

    private static BackupManifest.Part copy(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        MessageDigest digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry("tables/" + table.key()));
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY %s TO STDOUT (FORMAT binary)".formatted(table.sqlWithColumns()),
                        new DigestOutputStream(unclosed(zip), digest));
        zip.closeEntry();
        return new BackupManifest.Part(
                table.key(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // the zip goes on
            }
        };
    }

    /// Sequences stand outside of the snapshot; read after it they are ahead of every row in it.
    private static Map<String, Long> sequences(JdbcClient jdbc, List<String> schemas) {
        Map<String, Long> sequences = new TreeMap<>();
        jdbc.sql("""
                SELECT schemaname || '.' || sequencename AS name, last_value FROM pg_sequences
                 WHERE schemaname = ANY(:schemas) AND last_value IS NOT NULL
                """).param("schemas", schemas.toArray(String[]::new)).query(row -> {
            sequences.put(row.getString("name"), row.getLong("last_value"));
        });
        return sequences;
    }
}
