package dev.ward.product.gudid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.house.RealFiles;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class GudidImportTest {

    private static final String DI = "00841542103688";

    private final Api api;
    private final Browser browser;
    private final GudidWorked worked;
    private final JdbcClient jdbc;

    @Autowired
    GudidImportTest(@LocalServerPort int port, TestCallers callers, GudidWorked worked, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.browser = callers.signedIn(port, "product-security");
        this.worked = worked;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void begin() {
        jdbc.sql("DELETE FROM product.device_identifier").update();
        jdbc.sql("DELETE FROM product.gudid_device").update();
    }

    private static String device(String di, String brand, String version, String date) {
        return """
                {"public_version_date":"%s","brand_name":"%s","version_or_model_number":"%s","company_name":"Acme Pumps",
                 "mri_safety":"MR Unsafe","is_single_use":"false","sterilization":{"is_sterile":"true"},
                 "product_codes":[{"code":"FRN","name":"Pump, Infusion"}],
                 "identifiers":[{"id":"%s","type":"Primary","issuing_agency":"GS1"},
                                {"id":"10841542103685","type":"Package","issuing_agency":"GS1","unit_of_use_id":"%s",
                                 "quantity_per_package":"5"}]}
                """.formatted(date, brand, version, di, di);
    }

    private static String answer(String... devices) {
        return "{\"results\":[" + String.join(",", devices) + "]}";
    }

    private GudidImport read(String file) {
        return worked.read("answer.json", file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheWholeOfTheRealReleaseWithNoneLeftOut() throws IOException {
        byte[] release;
        try (InputStream in = RealFiles.open(RealFiles.need("gudid/gudid-devices.xml.gz"))) {
            release = in.readAllBytes();
        }

        GudidImport first = worked.read("gudid-devices.xml", release);

        assertThat(first.problem()).isNull();
        assertThat(first.outcome()).isEqualTo(GudidImport.Outcome.COMPLETED);
        assertThat(first.counts().told()).isEqualTo(3_581);
        assertThat(first.counts().created()
                        + first.counts().revised()
                        + first.counts().unchanged()
                        + first.counts().older())
                .isEqualTo(3_581);
        assertThat(jdbc.sql("SELECT count(*) FROM product.gudid_device")
                        .query(Long.class)
                        .single())
                .isEqualTo(first.counts().created());
        assertThat(jdbc.sql("SELECT count(*) FROM product.gudid_identifier WHERE kind = 'PRIMARY'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(first.counts().created());
        assertThat(first.counts().unread())
                .as("a GTIN whose labeler chose HIBCC by mistake")
                .isEqualTo(1);
        assertThat(worked.read("gudid-devices.xml", release).counts().created()).isZero();
    }

    @Test
    void readsAccessGudidsHistoriesAndKeepsTheNewestVersion() throws IOException {
        byte[] history;
        try (InputStream in =
                RealFiles.open(RealFiles.need("accessgudid-api/json_devices_history_by_device_identifier_code.json"))) {
            history = in.readAllBytes();
        }

        GudidImport read = worked.read("history.json", history);

        assertThat(read.counts()).isEqualTo(new GudidImport.Counts(2, 1, 0, 0, 1, 0));
        Answer record = api.get("/api/v1/gudid/record?di=08717648200274");
        assertThat(record.body()).contains("\"XIENCE ALPINE\"", "\"version\":3", "\"MR Conditional\"");
    }

    @Test
    void keepsTheLaterVersionWhicheverComesFirst() {
        assertThat(read(answer(device(DI, "Flow", "S", "2025-02-01"))).counts().created())
                .isEqualTo(1);
        assertThat(read(answer(device(DI, "Flow", "S", "2025-02-01"))).counts().unchanged())
                .isEqualTo(1);
        assertThat(read(answer(device(DI, "Old", "S", "2024-02-01"))).counts().older())
                .isEqualTo(1);
        assertThat(read(answer(device(DI, "New", "S", "2026-02-01"))).counts().revised())
                .isEqualTo(1);

        assertThat(api.get("/api/v1/gudid/record?di=" + DI).body()).contains("\"brand\":\"New\"");
        assertThat(api.get("/api/v1/gudid/records?company=acme").body()).contains("\"brand\":\"New\"");
    }

    @Test
    void saysWhyAFileIsNoneOfTheGudid() {
        GudidImport refused = read("a,b,c");

        assertThat(refused.outcome()).isEqualTo(GudidImport.Outcome.FAILED);
        assertThat(refused.problem()).contains("Upload a file as the FDA publishes it");
        assertThat(read("{\"results\":[]}").problem()).contains("There is no device in the file");
    }

    @Test
    void linksAnIdentifierAsTheRecordHasItAndTellsWhatDiffers() {
        read(answer(device(DI, "Flow", "S", "2025-02-01")));
        String name = "Pump " + UUID.randomUUID();
        String product = api.post("/api/v1/products", "{\"name\":\"%s\"}".formatted(name))
                .header("Location");
        String id = product.substring(product.lastIndexOf('/') + 1);
        assertThat(sound("/gudid/record?di=" + DI))
                .contains("Acme Pumps", "MR Unsafe", "FRN Pump, Infusion", "Is it ours?", name)
                .contains("href=\"/gudid/record?di=10841542103685#ours\"");
        assertThat(sound("/gudid/record?di=10841542103685"))
                .as("the identifier that was asked for is chosen")
                .contains("<option value=\"10841542103685\" selected");

        HttpResponse<String> linked = browser.submit(
                "/gudid/record?di=" + DI, "/gudid/record", Map.of("di", "10841542103685", "bearer", "product:" + id));

        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(302);
        assertThat(sound("/gudid/record?di=" + DI))
                .contains("as the FDA’s record has it", "Beside what stands here", "differs");
        assertThat(api.get("/api/v1/device-identifiers?product=" + id).body())
                .contains("10841542103685", "PACKAGE", "\"quantity\":5", "GUDID");
        assertThat(api.post("/api/v1/gudid/links", "{\"di\":\"%s\",\"bearer\":\"product:%s\"}".formatted(DI, id))
                        .status())
                .isEqualTo(201);
        assertThat(api.post("/api/v1/gudid/links", "{\"di\":\"%s\",\"bearer\":\"product:%s\"}".formatted(DI, id))
                        .status())
                .as("linked already")
                .isEqualTo(409);
        assertThat(sound("/gudid?q=acme")).contains(DI);
        assertThat(browser.get("/gudid?q=%2801%29" + DI).statusCode()).isEqualTo(302);
    }

    @Test
    void showsNobodyWhoMayNotReadProducts() {
        read(answer(device(DI, "Flow", "S", "2025-02-01")));

        assertThat(worked.found(true, DI)).hasSize(1);
        assertThat(worked.found(false, DI)).isEqualTo(List.of());
    }

    private String sound(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    @Test
    void takesAFileOverTheApiAndListsWhatCouldNotBeRead() throws InterruptedException {
        String bad = answer(device(DI, "Flow", "S", "not a day"), "{\"brand_name\":\"Nobody\"}");
        Answer accepted = api.post("/api/v1/gudid/imports?name=a.json", bad);

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String job = accepted.header("Location");
        for (int i = 0; i < 600 && !api.get(job).body().contains("\"completed\""); i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        String of = jdbc.sql("SELECT id FROM product.gudid_import ORDER BY begun_at DESC LIMIT 1")
                .query(UUID.class)
                .single()
                .toString();
        assertThat(api.get("/api/v1/gudid/imports/" + of).body()).contains("\"told\":1");
        assertThat(api.get("/api/v1/gudid/imports/" + of + "/unread").body())
                .contains("not a day", "has no primary identifier");
        assertThat(sound("/gudid/imports/" + of)).contains("What could not be read");
    }
}
