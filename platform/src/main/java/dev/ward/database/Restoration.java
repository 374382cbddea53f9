package dev.ward.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts what a backup holds into a database that holds nothing of Ward.
public final class Restoration implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;
    private Optional<Schemas> emptied = Optional.empty();

    private Restoration(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens a backup and reads all of it once, so that a broken one is refused before anything is touched.
    ///
    /// @param key  null for a backup that is not encrypted
    /// @throws DatabaseTrouble  when it is none, is of a newer Ward, is not as its manifest says, or is
    ///                          encrypted otherwise than by the key
    public static Restoration open(Path file, @Nullable BackupKey key) throws IOException {
        ZipFile zip = zip(file, content(file, key));
        try {
            Restoration restoration = new Restoration(file, zip, manifest(file, zip));
            restoration.check();
            return restoration;
        } catch (ZipException | EOFException e) {
            zip.close();
            throw new DatabaseTrouble("\"%s\" is no whole backup: %s".formatted(file, e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file, SeekableByteChannel content) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(content)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException e) {
            content.close();
            String why = Objects.requireNonNullElse(e.getCause(), e).getMessage();
            throw new DatabaseTrouble("\"%s\" is no whole backup: %s".formatted(file, why), e);
        }
    }

    private static SeekableByteChannel content(Path file, @Nullable BackupKey key) throws IOException {
        boolean encrypted = BackupHeader.isAt(file);
        if (encrypted && key == null) {
            throw new DatabaseTrouble("\"%s\" is encrypted; name its key with --key KEYFILE".formatted(file));
        }
        if (!encrypted && key != null) {
            // Somebody may have put another file in the place of the encrypted one.
            throw new DatabaseTrouble(
                    "\"%s\" is not encrypted, and a key was named; leave the key out if it is what you mean"
                            .formatted(file));
        }
        return key == null ? FileChannel.open(file, StandardOpenOption.READ) : key.decrypt(file);
    }

    private static BackupManifest manifest(Path file, ZipFile zip) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new DatabaseTrouble("\"%s\" is no backup of Ward: it has no manifest".formatted(file));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            BackupManifest manifest = JsonMapper.shared().readValue(in, BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new DatabaseTrouble("\"%s\" is a backup of the format %d, which this Ward cannot read"
                        .formatted(file, manifest.format()));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new DatabaseTrouble("\"%s\" is no backup of Ward: its manifest cannot be read".formatted(file), e);
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    private void check() throws IOException {
        for (BackupManifest.Part part : manifest.tables()) {
            check(part.entry(), part.sha256());
        }
        for (Map.Entry<String, String> one : manifest.files().entrySet()) {
            check("files/" + one.getKey(), one.getValue());
        }
    }

    private void check(String entry, String sha256) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(content(entry), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new DatabaseTrouble(
                    "\"%s\" is broken: \"%s\" in it is not what its manifest says. Nothing was changed."
                            .formatted(file, entry));
        }
    }

    private InputStream content(String entry) throws IOException {
        ZipArchiveEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new DatabaseTrouble("\"%s\" is broken: \"%s\" is missing in it".formatted(file, entry));
        }
        return zip.getInputStream(found);
    }

    /// Writes a file of the data folder, for its owner alone; does nothing where the backup has none.
    public void extract(Path target) throws IOException {
        String name = String.valueOf(target.getFileName());
        if (manifest.files().containsKey(name)) {
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (InputStream in = content("files/" + name)) {
                Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    /// Makes the schemas as they were, fills them in one transaction, and then migrates to what this Ward knows. When
    /// it
    /// fails the database is as empty as it was.
    ///
    /// @throws DatabaseTrouble  when the database holds something of Ward, or the backup is of a newer one
    public void into(DatabaseAccess access) throws IOException {
        Migrations migrations = Migrations.of(access);
        if (!migrations.applied().isEmpty()) {
            throw new DatabaseTrouble("the database holds a Ward already; restore into an empty one");
        }
        Set<String> known = Set.copyOf(migrations.known());
        List<String> unknown = manifest.migrations().stream()
                .filter(version -> !known.contains(version))
                .toList();
        if (!unknown.isEmpty()) {
            throw new DatabaseTrouble("\"%s\" was made by a newer Ward (its schema has %s); restore it with that"
                    .formatted(file, unknown.getLast()));
        }
        emptied = Optional.of(Schemas.before(access, migrations));
        try {
            into(access, migrations);
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /// Takes out of the database what [#into] has brought, because of what came after it.
    ///
    /// @param because  is told what could not be taken out
    public void undo(Exception because) {
        emptied.ifPresent(schemas -> schemas.dropMade(because));
    }

    private void into(DatabaseAccess access, Migrations migrations) throws IOException {
        migrations.migrateTo(manifest.migrations().getLast());
        if (!migrations.applied().equals(manifest.migrations())) {
            throw new DatabaseTrouble("\"%s\" has other versions of the schema than this Ward makes".formatted(file));
        }
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.owner().username(), access.owner().password())) {
            connection.setAutoCommit(false);
            fill(connection, migrations.schemas());
            connection.commit();
            connection.setAutoCommit(true);
            Roles.execute(connection, "ANALYZE");
        } catch (SQLException e) {
            throw new DatabaseTrouble("\"%s\" could not be restored: %s".formatted(file, e.getMessage()), e);
        }
        migrations.migrate();
    }

    private void fill(Connection connection, List<String> schemas) throws SQLException, IOException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Map<String, Table> tables =
                Table.list(jdbc, schemas).stream().collect(Collectors.toMap(Table::key, Function.identity()));
        Set<String> held =
                manifest.tables().stream().map(BackupManifest.Part::table).collect(Collectors.toSet());
        if (!tables.keySet().equals(held)) {
            throw new DatabaseTrouble("\"%s\" holds other tables than its versions of the schema have".formatted(file));
        }
        // What triggers keep beside a table (counts, histories) is in the backup, and would be kept a second time.
        for (Table table : tables.values()) {
            Roles.execute(connection, "ALTER TABLE " + table.sql() + " DISABLE TRIGGER USER");
        }
        // What the migrations filled comes from the backup too.
        Roles.execute(
                connection,
                "TRUNCATE " + tables.values().stream().map(Table::sql).collect(Collectors.joining(", ")));
        for (BackupManifest.Part part : manifest.tables()) {
            Table table = tables.get(part.table());
            if (table == null || !table.columns().equals(part.columns())) {
                throw new DatabaseTrouble("\"%s\" has other columns in \"%s\"".formatted(file, part.table()));
            }
            fill(connection, table, part);
        }
        Roles.execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        for (Table table : tables.values()) {
            Roles.execute(connection, "ALTER TABLE " + table.sql() + " ENABLE TRIGGER USER");
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            jdbc.sql("SELECT setval(CAST(:name AS regclass), :value)")
                    .param("name", sequence.getKey())
                    .param("value", sequence.getValue())
                    .query(Long.class)
                    .single();
        }
    }

    private void fill(Connection connection, Table table, BackupManifest.Part part) throws SQLException, IOException {
        try (InputStream in = content(part.entry())) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s FROM STDIN (FORMAT binary)".formatted(table.sqlWithColumns()), in);
            if (rows != part.rows()) {
                throw new DatabaseTrouble("\"%s\" has %d rows in \"%s\", and its manifest says %d"
                        .formatted(file, rows, part.table(), part.rows()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
