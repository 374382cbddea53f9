package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FetchTest {

    private static final Duration IDLE = Duration.ofMillis(400);

    private final Feed feed = new Feed();
    private final Fetch fetch = fetch(List.of("127.0.0.1:*"), Duration.ofMinutes(1));

    FetchTest() throws IOException {}

    @AfterEach
    void end() throws IOException {
        fetch.close();
        feed.close();
    }

    private static Fetch fetch(List<String> internal, Duration longest) {
        return new Fetch(
                new ImportSettings(List.of(), DataSize.ofKilobytes(64), longest),
                new ImportHosts(List.of("localhost:*"), internal),
                IDLE);
    }

    private static String read(Fetch fetch, String address) throws IOException {
        return fetch.fetch(
                URI.create(address), (in, size) -> new String(in.readAllBytes(), StandardCharsets.UTF_8) + size);
    }

    @Test
    void handsOnWhatAnAddressGives() throws IOException {
        feed.at("/feed", 200, "", 4, Feed.text("[{}]"));

        assertThat(read(fetch, feed.address("/feed"))).isEqualTo("[{}]4");
    }

    @Test
    void givesUpAServerThatFallsSilent() {
        feed.silentAt("/silent");

        assertThatThrownBy(() -> read(fetch, feed.address("/silent")))
                .hasMessageContaining("The server sent nothing for");
    }

    @Test
    void givesUpABodyThatDripsForTooLong() throws IOException {
        feed.drippingAt("/drip");
        try (Fetch hasty = fetch(List.of("127.0.0.1:*"), Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> read(hasty, feed.address("/drip")))
                    .hasMessage("It took longer than 2 seconds, which is the most that WARD_IMPORT_TIME allows.");
        }
    }

    @Test
    void givesUpAHeadThatDripsForTooLong() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Fetch hasty = fetch(List.of("127.0.0.1:*"), Duration.ofSeconds(2))) {
            Thread dripping = Thread.ofVirtual().start(() -> drip(server));

            assertThatThrownBy(() -> read(hasty, "http://127.0.0.1:%d/".formatted(server.getLocalPort())))
                    .hasMessageContaining("WARD_IMPORT_TIME");
            dripping.join();
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // the other side has gone, as it should
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesWhatSaysThatItIsTooLarge() {
        feed.at("/large", 200, "", 1 << 20, out -> {
            out.write('[');
            out.flush();
        });

        assertThatThrownBy(() -> read(fetch, feed.address("/large")))
                .hasMessageContaining("WARD_IMPORT_MOST allows 65,536");
    }

    @Test
    void followsOnlyToHostsThatAreAllowed() throws IOException {
        feed.at("/near", 302, "/feed", -1, _ -> {}).at("/feed", Feed.text("[]"));
        feed.at("/far", 302, "http://metadata.example/latest?token=abc", -1, _ -> {});
        feed.at("/file", 302, "file:///etc/passwd", -1, _ -> {});

        assertThat(read(fetch, feed.address("/near"))).isEqualTo("[]0");
        assertThatThrownBy(() -> read(fetch, feed.address("/far")))
                .hasMessageContaining("\"metadata.example\"")
                .hasMessageContaining("WARD_IMPORT_HOSTS")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(() -> read(fetch, feed.address("/file"))).hasMessageContaining("must begin with https://");
    }

    @Test
    void leavesAnEndlessAnswerThatLeadsOnUnread() throws IOException {
        feed.at("/on", 302, "/feed", 0, out -> {
            while (true) {
                out.write(new byte[8192]);
            }
        });
        feed.at("/feed", Feed.text("[]"));

        assertThat(read(fetch, feed.address("/on"))).isEqualTo("[]0");
    }

    @Test
    void connectsToNoAddressOfItsOwnUnlessTheOperatorNamesTheHost() {
        feed.at("/feed", Feed.text("[]"));

        String outside = feed.address("localhost", "/feed").replace("http:", "https:");

        assertThatThrownBy(() -> read(fetch, outside))
                .hasMessageContaining("one of the server itself")
                .hasMessageContaining("WARD_IMPORT_INTERNAL_HOSTS");
        assertThat(feed.asked).hasValue(0);
    }
}
