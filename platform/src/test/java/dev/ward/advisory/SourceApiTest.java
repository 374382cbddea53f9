package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.job.JobId;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WardTest
class SourceApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final TestCallers callers;
    private final Heard heard;

    @Autowired
    SourceApiTest(@LocalServerPort int port, TestCallers callers, Heard heard) {
        this.port = port;
        this.callers = callers;
        this.heard = heard;
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return Browser.at(port).json(method, "/api/v1" + path, body, "Authorization", bearer());
    }

    private String bearer() {
        return "Bearer " + callers.token("product-security");
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = Browser.at(port).get("/api/v1" + path, "Authorization", bearer());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /// Waits for the import that an answer promises.
    private SourceImport imported(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = JSON.readTree(accepted.body()).path("id").asString();
        assertThat(accepted.headers().firstValue("Location")).hasValue("/api/v1/jobs/" + id);
        return heard.await(new JobId(UUID.fromString(id)));
    }

    @Test
    void takesADocumentAsItComesAndTellsOfIt() {
        SourceImport of = imported(send(
                "POST",
                "/sources/osv/imports?name=/tmp/day.json",
                Records.osv("TEST-3001", "2030-01-01", "CVE-2030-3001")));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(of.name()).isEqualTo("day.json");
        JsonNode job = get("/jobs/" + of.job());
        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("result").path("new").asString()).isEqualTo("1");
        assertThat(get("/jobs?limit=1").path("items").size()).isEqualTo(1);
        JsonNode told = get("/imports/" + of.id());
        assertThat(told.path("outcome").asString()).isEqualTo("completed");
        assertThat(told.path("counts").path("new").asInt()).isEqualTo(1);
        assertThat(get("/sources/osv/imports").path("items").size()).isPositive();
        assertThat(get("/imports/" + of.id() + "/unread").path("items").isEmpty())
                .isTrue();
        JsonNode byName = get("/vulnerabilities/CVE-2030-3001");
        assertThat(byName.path("aliases").get(0).asString()).isEqualTo("TEST-3001");
        assertThat(byName.path("severities").get(0).path("score").asDouble()).isEqualTo(7.5);
        assertThat(byName.path("records")
                        .get(0)
                        .path("affected")
                        .get(0)
                        .path("what")
                        .asString())
                .isEqualTo("pkg:pypi/pump-test-3001");
        assertThat(get("/vulnerabilities/" + byName.path("id").asString())).isEqualTo(byName);
    }

    @Test
    void takesADocumentWhateverItsSenderCallsIt() throws Exception {
        for (String size : List.of("", " ".repeat(3 << 20))) {
            byte[] body = (Records.osv("TEST-3101", "2030-01-01", "a=b&c=%zz") + "\n" + size)
                    .getBytes(StandardCharsets.UTF_8);
            SourceImport of = imported(Browser.at(port)
                    .form(
                            "/api/v1/sources/osv/imports?name=day+%C3%A9.json",
                            new String(body, StandardCharsets.UTF_8), "Authorization", bearer()));

            assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
            assertThat(of.size()).isEqualTo(body.length);
            assertThat(of.name()).isEqualTo("day é.json");
        }
    }

    @Test
    void keepsNothingOfAnUploadThatIsCutOff() throws Exception {
        byte[] body = Records.osv("TEST-3201", "2030-01-01").getBytes(StandardCharsets.UTF_8);
        long before = documents();
        raw("application/json", body.length * 2, body);

        assertThat(documents()).isEqualTo(before);
        assertThat(heard.rows("SELECT count(*) FROM document.arrival")).containsExactly("0");
    }

    private long documents() {
        return Long.parseLong(
                heard.rows("SELECT count(*) FROM document.document").getFirst());
    }

    private String raw(String type, int length, byte[] body) throws IOException {
        String head = """
                POST /api/v1/sources/osv/imports HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: %s
                Content-Length: %d
                Connection: close

                """.formatted(bearer(), type, length).replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsFilesOnlyInTheFoldersThatAreAllowed() {
        assertThat(imported(send("POST", "/sources/osv/imports", "{\"path\": \"pump.osv.json\"}"))
                        .outcome())
                .isNotEqualTo(ImportOutcome.FAILED);
        assertThat(heard.vulnerability("TEST-FILE-1")).isNotEmpty();
        for (String path : List.of("/etc/passwd", "../logback-test.xml", "absent.json", "imports/\\u0000")) {
            HttpResponse<String> refused = send("POST", "/sources/osv/imports", "{\"path\": \"%s\"}".formatted(path));
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void fetchesFromAnAddressAndSaysWhenItCannot() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] document = Records.osv("TEST-3301", "2030-01-01").getBytes(StandardCharsets.UTF_8);
        server.createContext("/feed", exchange -> {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/feed");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(fetched(base + "/moved").outcome()).isEqualTo(ImportOutcome.COMPLETED);
            assertThat(fetched(base + "/feed").outcome()).isEqualTo(ImportOutcome.NOTHING_NEW);
            SourceImport absent = fetched(base + "/absent");
            assertThat(absent.outcome()).isEqualTo(ImportOutcome.FAILED);
            assertThat(absent.problem()).contains("answers with status 404");
        } finally {
            server.stop(0);
        }
        assertThat(send("POST", "/sources/osv/imports", "{\"url\": \"file:///etc/passwd\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private SourceImport fetched(String url) {
        return imported(send("POST", "/sources/osv/imports", "{\"url\": \"%s\"}".formatted(url)));
    }

    @Test
    void knowsNoOtherSources() {
        HttpResponse<String> answer = send("POST", "/sources/rss/imports", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("cve, osv, nvd, kev, epss");
        assertThat(Browser.at(port)
                        .get("/api/v1/vulnerabilities/CVE-0", "Authorization", bearer())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsEveryPageSound() {
        SourceImport of = heard.hear(
                Source.OSV, Records.osv("TEST-3401", "2030-01-01", "CVE-2030-3401", "CVE-2030-3402") + "{\"id\": 1\n");
        heard.hear(Source.CVE, Records.cve("CVE-2030-3403", "2030-01-01"));
        heard.hear(Source.NVD, Records.nvd("CVE-2030-3403", "2030-01-01"));
        Browser browser = callers.signedIn(port, "product-security");

        for (String path : List.of(
                "/sources",
                "/sources/osv",
                "/sources/epss",
                "/imports/" + of.id(),
                "/conflicts",
                "/vulnerabilities/TEST-3401",
                "/vulnerabilities/CVE-2030-3403",
                "/jobs",
                "/jobs/" + of.job())) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
            PageAsserts.assertSound(page.body());
        }
        assertThat(browser.get("/imports/" + of.id()).body()).contains("What could not be read");
        HttpResponse<String> asked =
                browser.submit("/sources/osv", "/sources/osv/imports", Map.of("path", "pump.osv.json"));
        assertThat(asked.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/imports/"));
    }
}
