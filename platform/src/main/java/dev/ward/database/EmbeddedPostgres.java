package dev.ward.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL that Ward brings: made, started, adopted and stopped in one data folder.
///
/// It writes through to the disk, keeps checksums of its pages, and listens on the loopback address alone, with
/// passwords that only the owner of the folder can read.
public final class EmbeddedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofSeconds(3);
    /// As long as a server may go through its log after a crash.
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final PostgresProcess process;
    private final Path folder;
    private final Path log;
    private final PostgresCredentials credentials;
    private final List<String> further;
    private @Nullable PostgresKeeper keeper;

    private EmbeddedPostgres(
            PostgresProcess process, Path data, PostgresCredentials credentials, List<String> further) {
        this.process = process;
        this.further = List.copyOf(further);
        this.folder = folder(data);
        this.log = data.resolve("postgresql.log");
        this.credentials = credentials;
    }

    /// The server of a data folder, made there when it is not yet.
    ///
    /// @param binaries  where the programs are unpacked once
    public static EmbeddedPostgres of(DataFolder data, Path binaries) {
        return of(data, binaries, List.of());
    }

    /// @param further  settings of the server, `name=value`
    static EmbeddedPostgres of(DataFolder data, Path binaries, List<String> further) {
        try {
            PostgresProcess process = new PostgresProcess(PostgresBinaries.unpack(binaries));
            PostgresCredentials credentials = PostgresCredentials.of(data.credentials());
            EmbeddedPostgres postgres = new EmbeddedPostgres(process, data.path(), credentials, further);
            postgres.initialise();
            return postgres;
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot make a database in \"%s\": %s".formatted(data.path(), e.getMessage()), e);
        }
    }

    private void initialise() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        // Made under another name first, so that a break leaves no half-made database behind.
        Path partial = Files.createTempDirectory(folder.getParent(), "postgresql.partial-");
        Path password = Files.createTempFile(
                folder.getParent(),
                ".password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, credentials.superuser());
            process.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + partial,
                            "--username=" + PostgresCredentials.SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8"));
            Files.move(partial, folder);
        } finally {
            Files.delete(password);
        }
    }

    /// Whether a data folder has a server of its own; looks, and changes nothing.
    public static boolean isIn(Path data) {
        return Files.isDirectory(folder(data));
    }

    static Path folder(Path data) {
        return data.resolve("postgresql");
    }

    /// Starts the server, or adopts the one that a Ward which was killed has left behind.
    ///
    /// @return its port
    public int start() {
        return start(freePort(), PATIENCE);
    }

    /// Starts the server again, on the port that it is known by, whenever it ends before it is stopped.
    public void keep(int port) {
        keeper = new PostgresKeeper(this::isRunning, () -> start(port, BRIEF));
    }

    private int start(int port, Duration patience) {
        Deadline deadline = new Deadline(patience);
        Deadline longest = new Deadline(RECOVERY);
        DatabaseTrouble last = new DatabaseTrouble("PostgreSQL did not start; \"%s\" says why".formatted(log));
        Duration pause = PAUSE;
        boolean held = false;
        while (!(held ? longest : deadline).isOver()) {
            Optional<LockFile> lock = LockFile.read(folder);
            if (lock.isPresent() && lock.get().answers(credentials)) {
                return lock.get().port();
            }
            held = lock.isPresent() && lock.get().isHeld(); // it starts, goes through its log, or ends
            if (!held) {
                try {
                    if (lock.isPresent()) {
                        lock.get().clear();
                    }
                    return startNew(port);
                } catch (DatabaseTrouble e) {
                    last = e; // processes of a server that has just died stay for a moment
                } catch (IOException e) {
                    throw new DatabaseTrouble("cannot use \"%s\": %s".formatted(folder, e.getMessage()), e);
                }
            }
            deadline.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
        throw last;
    }

    private int startNew(int port) {
        List<String> options = new ArrayList<>(further);
        options.addAll(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=''",
                "max_connections=60",
                "shared_buffers=512MB",
                "random_page_cost=1.1",
                "wal_compression=on",
                "max_wal_size=2GB",
                "log_min_messages=warning",
                "jit=off"));
        StringBuilder text = new StringBuilder();
        options.forEach(option -> text.append(" -c ").append(option));
        process.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        folder.toString(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        log.toString(),
                        "-o",
                        text.toString()));
        return port;
    }

    /// Ends the server; what was committed is on the disk already.
    public void stop() {
        if (keeper != null) {
            keeper.close();
        }
        if (isRunning()) {
            process.run("pg_ctl", List.of("stop", "-D", folder.toString(), "-m", "fast", "-w", "-t", "15"));
        }
    }

    /// The access of one database of the server, which is made when it is absent.
    public DatabaseAccess access(int port, String database) {
        try (Connection connection = credentials.connect(port)) {
            Roles.make(connection, credentials.owner(), credentials.app());
            Roles.makeDatabase(connection, database);
        } catch (SQLException e) {
            throw new DatabaseTrouble("cannot make the database \"%s\": %s".formatted(database, e.getMessage()), e);
        }
        return credentials.access(port, database);
    }

    String superuserPassword() {
        return credentials.superuser();
    }

    private boolean isRunning() {
        return LockFile.read(folder).map(LockFile::isHeld).orElse(false);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseTrouble("no port is free on the loopback address", e);
        }
    }
}
