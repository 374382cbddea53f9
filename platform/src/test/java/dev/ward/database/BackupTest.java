package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest {

    private final Path folder;
    private final Path file;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ward.zip");
    }

    private static JdbcClient owner(DatabaseAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.owner().username(), access.owner().password()));
    }

    /// A database with some change sets and two acts.
    private static DatabaseAccess filled() {
        DatabaseAccess access = TestDatabase.fresh();
        owner(access)
                .sql("INSERT INTO finding.change_set (at, cause) SELECT now(), 'test' FROM generate_series(1, 7)")
                .update();
        owner(access)
                .sql("SELECT audit.append(ARRAY['{\"what\":\"a.b\"}', '{\"what\":\"é\"}'])")
                .query(Long.class)
                .single();
        return access;
    }

    private BackupManifest backUp(DatabaseAccess access) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return new Backup(access, Clock.systemUTC())
                    .write(out, List.of(folder.resolve("absent")), _ -> "0:" + "0".repeat(64));
        }
    }

    private void restore(DatabaseAccess access) throws IOException {
        try (Restoration restoration = Restoration.open(file, null)) {
            restoration.into(access);
        }
    }

    private static List<String> entries(DatabaseAccess access) {
        return owner(access)
                .sql("SELECT seq || encode(hash, 'hex') || what FROM audit.entry ORDER BY seq")
                .query(String.class)
                .list();
    }

    @Test
    void bringsBackEveryRowAndGoesOnCounting() throws IOException {
        DatabaseAccess source = filled();
        BackupManifest manifest = backUp(source);
        DatabaseAccess target = TestDatabase.empty();

        restore(target);

        assertThat(entries(target)).isEqualTo(entries(source)).hasSize(2);
        for (BackupManifest.Part part : manifest.tables()) {
            assertThat(owner(target)
                            .sql("SELECT count(*) FROM " + part.table())
                            .query(Long.class)
                            .single())
                    .as(part.table())
                    .isEqualTo(part.rows());
        }
        assertThat(manifest.rows()).isGreaterThan(15);
        assertThat(owner(target)
                        .sql("INSERT INTO finding.change_set (at, cause) VALUES (now(), 'test') RETURNING number")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void refusesADatabaseThatHoldsAWard() throws IOException {
        backUp(filled());

        assertThatThrownBy(() -> restore(TestDatabase.fresh()))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("holds a Ward already");
    }

    @Test
    void bringsABackupOfAnOlderWardToThisOnesSchema() throws IOException {
        DatabaseAccess source = TestDatabase.empty();
        List<String> known = Migrations.of(source).known();
        Migrations.of(source).migrateTo(known.get(2));
        assertThat(backUp(source).migrations()).isEqualTo(known.subList(0, 3));
        DatabaseAccess target = TestDatabase.empty();

        restore(target);

        assertThat(Migrations.of(target).applied()).isEqualTo(known);
    }

    @Test
    void leavesTheDatabaseAsEmptyAsItWasWhenItFails() throws IOException {
        backUp(filled());
        change("manifest.json", text -> text.replaceFirst("(\"rows\"\\s*:\\s*)", "$11"));
        DatabaseAccess target = TestDatabase.empty();

        assertThatThrownBy(() -> restore(target))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("and its manifest says");

        assertThat(schemas(target)).containsExactly("public");
    }

    @Test
    void leavesWhatIsSomebodyElses() throws IOException {
        backUp(filled());
        DatabaseAccess target = TestDatabase.empty();
        owner(target).sql("CREATE SCHEMA sbom CREATE TABLE own (x int)").update();

        assertThatThrownBy(() -> restore(target)).hasMessageContaining("sbom");

        assertThat(schemas(target)).containsExactly("public", "sbom");
        assertThat(owner(target)
                        .sql("SELECT count(*) FROM sbom.own")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> schemas(DatabaseAccess access) {
        return owner(access)
                .sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)' ORDER BY nspname")
                .query(String.class)
                .list();
    }

    @Test
    void refusesABackupOfANewerWard() throws IOException {
        backUp(filled());
        change("manifest.json", text -> text.replaceFirst("(\"migrations\"\\s*:\\s*\\[)", "$1 \"999901010000\","));

        assertThatThrownBy(() -> restore(TestDatabase.empty()))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("newer Ward");
    }

    @Test
    void refusesAFileThatIsNotAsItsManifestSays() throws IOException {
        backUp(filled());
        change("tables/audit.entry", text -> text.replace("a.b", "a.c"));

        assertThatThrownBy(() -> Restoration.open(file, null))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("\"tables/audit.entry\" in it is not what its manifest says");
    }

    @Test
    void refusesAFileThatIsNoBackup() throws IOException {
        Files.writeString(file, "nothing of the kind");

        assertThatThrownBy(() -> Restoration.open(file, null))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("no whole backup");
    }

    @Test
    @Statement("X5")
    void isNoPlainTextWhenItIsEncryptedAndComesBackByItsKeyAlone() throws IOException {
        DatabaseAccess source = filled();
        BackupKey key = BackupKeyTest.key(folder, "the first of two keys");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Backup(source, Clock.systemUTC()).write(key.encrypt(out), List.of(), _ -> "0:" + "0".repeat(64));
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("manifest.json", "tables/", "audit.entry");
        DatabaseAccess target = TestDatabase.empty();

        assertThatThrownBy(() -> Restoration.open(file, null)).hasMessageContaining("is encrypted; name its key");
        assertThatThrownBy(() -> Restoration.open(file, BackupKeyTest.key(folder, "the second of two keys")))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("another key");
        assertThat(schemas(target)).containsExactly("public");
        try (Restoration restoration = Restoration.open(file, key)) {
            restoration.into(target);
        }

        assertThat(entries(target)).isEqualTo(entries(source)).hasSize(2);
    }

    @Test
    void isNotTakenInThePlaceOfAnEncryptedOne() throws IOException {
        backUp(filled());

        assertThatThrownBy(() -> Restoration.open(file, BackupKeyTest.key(folder, "a key that was named for it")))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("is not encrypted, and a key was named");
    }

    private void change(String entry, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path path = zip.getPath(entry);
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            assertThat(change.apply(text)).isNotEqualTo(text);
            Files.writeString(path, change.apply(text), StandardCharsets.ISO_8859_1);
        }
    }
}
