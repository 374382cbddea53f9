package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server killed again and again while programs bring it sources and SBOMs; in the end it holds what a
/// server holds that nobody killed.
///
/// `-Dward.seed=N` takes the moments of an earlier run again, as far as time can be repeated.
class KillTest {

    private final Path control;
    private final Path killed;
    private final long seed = Long.getLong("ward.seed", System.nanoTime());
    private final List<Duration> lengths = new ArrayList<>();

    KillTest(@TempDir Path folder) {
        this.control = folder.resolve("control");
        this.killed = folder.resolve("killed");
    }

    @Test
    void comesToTheSameAfterThreeKills() throws Exception {
        comesToTheSame(3);
    }

    @Tag("deep")
    @Test
    void comesToTheSameAfterFiftyKills() throws Exception {
        comesToTheSame(Integer.getInteger("ward.moments", 50));
    }

    private void comesToTheSame(int moments) throws Exception {
        System.out.printf("%d moments, seed %d%n", moments, seed);
        Map<String, List<String>> expected = control(moments);
        Random random = new Random(seed);
        try (KilledServer server = KilledServer.start(killed, random)) {
            kill(server, moments, random);
            server.startAgainLater();
            compare(expected);
        }
    }

    /// The same day without a kill; notes how long its rounds take.
    private Map<String, List<String>> control(int moments) throws Exception {
        int port = DemoProcess.freePort();
        try (ServeProcess _ = ServeProcess.start(control, port, Map.of());
                ApiClient client = new ApiClient(port, token(control));
                BusyDay day = new BusyDay(client, moments)) {
            for (int round = 0; round < moments; round++) {
                long begun = System.nanoTime();
                day.begin(round);
                day.awaitRest();
                lengths.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            assertThat(day.errands()).allMatch(Errand::isCompleted);
            assertThat(Books.faults(control)).isEmpty();
            return Books.read(control);
        }
    }

    private void kill(KilledServer server, int moments, Random random) throws Exception {
        try (ApiClient client = new ApiClient(server.port(), token(killed));
                BusyDay day = new BusyDay(client, moments)) {
            for (int round = 0; round < moments; round++) {
                if (random.nextBoolean()) {
                    day.awaitRest();
                }
                day.begin(round);
                System.out.printf("moment %d: %s%n", round + 1, server.killAtSomeMoment(lengths.get(round)));
            }
            day.awaitRest();
            assertThat(day.errands()).as("seed %d", seed).allMatch(Errand::isCompleted);
        }
    }

    private void compare(Map<String, List<String>> expected) throws Exception {
        Map<String, List<String>> found = Books.read(killed);
        expected.forEach((heading, rows) ->
                assertThat(found.get(heading)).as("%s (seed %d)", heading, seed).containsExactlyElementsOf(rows));
        assertThat(expected.get("finding")).hasSizeGreaterThan(20);
        assertThat(Books.faults(killed)).as("seed %d", seed).isEmpty();
        assertThat(DemoProcess.command("audit", "verify", "--data", killed.toString()))
                .contains("whole: ");
    }

    private static String token(Path data) throws IOException {
        return DemoProcess.command(
                        "token", "create", "--role", "administrator", "--name", "programs", "--data", data.toString())
                .strip();
    }
}
