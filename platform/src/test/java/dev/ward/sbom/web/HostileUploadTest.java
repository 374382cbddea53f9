package dev.ward.sbom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.sbom.TestReleases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class HostileUploadTest {

    private final TestReleases releases;
    private final JdbcClient jdbc;
    private final SbomClient client;
    private final int port;
    private final String token;

    @Autowired
    HostileUploadTest(TestReleases releases, TestCallers callers, JdbcClient jdbc, @LocalServerPort int port) {
        this.releases = releases;
        this.jdbc = jdbc;
        this.port = port;
        this.token = callers.token("product-security");
        this.client = new SbomClient(port, token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode sboms(ReleaseId release) throws Exception {
        return client.get("/api/v1/releases/" + release.value() + "/sboms").at("/items");
    }

    @Test
    void takesUploadsToOneReleaseAtOnce() throws Exception {
        ReleaseId release = releases.make();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<byte[]>>> uploads = IntStream.range(0, 6)
                    .<Callable<HttpResponse<byte[]>>>mapToObj(i ->
                            () -> client.put(release, bytes(Boms.of("shared@1.0.0", "own%d@1.0.0".formatted(i)))))
                    .toList();
            for (Future<HttpResponse<byte[]>> one : threads.invokeAll(uploads)) {
                assertThat(one.get().statusCode()).isEqualTo(202);
            }
        }
        while (sboms(release).findValuesAsString("state").contains("received")) {
            Thread.sleep(20);
        }

        assertThat(sboms(release).findValuesAsString("state")).hasSize(6).containsOnly("completed");
        assertThat(sboms(release).at("/0/current").asBoolean()).isTrue();
        assertThat(sboms(release).findValuesAsString("current")).containsOnlyOnce("true");
    }

    @Test
    void changesNothingByTheSameDocumentTwice() throws Exception {
        ReleaseId release = releases.make();
        JsonNode first = client.upload(release, Boms.of("twice@1.0.0"));
        JsonNode second = client.upload(release, Boms.of("twice@1.0.0"));

        assertThat(first.at("/state").asString()).isEqualTo("completed");
        assertThat(second.at("/state").asString()).isEqualTo("unchanged");
        assertThat(jdbc.sql("SELECT count(*) FROM document.document WHERE sha256 = :sha256")
                        .param("sha256", first.at("/sha256").asString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'<!doctype html><html><body>Sign in</body></html>', HTML",
        "'MZ this program cannot be run', program",
        "'{\"bomFormat\": \"CycloneDX\", \"specVersion\": ', line 1",
        "'{\"document\": {\"category\": \"csaf_vex\"}}', CSAF"
    })
    void saysWhatAFileIsThatLiesAboutItsType(String content, String words) throws Exception {
        ReleaseId release = releases.make();
        client.put(
                release,
                bytes(content),
                "Content-Type",
                "application/vnd.cyclonedx+json",
                "Content-Disposition",
                "attachment; filename=\"bom.cdx.json\"");

        JsonNode refused = client.ended(release);

        assertThat(refused.at("/state").asString()).isEqualTo("rejected");
        assertThat(refused.at("/problem").toString()).containsIgnoringCase(words);
    }

    @Test
    void readsXmlThatSaysItIsJson() throws Exception {
        ReleaseId release = releases.make();
        client.put(release, bytes("""
                <?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>
                <component type="library"><name>honest</name><version>1</version></component></components></bom>
                """), "Content-Type", "application/json");

        assertThat(client.ended(release).at("/state").asString()).isEqualTo("completed");
    }

    @Test
    void refusesWhatSaysThatItIsTooLargeBeforeItComes() throws Exception {
        ReleaseId release = releases.make();
        String path = "/api/v1/releases/" + release.value() + "/sbom";
        try (RawUpload upload = new RawUpload(port, "PUT", path, token, 2L << 30)) {
            assertThat(upload.answer())
                    .startsWith("HTTP/1.1 413")
                    .contains("33,554,432 bytes")
                    .contains("WARD_SBOM_MOST");
        }
    }

    @Test
    void refusesWhatTurnsOutToBeTooLargeAndKeepsNothing() throws Exception {
        ReleaseId release = releases.make();
        assertThat(client.putInChunks(release, new byte[(32 << 20) + 1]).statusCode())
                .isEqualTo(413);
        assertThat(sboms(release)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM document.arrival")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesABomb() throws Exception {
        ReleaseId release = releases.make();
        client.put(release, bomb());

        JsonNode refused = client.ended(release);

        assertThat(refused.at("/state").asString()).isEqualTo("rejected");
        assertThat(refused.at("/problem/reason").asString()).containsAnyOf("times its size", "holds more than");
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": ["));
            byte[] blanks = bytes(" ".repeat(1 << 20));
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void survivesComponentsNestedTenThousandDeep() throws Exception {
        int depth = 10_000;
        String nested =
                "{\"type\": \"library\", \"name\": \"deep\", \"version\": \"1\", \"components\": [".repeat(depth)
                        + "]}".repeat(depth);
        JsonNode deep = client.upload(releases.make(), Boms.withComponents(nested));
        JsonNode unknown = client.upload(
                releases.make(),
                Boms.of("beside@1.0.0")
                        .replace("\"version\": 1,", "\"x\": " + "[".repeat(depth) + "]".repeat(depth) + ","));

        assertThat(deep.at("/state").asString()).as("%s", deep).isEqualTo("completed");
        assertThat(unknown.at("/state").asString()).as("%s", unknown).isEqualTo("completed");
    }

    @Test
    void saysWhereNestingBecomesTooDeep() throws Exception {
        int depth = 200_000;
        JsonNode refused = client.upload(
                releases.make(),
                Boms.of("a@1.0.0").replace("\"version\": 1,", "\"x\": " + "[".repeat(depth) + "]".repeat(depth) + ","));

        assertThat(refused.at("/state").asString()).isEqualTo("rejected");
        assertThat(refused.at("/problem").toString()).contains("nesting depth").contains("line");
    }
}
