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

/// What `./ward past-corrections import` asks a server, and what it says of the answers; the server's
/// part is tested where it is.
class ImportPastCorrectionsTest {

    private static final String IMPORT = "019a0000-0000-7000-8000-000000000000";

    private final Path folder;
    private final Path file;
    private final Path token;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    ImportPastCorrectionsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.writeString(folder.resolve("past.csv"), "product,date,what,reported\n");
        this.token = Files.writeString(folder.resolve("token"), "ward_abc\n");
    }

    private CommandRun answered(int refused, String... more) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/due/past/imports", exchange -> {
            String path = exchange.getRequestURI().getPath();
            answer(
                    exchange,
                    path.endsWith("/notes")
                            ? """
                    {"items": [{"line": 3, "column": "product", "reason": "Ward has no product of this name"}]}"""
                            : path.endsWith("/refused.csv") ? "\"product\",\"Refused because\"\r\n" : """
                            {"id": "j1", "status": "queued", "step": ""}""");
        });
        server.createContext("/api/v1/jobs/j1", exchange -> answer(exchange, """
                {"id": "j1", "status": "completed", "step": "applies it",
                 "result": {"import": "%s", "outcome": "applied", "read": "4", "new": "3", "refused": "%d"}}""".formatted(IMPORT, refused)));
        server.start();
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "past-corrections",
                    "import",
                    file.toString(),
                    "--token-file",
                    token.toString(),
                    "--server",
                    "http://127.0.0.1:" + server.getAddress().getPort()));
            arguments.addAll(List.of(more));
            return CommandRun.of(folder, arguments.toArray(String[]::new));
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void sendsTheFileAndTellsWhatCameOfIt() throws IOException {
        CommandRun run = answered(0, "--dry-run");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("applied 4 rows: 3 new\n").contains("/due/past/imports/" + IMPORT);
        assertThat(asked.getFirst()).isEqualTo("POST /api/v1/due/past/imports?dryRun=true&name=past.csv");
    }

    @Test
    void endsWithOneAndWritesTheRowsThatAreRefused() throws IOException {
        Path refused = folder.resolve("refused.csv");
        CommandRun run = answered(1, "--refused", refused.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("line 3, product: Ward has no product of this name");
        assertThat(refused).hasContent("\"product\",\"Refused because\"\r\n");
    }
}
