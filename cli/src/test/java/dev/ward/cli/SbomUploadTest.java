package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./ward sbom upload` says when it cannot do its work; that it can is seen with a real server, in `e2e`.
class SbomUploadTest {

    private static final String RELEASE = "019a0000-0000-7000-8000-000000000000";

    private final Path folder;
    private final Path sbom;
    private final Path token;

    SbomUploadTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.sbom = Files.writeString(folder.resolve("bom.json"), "{}");
        this.token = Files.writeString(folder.resolve("token"), "ward_abc\n");
    }

    private CommandRun upload(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "sbom";
        arguments[1] = "upload";
        arguments[2] = sbom.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.of(folder, arguments);
    }

    private CommandRun uploadTo(String server) {
        return upload("--token-file", token.toString(), "--release", RELEASE, "--server", server);
    }

    @Test
    void asksForTheRelease() {
        CommandRun run = upload("--token-file", token.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--release");
    }

    @Test
    void asksForTheProductWhenAVersionIsNoId() {
        CommandRun run = upload("--token-file", token.toString(), "--release", "4.2");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\"4.2\" is no id").contains("--product");
    }

    @Test
    void asksForAToken() {
        CommandRun run = upload("--release", RELEASE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("WARD_TOKEN");
    }

    @Test
    void sendsNoTokenInTheClearThroughANetwork() {
        CommandRun run = uploadTo("http://192.0.2.1:8080");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("https://192.0.2.1");
    }

    @Test
    void saysWhereNothingAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        CommandRun run = uploadTo("http://127.0.0.1:" + port);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("nothing answers at http://127.0.0.1:" + port);
    }

    @Test
    void saysWhatTheServerSays() throws IOException {
        CommandRun run = answered(403, """
                {"title": "Your role does not allow this", "detail": "This needs the permission to upload SBOMs.",
                 "errors": [{"where": "role", "what": "auditor"}]}""");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().strip())
                .endsWith("This needs the permission to upload SBOMs.; role: auditor; the token's role or scopes do not"
                        + " allow this");
    }

    @Test
    void saysWhatMakesAConnectionSafe() throws Exception {
        HttpsServer stranger = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.setHttpsConfigurator(new HttpsConfigurator(ofAnUnknownAuthority()));
        stranger.start();
        try {
            CommandRun run =
                    uploadTo("https://127.0.0.1:" + stranger.getAddress().getPort());

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("no safe connection to https://127.0.0.1", "javax.net.ssl.trustStore");
        } finally {
            stranger.stop(0);
        }
    }

    private SSLContext ofAnUnknownAuthority() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "of a test",
                        "-alias",
                        "ward",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        char[] password = "of a test".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// Whether the client hears of what is wrong with TLS or of a connection that ended first is a matter of chance.
    @Test
    void saysThatAPlainServerGaveNoAnswer() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInTheClear(plain));

            CommandRun run = uploadTo("https://127.0.0.1:" + plain.getLocalPort());

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .containsPattern(
                            "(no safe connection to|no answer from) https://127.0.0.1:" + plain.getLocalPort());
        }
    }

    private static void answerInTheClear(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the asker has gone
        }
    }

    @Test
    void knowsThatSomethingElseAnswers() throws IOException {
        CommandRun run = answered(200, "<html>the hospital's proxy</html>");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("does not answer as Ward does");
    }

    private CommandRun answered(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return uploadTo("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
