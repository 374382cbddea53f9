package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.job.JobId;
import dev.ward.sbom.web.RawUpload;
import dev.ward.web.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private final String token;
    private final String bearer;

    @Autowired
    HostileFeedTest(@LocalServerPort int port, TestCallers callers, Heard heard) {
        this.port = port;
        this.heard = heard;
        this.token = callers.token("product-security");
        this.bearer = "Bearer " + token;
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
    void refusesABombAndSaysSo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Records.osv("TEST-6301", "2030-01-01").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 400; i++) {
                out.write(blanks);
            }
        }
        SourceImport of = heard.hear(Source.OSV, packed.toByteArray());

        assertThat(of.outcome()).isEqualTo(ImportOutcome.FAILED);
        assertThat(of.problem()).contains("a document", "times its size");
    }

    @Test
    void refusesWhatSaysThatItIsTooLargeBeforeItComes() throws IOException {
        try (RawUpload upload = new RawUpload(port, "POST", "/api/v1/sources/osv/imports", token, 5L << 30)) {
            assertThat(upload.answer()).startsWith("HTTP/1.1 413").contains("WARD_IMPORT_MOST");
        }
    }
}
