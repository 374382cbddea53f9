package dev.ward.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A server that is killed at moments of chance, and begins again on the same data folder.
final class KilledServer implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int FIRST_START = 6_000;

    /// Numbers that move when something has just been written.
    private static final List<String> SIGNS = List.of(
            "SELECT count(*) FROM job.step",
            "SELECT count(*) FROM job.job WHERE status = 'completed'",
            "SELECT count(*) FROM advisory.change_set",
            "SELECT count(*) FROM finding.change_set",
            "SELECT count(*) FROM sbom.snapshot WHERE state <> 'received'",
            "SELECT count(*) FROM document.arrival",
            "SELECT count(*) FROM sbom.occurrence",
            "SELECT coalesce(max(seq), 0) FROM audit.entry");

    private enum Victim {
        WARD,
        WARD_AND_DATABASE,
        DATABASE
    }

    private final Path data;
    private final Random random;
    private ServeProcess serve;

    private KilledServer(Path data, Random random, ServeProcess serve) {
        this.data = data;
        this.random = random;
        this.serve = serve;
    }

    /// Starts one whose first start, in which it makes its database, was killed.
    static KilledServer start(Path data, Random random) throws IOException {
        int port = DemoProcess.freePort();
        ServeProcess first = ServeProcess.begin(data, port, Map.of());
        pause(Duration.ofMillis(random.nextInt(FIRST_START)));
        first.kill();
        if (random.nextBoolean()) {
            first.killDatabase();
        }
        return new KilledServer(data, random, ServeProcess.start(data, port, Map.of()));
    }

    int port() {
        return serve.port();
    }

    /// Waits for a moment, and kills.
    ///
    /// @param length  how long what is going on takes
    /// @return the moment and who died
    String killAtSomeMoment(Duration length) throws IOException {
        String when = awaitMoment(length);
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        if (victim != Victim.DATABASE) {
            serve.kill();
        }
        if (victim != Victim.WARD) {
            serve.killDatabase();
        }
        if (victim != Victim.DATABASE) {
            serve = ServeProcess.start(data, serve.port(), Map.of());
        }
        return when + ": " + victim;
    }

    private String awaitMoment(Duration length) throws IOException {
        if (random.nextBoolean()) {
            Duration wait = Duration.ofMillis(random.nextLong(length.toMillis() + 1));
            pause(wait);
            return "after %d of %d ms".formatted(wait.toMillis(), length.toMillis());
        }
        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
        int times = 1 + random.nextInt(4);
        try (Connection connection = Books.open(data)) {
            return "after %d changes of: %s".formatted(awaitChanges(connection, sign, times), sign);
        } catch (SQLException e) {
            return "while the database goes through its log";
        }
    }

    private static int awaitChanges(Connection connection, String sign, int times) throws SQLException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        long last = Books.number(connection, sign);
        int changes = 0;
        while (changes < times && System.nanoTime() < end) {
            long now = Books.number(connection, sign);
            changes += now == last ? 0 : 1;
            last = now;
        }
        return changes;
    }

    /// Ends it as one should and starts it again, as if an hour had passed, when what stopped
    /// arriving is removed.
    void startAgainLater() throws IOException, SQLException {
        try (Connection connection = Books.open(data)) {
            connection.createStatement().execute("UPDATE document.arrival SET touched_at = now() - interval '2 hours'");
        }
        int port = serve.port();
        serve.close();
        serve = ServeProcess.start(data, port, Map.of());
        try (Connection connection = Books.open(data)) {
            while (Books.number(connection, "SELECT count(*) FROM document.arrival") > 0) {
                pause(Duration.ofMillis(50));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        serve.close();
    }
}
