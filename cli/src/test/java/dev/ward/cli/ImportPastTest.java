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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `./ward past-decisions import` and `./ward past-corrections import` ask a server, and what they say
/// of the answers; the server's part is tested where it is.
class ImportPastTest {

    private static final String IMPORT = "019a0000-0000-7000-8000-000000000000";

    private final Path folder;
    private final Path file;
    private final Path token;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    ImportPastTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.writeString(folder.resolve("past.csv"), "product,release,cve,status\n");
        this.token = Files.writeString(folder.resolve("token"), "ward_abc\n");
    }

    private CommandRun answered(String command, String imports, int refused, String... more) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1" + imports, exchange -> {
            String path = exchange.getRequestURI().getPath();
            answer(
                    exchange,
                    path.endsWith("/notes")
                            ? """
                    {"items": [{"line": 3, "column": "release", "reason": "the product has no release of this version"}]}"""
                            : path.endsWith("/refused.csv") ? "\"release\",\"Refused because\"\r\n" : """
                            {"id": "j1", "status": "queued", "step": ""}""");
        });
        server.createContext("/api/v1/jobs/j1", exchange -> answer(exchange, """
                {"id": "j1", "status": "completed", "step": "applies it",
                 "result": {"import": "%s", "outcome": "applied", "read": "4", "new": "3", "refused": "%d"}}""".formatted(IMPORT, refused)));
        server.start();
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    command,
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

    @ParameterizedTest
    @CsvSource({"past-decisions, /past-decisions/imports", "past-corrections, /due/past/imports"})
    void sendsTheFileAndTellsWhatCameOfIt(String command, String imports) throws IOException {
        CommandRun run = answered(command, imports, 0, "--dry-run");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("applied 4 rows: 3 new\n").contains(imports + "/" + IMPORT);
        assertThat(asked.getFirst()).isEqualTo("POST /api/v1" + imports + "?dryRun=true&name=past.csv");
    }

    @ParameterizedTest
    @CsvSource({"past-decisions, /past-decisions/imports", "past-corrections, /due/past/imports"})
    void endsWithOneAndWritesTheRowsThatAreRefused(String command, String imports) throws IOException {
        Path refused = folder.resolve("refused.csv");
        CommandRun run = answered(command, imports, 1, "--refused", refused.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("line 3, release: the product has no release of this version");
        assertThat(refused).hasContent("\"release\",\"Refused because\"\r\n");
    }
}
