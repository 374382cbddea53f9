package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./ward devices import` asks a server, and what it says of the answers; the server's part is tested where it
/// is.
class ImportDevicesTest {

    private static final String IMPORT = "019a0000-0000-7000-8000-000000000000";

    private final Path folder;
    private final Path file;
    private final Path token;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    ImportDevicesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.writeString(folder.resolve("my fleet.csv"), "serial,product\nA,Pump\n");
        this.token = Files.writeString(folder.resolve("token"), "ward_abc\n");
    }

    private CommandRun imported(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "devices";
        arguments[1] = "import";
        arguments[2] = file.toString();
        arguments[3] = "--token-file";
        arguments[4] = token.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(folder, arguments);
    }

    /// @param job  what the server answers when it is asked for the job
    private CommandRun answered(String job, String... more) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/devices/imports", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = path.endsWith("/notes")
                    ? """
                    {"items": [{"line": 3, "column": "serial", "reason": "the row has no serial number"}], "next": "more"}"""
                    : path.endsWith("/refused.csv") ? "\"serial\",\"Refused because\"\r\n" : """
                            {"id": "j1", "status": "queued", "step": ""}""";
            answer(exchange, body);
        });
        server.createContext("/api/v1/jobs/j1", exchange -> answer(exchange, job));
        server.start();
        try {
            String[] arguments = new String[more.length + 2];
            arguments[0] = "--server";
            arguments[1] = "http://127.0.0.1:" + server.getAddress().getPort();
            System.arraycopy(more, 0, arguments, 2, more.length);
            return imported(arguments);
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add("%s %s %s"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), sent)
                .strip());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String completed(int refused) {
        return """
                {"id": "j1", "status": "completed", "step": "applies it",
                 "result": {"import": "%s", "outcome": "applied", "read": "4", "new": "3", "changed": "0", "refused": "%d"}}""".formatted(IMPORT, refused);
    }

    @Test
    void sendsTheFileAndTellsWhatCameOfIt() throws IOException {
        CommandRun run = answered(completed(0));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("applied 4 rows: 3 new\n").contains("/devices/imports/" + IMPORT);
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/devices/imports?dryRun=false&name=my+fleet.csv serial,product\nA,Pump",
                        "GET /api/v1/jobs/j1");
    }

    @Test
    void asksWithWhatWasChosen() throws IOException {
        answered(completed(0), "--mapping", "SAP & more", "--dry-run", "--as-of", "2026-11-01T00:00:00Z");

        assertThat(asked.getFirst())
                .startsWith("POST /api/v1/devices/imports?dryRun=true&name=my+fleet.csv&mapping=SAP+%26+more"
                        + "&asOf=2026-11-01T00%3A00%3A00Z");
    }

    @Test
    void endsWithOneAndNamesTheRowsThatAreRefused() throws IOException {
        Path refused = folder.resolve("refused.csv");
        CommandRun run = answered(completed(1), "--refused", refused.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("applied 4 rows: 3 new, 1 refused\n");
        assertThat(run.err()).contains("line 3, serial: the row has no serial number", "and more");
        assertThat(refused).hasContent("\"serial\",\"Refused because\"\r\n");
    }

    @Test
    void endsWithThreeWhenNothingWasApplied() throws IOException {
        CommandRun run = answered("""
                {"id": "j1", "status": "failed", "problem": "2 rows were refused: nothing was applied."}""");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("2 rows were refused: nothing was applied.");
    }

    @Test
    void refusesAnInstantThatIsNone() {
        CommandRun run = imported("--as-of", "yesterday");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--as-of");
    }

    @Test
    void saysWhereThereIsNoFile() {
        CommandRun run = CommandRun.of(
                folder, "devices", "import", folder.resolve("none.csv").toString(), "--token-file", token.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("none.csv");
    }
}
