package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.database.DatabaseAccess.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private final Path folder;
    private final EmbeddedPostgres postgres;

    EmbeddedPostgresTest(@TempDir Path folder) {
        this.folder = folder;
        this.postgres = open();
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.of(DataFolder.open(folder), TestDatabase.binaries());
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    private static String ask(DatabaseAccess access, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), login.username(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void keepsWhatWasWrittenWhenItIsKilled() throws Exception {
        DatabaseAccess access = postgres.access(postgres.start(), "ward");
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().username(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.kept (n int)");
            statement.execute("INSERT INTO public.kept SELECT generate_series(1, 1000)");
        }
        kill();

        DatabaseAccess again = postgres.access(postgres.start(), "ward");

        assertThat(ask(again, again.owner(), "SELECT count(*) FROM public.kept"))
                .isEqualTo("1000");
        assertThat(ask(again, again.owner(), "SHOW fsync")).isEqualTo("on");
        assertThat(ask(again, again.owner(), "SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void isJoinedBySomeoneWhoMakesNothing() throws Exception {
        int port = postgres.start();
        DataFolder data = DataFolder.open(folder);

        assertThatThrownBy(() -> JoinedPostgres.access(data, "ward"))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessage("a Ward that has only just started makes its database in \"%s\"; try again when it serves"
                        .formatted(folder));
        DatabaseAccess access = postgres.access(port, "ward");
        assertThat(JoinedPostgres.access(data, "ward")).isEqualTo(access);
        assertThat(ask(access, access.app(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void startsAgainByItselfOnItsPortWhenItIsKilled() throws Exception {
        int port = postgres.start();
        DatabaseAccess access = postgres.access(port, "ward");
        postgres.keep(port);

        kill();

        assertThat(awaitAnswer(access)).isEqualTo("1");
        assertThat(postgres.start()).isEqualTo(port);
    }

    @Test
    void startsWhenItsLockFileNamesAnotherProgramByNow() throws Exception {
        postgres.start();
        kill();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Path lock = folder.resolve("postgresql/postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(lock));
            lines.set(0, Long.toString(other.pid()));
            Files.write(lock, lines);

            DatabaseAccess access = postgres.access(postgres.start(), "ward");

            assertThat(ask(access, access.owner(), "SELECT 1")).isEqualTo("1");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void triesAgainUntilTheServerStarts() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(1);
        Runnable start = () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new DatabaseTrouble("the port is taken");
            }
            started.countDown();
        };
        try (PostgresKeeper _ = new PostgresKeeper(() -> attempts.get() >= 3, start)) {
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(attempts).hasValue(3);
        }
    }

    private void kill() {
        long pid = LockFile.read(folder.resolve("postgresql")).orElseThrow().pid();
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static String awaitAnswer(DatabaseAccess access) throws InterruptedException {
        while (true) {
            try {
                return ask(access, access.app(), "SELECT 1");
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void adoptsTheServerThatAnotherLeftBehind() {
        int port = postgres.start();

        assertThat(open().start()).isEqualTo(port);
    }

    @Test
    void letsNobodyElseIn() throws Exception {
        DatabaseAccess access = postgres.access(postgres.start(), "ward");

        assertThatThrownBy(() -> ask(access, new Login("ward_app", "guessed"), "SELECT 1"))
                .hasMessageContaining("password authentication failed");
        assertThat(Files.getPosixFilePermissions(folder.resolve("credentials.properties")))
                .hasSize(2);
        assertThat(ask(access, access.app(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(access.toString()).doesNotContain(access.app().password());
    }
}
