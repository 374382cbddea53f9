package dev.ward.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says of the server that runs on a folder. After a crash it says so still, and its process
/// number may by then be that of any other program.
///
/// @param folder  the server's own folder
/// @param port    on the loopback address
record LockFile(Path folder, long pid, int port) {

    private static final String NAME = "postmaster.pid";
    private static final int LINE_OF_PORT = 3;

    /// @return nothing when there is no such file, or it is not whole yet
    static Optional<LockFile> read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(NAME));
            return lines.size() > LINE_OF_PORT
                    ? Optional.of(new LockFile(
                            folder,
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(lines.get(LINE_OF_PORT).strip())))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Whether the process is a PostgreSQL at work in the folder: one that has ended and was not yet cleared away by
    /// the system is not, nor is another program that was given its number.
    boolean isHeld() {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.contains("postgres"))
                        .isPresent()
                && worksInFolder();
    }

    private boolean worksInFolder() {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether the server of this folder, and no other, answers on the port.
    boolean answers(PostgresCredentials credentials) {
        try (Connection connection = credentials.connect(port);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), folder);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /// Takes away a file that is not held, where PostgreSQL would take the foreign process for a server and not start.
    /// It looks by itself whether processes of an earlier server still use the folder's shared memory.
    void clear() throws IOException {
        if (ProcessHandle.of(pid).isPresent() && !isHeld()) {
            Files.deleteIfExists(folder.resolve(NAME));
        }
    }
}
