package dev.ward.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteDraft;
import dev.ward.customer.Sites;
import dev.ward.device.DeviceDraft;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Devices;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class ReachTest {

    private static final Actor FIA = Actor.machine("fia");
    private static final Reader READER = Reader.machine("fia");
    private static final String LOG4J = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "name": "log4j-core", "group": "org.apache.logging.log4j", "version": "2.14.1",
               "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}]}
            """;
    private static final String FLAW = """
            {"id": "CVE-2021-44228", "modified": "2022-01-02T00:00:00Z", "summary": "runs code from a server",
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.apache.logging.log4j:log4j-core"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "2.0"}, {"fixed": "2.15.0"}]}]}]}
            """.replace('\n', ' ');

    private final RestClientOfTests ward;
    private final Customers customers;
    private final Sites sites;
    private final Devices devices;
    private final JdbcClient jdbc;
    private final Browser browser;

    private final String name = "Pump " + UUID.randomUUID();
    private String product = "";
    private String old = "";
    private String fixed = "";
    private @Nullable Customer clinic;
    private @Nullable Site ward1;

    @Autowired
    ReachTest(
            @LocalServerPort int port,
            TestCallers callers,
            Customers customers,
            Sites sites,
            Devices devices,
            JdbcClient jdbc) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.customers = customers;
        this.sites = sites;
        this.devices = devices;
        this.jdbc = jdbc;
        this.browser = callers.signedIn(port, "product-security");
    }

    /// One release with the flaw and one without, at one clinic.
    @BeforeEach
    void fill() {
        product = ward.post("/products", "{\"name\": \"%s\"}".formatted(name))
                .at("/id")
                .asString();
        old = ward.releaseOf(product, "1.0");
        fixed = ward.releaseOf(product, "2.0");
        ward.load("osv", FLAW);
        ward.upload(old, LOG4J);
        Customer made =
                customers.create(FIA, new CustomerDraft("Clinic of " + name, CustomerKind.HOSPITAL, "DE", null, null));
        clinic = made;
        ward1 = sites.create(
                FIA,
                READER,
                made.id(),
                new SiteDraft("Ward 1", "Main Street 1", "Lindau", null, "88131", "DE", "+49 8382 1", null));
    }

    private void device(String serial, @Nullable String release, DeviceStatus status, @Nullable Site site) {
        device(serial, release, status, site, null);
    }

    private void device(
            String serial,
            @Nullable String release,
            DeviceStatus status,
            @Nullable Site site,
            @Nullable UUID configuration) {
        devices.create(
                FIA,
                READER,
                new DeviceDraft(
                        ProductId.of(product),
                        null,
                        null,
                        serial,
                        "L1",
                        null,
                        null,
                        release == null ? null : ReleaseId.of(release),
                        configuration,
                        site == null ? null : site.customer(),
                        site == null ? null : site.id(),
                        site == null ? "AT" : null,
                        null,
                        null,
                        null,
                        null,
                        status));
    }

    private JsonNode reach(String question) {
        return ward.get("/reach?" + question);
    }

    @Test
    void goesFromAVulnerabilityToTheDevicesThatHaveItAndNoOther() {
        device("P-1", old, DeviceStatus.IN_USE, ward1);
        device("P-2", old, DeviceStatus.LOST_SIGHT_OF, null);
        device("P-3", fixed, DeviceStatus.IN_USE, ward1);
        device("P-4", null, DeviceStatus.IN_USE, ward1);
        device("P-5", old, DeviceStatus.DECOMMISSIONED, ward1);
        device("P-6", old, DeviceStatus.IN_STOCK, null);

        JsonNode reach = reach("release=" + old);
        assertThat(reach.at("/devices").asLong()).isEqualTo(2);
        assertThat(reach.at("/sites").asLong()).isEqualTo(1);
        assertThat(reach.at("/customers").asLong()).isEqualTo(1);
        assertThat(reach.at("/unplaced").asLong()).isEqualTo(1);
        assertThat(reach.at("/unknown").asLong())
                .as("unknown never counts as patched")
                .isEqualTo(1);
        assertThat(reach.at("/known").asLong()).isEqualTo(3);
        assertThat(reach.findValuesAsString("country")).contains("DE", "AT");

        JsonNode flaw = reach("vulnerability=CVE-2021-44228&customer=" + clinicId());
        assertThat(flaw.at("/devices").asLong()).isEqualTo(1);
        assertThat(serials("vulnerability=CVE-2021-44228&customer=" + clinicId()))
                .containsExactly("P-1");
        assertThat(serials("release=" + old + "&status=all")).containsExactly("P-1", "P-2", "P-5", "P-6");
        assertThat(serials("release=" + old + "&country=at")).containsExactly("P-2");
    }

    @Test
    void namesAComponentAndACountryInWords() {
        device("P-1", old, DeviceStatus.IN_USE, ward1);
        UUID component = jdbc.sql("""
                        SELECT c.public_id
                          FROM sbom.published_component c
                         WHERE c.group_name = 'org.apache.logging.log4j'
                           AND c.name = 'log4j-core'
                           AND c.version = '2.14.1'
                        """).query(UUID.class).single();

        String page = browser.get("/reach?component=" + component + "&customer=" + clinicId())
                .body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Devices reached by org.apache.logging.log4j/log4j-core 2.14.1")
                .containsPattern("data-label=\"Country\"[^>]*>Germany<");
    }

    @Test
    void asksAgainWhenNobodyKnowsTheVulnerability() {
        HttpResponse<String> answer = browser.get("/reach?vulnerability=CVE-1990-0001");
        assertThat(answer.statusCode()).isEqualTo(404);
        PageAsserts.assertSound(answer.body());
        assertThat(answer.body()).contains("Ward knows no vulnerability \"CVE-1990-0001\"", "value=\"CVE-1990-0001\"");
    }

    private UUID clinicId() {
        return Objects.requireNonNull(clinic).id().value();
    }

    private List<String> serials(String question) {
        return ward.all("/reach/devices?" + question + "&limit=1").stream()
                .map(device -> device.at("/serial").asString())
                .toList();
    }

    @Test
    void findsTheDevicesOfAComponentBeforeTheFlawHasAName() {
        device("C-1", old, DeviceStatus.IN_USE, ward1);
        String component =
                ward.get("/components?q=log4j-core").at("/items/0/id").asString();
        assertThat(serials("component=" + component + "&customer=" + clinicId()))
                .containsExactly("C-1");
    }

    @Test
    void reachesADeviceByAnotherPartOfItsConfigurationOnce() {
        UUID configuration = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO product.configuration (id, product_id, name, status, revision, created_at, changed_at)
                VALUES (:id, :product, 'Pump with gateway', 'RELEASED', 1, now(), now())
                """)
                .param("id", configuration)
                .param("product", UUID.fromString(product))
                .update();
        jdbc.sql("""
                INSERT INTO product.configuration_release (configuration_id, release_id, part)
                VALUES (:id, :release, 'gateway')
                """)
                .param("id", configuration)
                .param("release", UUID.fromString(old))
                .update();
        device("K-1", old, DeviceStatus.IN_USE, ward1, configuration);
        device("K-2", fixed, DeviceStatus.IN_USE, ward1, configuration);

        JsonNode reach = reach("release=" + old);
        assertThat(reach.at("/devices").asLong()).isEqualTo(2);
        assertThat(reach.at("/byConfiguration").asLong()).isEqualTo(1);
        assertThat(serials("release=" + old)).containsExactly("K-1", "K-2");
        assertThat(serials("configuration=" + configuration)).containsExactly("K-1", "K-2");
    }

    @Test
    void writesRunsOfSerialsAndConsigneesAsFiles() {
        for (int i = 8; i <= 12; i++) {
            device("S-%03d".formatted(i), old, DeviceStatus.IN_USE, ward1);
        }
        device("S-014", old, DeviceStatus.IN_USE, ward1);
        device("=cmd", old, DeviceStatus.IN_USE, ward1);

        List<String> ranges = lines("/reach/ranges.csv?release=" + old);
        assertThat(ranges).hasSize(4);
        assertThat(ranges).anyMatch(line -> line.contains("\"S-008\",\"S-012\",\"5\""));
        assertThat(ranges).anyMatch(line -> line.contains("\"S-014\",\"S-014\",\"1\""));
        assertThat(ranges).anyMatch(line -> line.contains("\"'=cmd\""));

        List<String> consignees = lines("/reach/consignees.csv?release=" + old);
        assertThat(consignees).hasSize(2);
        assertThat(consignees.get(1))
                .contains("Clinic of " + name, "Ward 1", "Main Street 1, 88131 Lindau", "+49 8382 1", "\"7\"");
        assertThat(lines("/reach/devices.csv?release=" + old)).hasSize(8);
    }

    private List<String> lines(String path) {
        HttpResponse<String> answer = ward.send("GET", path, BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    @Test
    void saysWhatItCannotAnswer() {
        assertThat(status("/reach")).isEqualTo(400);
        assertThat(status("/reach?release=" + old + "&component=" + UUID.randomUUID()))
                .isEqualTo(400);
        assertThat(status("/reach?vulnerability=CVE-1999-0000000")).isEqualTo(404);
        assertThat(status("/reach?release=" + old + "&status=broken")).isEqualTo(400);
        assertThat(status("/reach?release=" + old + "&country=Germany")).isEqualTo(400);
        assertThat(status("/reach/devices.pdf?release=" + old)).isEqualTo(404);
    }

    private int status(String path) {
        return ward.send("GET", path, BodyPublishers.noBody()).statusCode();
    }
}
