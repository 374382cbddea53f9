package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.job.JobId;
import dev.ward.web.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@WardTest
class HostileFeedTest {

    private static final String HTML = "<!doctype html><html><body>503 Service Unavailable</body></html>\n";

    private final int port;
    private final Heard heard;
    private final String bearer;

    @Autowired
    HostileFeedTest(@LocalServerPort int port, TestCallers callers, Heard heard) {
        this.port = port;
        this.heard = heard;
        this.bearer = "Bearer " + callers.token("product-security");
    }

    private SourceImport post(String source, String body) {
        HttpResponse<String> answer = Browser.at(port)
                .json("POST", "/api/v1/sources/%s/imports".formatted(source), body, "Authorization", bearer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String job = JsonMapper.shared().readTree(answer.body()).path("id").asString();
        return heard.await(new JobId(UUID.fromString(job)));
    }

    private String unread(SourceImport of) {
        return Browser.at(port)
                .get("/api/v1/imports/%s/unread".formatted(of.id()), "Authorization", bearer)
                .body();
    }

    @Test
    void readsLinesBeforeAndAfterAPageThatStandsBetweenThem() {
        SourceImport of =
                post("osv", Records.osv("TEST-6001", "2030-01-01") + HTML + Records.osv("TEST-6002", "2030-01-01"));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(heard.vulnerability("TEST-6001")).isNotEmpty();
        assertThat(heard.vulnerability("TEST-6002")).isNotEmpty();
        assertThat(unread(of)).contains("is no JSON", "line 2");
    }

    @Test
    void readsAFeedUpToWhereItTurnsIntoAPage() {
        String nvd = Records.nvd("CVE-2030-6101", "2030-01-01");
        SourceImport of = post("nvd", nvd.substring(0, nvd.lastIndexOf("]}")) + ",\n" + HTML);

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(heard.vulnerability("CVE-2030-6101")).isNotEmpty();
        assertThat(unread(of)).contains("the rest of the document", "line 2");
    }

    @Test
    void survivesARecordNestedTenThousandDeep() {
        String deep = Records.osv("TEST-6201", "2030-01-01")
                .replace("\"aliases\"", "\"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + ", \"aliases\"");
        SourceImport of = post("osv", deep + Records.osv("TEST-6202", "2030-01-01"));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(heard.vulnerability("TEST-6202")).isNotEmpty();
        assertThat(heard.vulnerability("TEST-6201").isEmpty())
                .isEqualTo(unread(of).contains("nested"));
    }

    @Test
    void readsABombAsFarAsItIsHonest() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Records.osv("TEST-6301", "2030-01-01").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 400; i++) {
                out.write(blanks);
            }
        }
        SourceImport of = heard.hear(Source.OSV, packed.toByteArray());

        assertThat(heard.vulnerability("TEST-6301")).isNotEmpty();
        assertThat(unread(of)).containsAnyOf("times its size", "longer than");
    }

    @Test
    void refusesWhatSaysThatItIsTooLargeBeforeItComes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /api/v1/sources/osv/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(bearer, 5L << 30)
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("ward.import-most");
        }
    }
}
