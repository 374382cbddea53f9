package dev.ward.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A server of Debian's PostgreSQL 15, as a user may run it, with one login that owns one database.
final class DebianPostgres implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "only-for-tests";

    private final Path data;
    private final int port;

    private DebianPostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    static DebianPostgres start(Path folder) throws IOException {
        DebianPostgres postgres = new DebianPostgres(folder.resolve("postgresql15"), DemoProcess.freePort());
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        run(
                "initdb",
                "--pgdata=" + postgres.data,
                "--username=ward",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        postgres.run();
        return postgres;
    }

    /// Starts it, again after a stop.
    void run() throws IOException {
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data.resolveSibling("postgresql15.log").toString(),
                "-o",
                " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=" + port);
    }

    void stop() throws IOException {
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data.toString());
    }

    /// What tells Ward to use it.
    Map<String, String> environment() {
        return Map.of(
                "WARD_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                "WARD_DATABASE_USERNAME",
                "ward",
                "WARD_DATABASE_PASSWORD",
                PASSWORD);
    }

    /// Connects to it as Ward does.
    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "ward", PASSWORD);
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "-w", "-m", "fast", "-D", data.toString());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL 15 did not end", e);
        }
    }

    private static void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(program + " of PostgreSQL 15 failed");
        }
    }
}
