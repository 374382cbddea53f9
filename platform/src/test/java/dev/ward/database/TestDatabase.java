package dev.ward.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// One server for all tests of a build, with a database for each test class that is copied from a migrated one.
public final class TestDatabase {

    private static final String TEMPLATE = "ward_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final TestDatabase ONLY = start();

    private final EmbeddedPostgres postgres;
    private final int port;
    private final DatabaseAccess template;

    private TestDatabase(EmbeddedPostgres postgres, int port, DatabaseAccess template) {
        this.postgres = postgres;
        this.port = port;
        this.template = template;
    }

    private static TestDatabase start() {
        try {
            Path folder = Files.createTempDirectory("ward-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.of(
                    DataFolder.open(folder),
                    binaries(),
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
            int port = postgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.stop();
                delete(folder);
            }));
            DatabaseAccess template = postgres.access(port, TEMPLATE);
            migrate(template);
            return new TestDatabase(postgres, port, template);
        } catch (IOException e) {
            throw new DatabaseTrouble("no folder for the tests' database", e);
        }
    }

    /// The programs are unpacked once for all builds of this machine.
    public static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "ward-postgresql-" + System.getProperty("user.name"));
    }

    private static void migrate(DatabaseAccess access) {
        Flyway.configure()
                .dataSource(
                        access.url(), access.owner().username(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .createSchemas(true)
                .load()
                .migrate();
    }

    /// A database of its own, migrated.
    public static DatabaseAccess fresh() {
        String name = "ward_test_" + COUNT.incrementAndGet();
        asSuperuser("CREATE DATABASE %s TEMPLATE %s OWNER ward_owner".formatted(name, TEMPLATE));
        return new DatabaseAccess(
                ONLY.template.url().replace(TEMPLATE, name), ONLY.template.owner(), ONLY.template.app(), "");
    }

    /// A database of its own that holds nothing.
    public static DatabaseAccess empty() {
        return ONLY.postgres.access(ONLY.port, "ward_empty_" + COUNT.incrementAndGet());
    }

    /// A login that may make no roles, with an empty database of its own.
    static DatabaseAccess loginThatMakesNoRoles(String name) {
        DatabaseAccess access = empty();
        String database = access.url().substring(access.url().lastIndexOf('/') + 1);
        asSuperuser("CREATE ROLE %s LOGIN PASSWORD 'only-for-tests'".formatted(name));
        asSuperuser("ALTER DATABASE %s OWNER TO %s".formatted(database, name));
        DatabaseAccess.Login login = new DatabaseAccess.Login(name, "only-for-tests");
        return new DatabaseAccess(access.url(), login, login, "");
    }

    static void asSuperuser(String sql) {
        String url = ONLY.postgres.access(ONLY.port, "postgres").url();
        try (Connection connection = DriverManager.getConnection(url, "postgres", ONLY.postgres.superuserPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseTrouble("cannot run: " + sql, e);
        }
    }

    /// Connections in the role that does the work.
    public static HikariDataSource pool(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().username());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    private static void delete(Path folder) {
        try {
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot remove " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
