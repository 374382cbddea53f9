package dev.ward.sbom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.database.Uuids;
import dev.ward.identity.TestCallers;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.sbom.TestReleases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WardTest
class SbomApiTest {

    private final TestReleases releases;
    private final SbomClient client;
    private final int port;
    private final String token;

    @Autowired
    SbomApiTest(TestReleases releases, TestCallers callers, @LocalServerPort int port) {
        this.releases = releases;
        this.port = port;
        this.token = callers.token("product-security");
        this.client = new SbomClient(port, token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void takesAnUploadAndNamesItsJob() throws Exception {
        ReleaseId release = releases.make();

        HttpResponse<byte[]> answer = client.put(
                release,
                bytes(Boms.of("a@1.0.0")),
                "Content-Disposition",
                "attachment; filename=\"../pump.cdx.json\"",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode job = SbomClient.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/jobs/" + job.at("/id").asString());
        assertThat(job.at("/status").asString()).isIn("queued", "running", "completed");
        JsonNode snapshot = client.ended(release);
        assertThat(snapshot.at("/state").asString()).isEqualTo("completed");
        assertThat(snapshot.at("/current").asBoolean()).isTrue();
        assertThat(snapshot.at("/fileName").asString()).isEqualTo("pump.cdx.json");
        assertThat(snapshot.at("/quality/withPurl").asInt()).isEqualTo(1);
        assertThat(snapshot.at("/document/format").asString()).isEqualTo("CycloneDX");
    }

    @Test
    void givesTheDocumentBackByteForByte() throws Exception {
        ReleaseId release = releases.make();
        byte[] packed = gzip(bytes(Boms.of("a@1.0.0")));
        client.put(release, packed, "Content-Type", "application/json");
        JsonNode snapshot = client.ended(release);

        HttpResponse<byte[]> document =
                client.raw("/api/v1/sboms/" + snapshot.at("/id").asString() + "/document");

        assertThat(snapshot.at("/state").asString()).isEqualTo("completed");
        assertThat(document.body()).isEqualTo(packed);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(document.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(document.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void listsComponentsInParts() throws Exception {
        JsonNode snapshot = client.upload(releases.make(), Boms.of("a@1.0.0", "b@1.0.0", "c@1.0.0"));
        String path = "/api/v1/sboms/" + snapshot.at("/id").asString() + "/components?limit=2";

        JsonNode first = client.get(path);
        JsonNode second = client.get(path + "&after=" + first.at("/next").asString());

        assertThat(first.at("/items")).hasSize(2);
        assertThat(second.at("/items")).hasSize(1);
        assertThat(second.at("/items/0/component/name").asString()).isEqualTo("c");
        assertThat(second.at("/items/0/licences/0").asString()).isEqualTo("MIT");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(client.get(path + "&q=B").at("/items/0/component/name").asString())
                .isEqualTo("b");
    }

    @Test
    void tellsWhatChangedFromOneSnapshotToTheNext() throws Exception {
        ReleaseId release = releases.make();
        JsonNode before = client.upload(release, Boms.of("stays@1.0.0", "goes@1.0.0", "rises@1.0.0"));
        JsonNode after = client.upload(release, Boms.of("stays@1.0.0", "comes@1.0.0", "rises@1.1.0"));

        JsonNode diff = client.get("/api/v1/sboms/" + before.at("/id").asString() + "/diff/"
                + after.at("/id").asString());

        assertThat(diff.at("/added/0/name").asString()).isEqualTo("comes");
        assertThat(diff.at("/removed/0/name").asString()).isEqualTo("goes");
        assertThat(diff.at("/changed/0/line").asString()).isEqualTo("pkg:npm/rises");
        assertThat(diff.at("/changed/0/before/0").asString()).isEqualTo("1.0.0");
        assertThat(diff.at("/changed/0/after/0").asString()).isEqualTo("1.1.0");
        assertThat(diff.at("/added")).hasSize(1);
    }

    @Test
    void tellsWhereAComponentIs() throws Exception {
        ReleaseId pump = releases.make("Where pump", "2.0");
        ReleaseId monitor = releases.make("Where monitor", "3.1");
        String openssl = """
                {"type": "library", "name": "OpenSSL", "version": "1.0.2k",
                 "cpe": "cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:*:*"}
                """;
        client.upload(pump, Boms.withComponents(openssl));
        client.upload(monitor, Boms.withComponents(openssl));

        JsonNode found = client.get("/api/v1/components?q=openssl%201.0.2k");

        assertThat(found.at("/items")).hasSize(1);
        assertThat(found.at("/items/0/releaseCount").asInt()).isEqualTo(2);
        assertThat(found.at("/items/0/releases/0/productName").asString()).isEqualTo("Where monitor");
        assertThat(client.get("/api/v1/components?q=cpe:2.3:a:openssl").at("/items"))
                .hasSize(1);
        assertThat(client.get("/api/v1/components?q=openssl+3").at("/items")).isEmpty();
        String id = found.at("/items/0/id").asString();
        assertThat(client.get("/api/v1/components/" + id).at("/releases")).hasSize(2);
    }

    @Test
    void goesThroughAllComponentsInParts() throws Exception {
        client.upload(releases.make(), Boms.of("part-a@1", "part-b@1", "part-b@2", "part-c@1", "part-d@1"));
        StringBuilder names = new StringBuilder();
        String after = "";
        do {
            JsonNode slice = client.get("/api/v1/components?q=part&limit=2&after=" + after);
            slice.at("/items")
                    .forEach(item -> names.append(item.at("/name").asString())
                            .append(item.at("/version").asString())
                            .append(' '));
            after = slice.at("/next").asString("");
        } while (!after.isEmpty());

        assertThat(names.toString()).isEqualTo("part-a1 part-b1 part-b2 part-c1 part-d1 ");
    }

    @Test
    void listsARefusedFileWithItsReason() throws Exception {
        ReleaseId release = releases.make();
        client.upload(release, Boms.of("a@1.0.0"));

        JsonNode refused = client.upload(release, "%PDF-1.7 this is no SBOM");

        assertThat(refused.at("/state").asString()).isEqualTo("rejected");
        assertThat(refused.at("/problem/reason").asString()).contains("PDF");
        assertThat(refused.at("/sha256").asString()).hasSize(64);
        JsonNode list = client.get("/api/v1/releases/" + release.value() + "/sboms");
        assertThat(list.at("/items/1/current").asBoolean()).isTrue();
    }

    @Test
    void refusesAnEmptyUpload() throws Exception {
        HttpResponse<byte[]> answer = client.put(releases.make(), new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(SbomClient.json(answer).at("/detail").asString()).contains("0 bytes");
    }

    @Test
    void refusesAFormInPlaceOfTheDocument() throws Exception {
        HttpResponse<byte[]> answer =
                client.put(releases.make(), bytes("--x--"), "Content-Type", "multipart/form-data; boundary=x");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesAnUploadToNoReleaseOrAnArchivedOne() throws Exception {
        ReleaseId archived = releases.make();
        releases.archive(archived);

        assertThat(client.put(new ReleaseId(Uuids.next()), bytes(Boms.of("a@1")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.put(archived, bytes(Boms.of("a@1"))).statusCode()).isEqualTo(409);
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws Exception {
        ReleaseId release = releases.make();
        String head =
                "PUT /api/v1/releases/%s/sbom HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n{"
                        .formatted(release.value(), token);
        String answer;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(bytes(head));
            socket.shutdownOutput();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(client.get("/api/v1/releases/" + release.value() + "/sboms").at("/items"))
                .isEmpty();
    }
}
