package dev.ward.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs one of PostgreSQL's programs to its end.
///
/// PostgreSQL refuses to run as root. There it runs in a user namespace in which nobody is root; its files remain
/// root's, and no second account is needed.
final class PostgresProcess {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final PostgresBinaries binaries;

    PostgresProcess(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    /// @return what it printed
    /// @throws DatabaseTrouble  when it failed; with what it printed
    String run(String program, List<String> arguments) {
        try {
            List<String> command = new ArrayList<>();
            if (isRoot()) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.add(binaries.program(program).toString());
            command.addAll(arguments);
            Path printed = Files.createTempFile("ward-postgres-", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
                process.getOutputStream().close();
                return wait(process, program, printed);
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new DatabaseTrouble(
                    "cannot run PostgreSQL's %s: %s; set WARD_DATABASE_URL to use your own PostgreSQL"
                            .formatted(program, e.getMessage()),
                    e);
        }
    }

    private static String wait(Process process, String program, Path printed) throws IOException {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseTrouble("PostgreSQL's %s did not end in %s".formatted(program, LONGEST));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("interrupted while PostgreSQL's %s ran".formatted(program), e);
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0) {
            throw new DatabaseTrouble("PostgreSQL's %s failed: %s".formatted(program, text));
        }
        return text;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
