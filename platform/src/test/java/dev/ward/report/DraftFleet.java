package dev.ward.report;

import dev.ward.RestClientOfTests;
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
import dev.ward.device.ProductionDraft;
import dev.ward.device.Productions;
import dev.ward.device.ShipmentDraft;
import dev.ward.device.ShipmentKind;
import dev.ward.device.Shipments;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills the registry with what a report counts.
final class DraftFleet {

    private static final Actor FIA = Actor.machine("fia");
    private static final Reader READER = Reader.machine("fia");

    private final Customers customers;
    private final Sites sites;
    private final Devices devices;
    private final Productions productions;
    private final Shipments shipments;
    private final CaseScopes scopes;
    private final JdbcClient jdbc;

    DraftFleet(
            Customers customers,
            Sites sites,
            Devices devices,
            Productions productions,
            Shipments shipments,
            CaseScopes scopes,
            JdbcClient jdbc) {
        this.customers = customers;
        this.sites = sites;
        this.devices = devices;
        this.productions = productions;
        this.shipments = shipments;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    /// A release with the flaw; made 12, shipped 10 of them, 1 came back; 9 registered there.
    void fill(RestClientOfTests ward, CaseNumber number, String flaw) {
        String name = "Pump " + UUID.randomUUID();
        String product = ward.post("/products", "{\"name\": \"%s\"}".formatted(name))
                .at("/id")
                .asString();
        String release = ward.releaseOf(product, "1.0");
        String component = "part-" + UUID.randomUUID();
        ward.load("osv", """
                {"id": "%s", "modified": "2026-01-02T00:00:00Z", "summary": "stops it",
                 "affected": [{"package": {"ecosystem": "npm", "name": "%s"},
                   "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}]}]}
                """.formatted(flaw, component).replace('\n', ' '));
        ward.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "%1$s", "version": "1.0.0", "purl": "pkg:npm/%1$s@1.0.0"}]}
                """.formatted(component));
        Customer clinic =
                customers.create(FIA, new CustomerDraft("Clinic of " + name, CustomerKind.HOSPITAL, "US", null, null));
        Site site = sites.create(
                FIA,
                READER,
                clinic.id(),
                new SiteDraft("Ward 1", "Main Street 1", "Town", null, "12345", "US", "555-01", null));
        ProductId id = ProductId.of(product);
        ReleaseId installed = ReleaseId.of(release);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        productions.create(
                FIA, READER, new ProductionDraft(id, null, null, "L1", null, null, 12, day, null, 120, null));
        List<String> serials = IntStream.range(0, 10).mapToObj(i -> "P-0" + i).toList();
        shipments.create(
                FIA,
                READER,
                new ShipmentDraft(
                        ShipmentKind.SHIPMENT,
                        day,
                        id,
                        null,
                        null,
                        "L1",
                        installed,
                        null,
                        serials,
                        clinic.id(),
                        site.id(),
                        null,
                        null,
                        null));
        shipments.create(
                FIA,
                READER,
                new ShipmentDraft(
                        ShipmentKind.RETURN,
                        day,
                        id,
                        null,
                        null,
                        "L1",
                        installed,
                        null,
                        List.of("P-09"),
                        clinic.id(),
                        site.id(),
                        null,
                        null,
                        null));
        serials.forEach(serial -> devices.create(
                FIA,
                READER,
                new DeviceDraft(
                        id,
                        null,
                        null,
                        serial,
                        "L1",
                        day,
                        null,
                        installed,
                        null,
                        serial.equals("P-09") ? null : clinic.id(),
                        serial.equals("P-09") ? null : site.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        serial.equals("P-09") ? DeviceStatus.IN_STOCK : DeviceStatus.IN_USE)));
        scopes.add(FIA, READER, number, flaw);
    }

    /// Ships one more unit each to many sites of one customer, of which neither address nor telephone is known.
    void ship(UUID caseId, int count) {
        ProductId id = new ProductId(
                jdbc.sql("""
                SELECT r.product_id FROM handling.published_case_vulnerability v
                  JOIN finding.published_finding f ON f.vulnerability_id = v.vulnerability_id
                  JOIN product.published_release r ON r.release_id = f.release_id
                 WHERE v.case_id = :case LIMIT 1
                """).param("case", caseId).query(UUID.class).single());
        Customer chain = customers.create(FIA, new CustomerDraft("A chain", CustomerKind.HOSPITAL, "US", null, null));
        for (int i = 0; i < count; i++) {
            Site site = sites.create(
                    FIA,
                    READER,
                    chain.id(),
                    new SiteDraft("House %03d".formatted(i), null, null, null, null, "US", null, null));
            shipments.create(
                    FIA,
                    READER,
                    new ShipmentDraft(
                            ShipmentKind.SHIPMENT,
                            LocalDate.now(ZoneOffset.UTC),
                            id,
                            null,
                            null,
                            null,
                            null,
                            1L,
                            List.of(),
                            chain.id(),
                            site.id(),
                            null,
                            null,
                            null));
        }
    }
}
