package dev.ward.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.customer.Customer;
import dev.ward.customer.Site;
import dev.ward.identity.TestCallers;
import dev.ward.product.ConfigurationDraft;
import dev.ward.product.ConfigurationStatus;
import dev.ward.product.Configurations;
import dev.ward.product.Product;
import dev.ward.product.Release;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class DevicePagesTest {

    private final Browser browser;
    private final TestFleet fleet;
    private final Shipments shipments;
    private final Configurations configurations;

    @Autowired
    DevicePagesTest(
            @LocalServerPort int port,
            TestCallers callers,
            TestFleet fleet,
            Shipments shipments,
            Configurations configurations) {
        this.browser = callers.signedIn(port, "product-security");
        this.fleet = fleet;
        this.shipments = shipments;
        this.configurations = configurations;
    }

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private String sound(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void takeAScannedUdiAndLeadEverywhere() {
        Product product = fleet.product();
        Release release = fleet.release(product, "4.2");
        Customer customer = fleet.customer("DE");
        Site site = fleet.site(customer, null);
        String form = "/devices/new?product=" + product.id();
        assertThat(sound("/devices/new")).contains(product.name());
        assertThat(sound(form)).contains("Never a patient", "Scan or paste the label");

        String device = path(browser.submit(
                form,
                "/devices",
                Map.of(
                        "product", product.id().toString(),
                        "udi", "(01)04012345000047(17)290731(10)LOT9(21)PG-77",
                        "release", release.id().toString(),
                        "customer", customer.name(),
                        "site", site.name(),
                        "status", "in-use")));

        assertThat(sound(device))
                .contains(
                        "is added.",
                        "PG-77",
                        "04012345000047",
                        "LOT9",
                        "2029-07-31",
                        ">4.2</a>",
                        "Germany",
                        "Person of product-security");
        assertThat(sound("/devices?product=" + product.id())).contains("PG-77", ">1 device<");
        assertThat(sound("/devices?q=" + encoded("]d2010401234500004721PG-77"))).contains("PG-77");
        assertThat(sound("/search?q=pg-77")).contains("<h2>Devices</h2>", "PG-77");
        assertThat(sound("/customers/" + customer.id())).contains("1 device</a> in the field");
        assertThat(sound("/sites/" + site.id())).contains("1 device</a> in the field");
        assertThat(sound("/releases/" + release.id())).contains("<h2>Devices</h2>", "1 device</a> in the field");
        assertThat(sound("/customers?q=" + encoded(customer.name()))).contains(customer.name());
        sound("/customers/" + customer.id() + "/contacts/new");
        sound("/customers/" + customer.id() + "/sites/new");
        sound("/sites/" + site.id() + "/edit");
        sound(device + "/edit");
    }

    @Test
    void loseNothingThatWasTyped() {
        Product product = fleet.product();

        HttpResponse<String> refused = browser.submit(
                "/devices/new?product=" + product.id(),
                "/devices",
                Map.of(
                        "product", product.id().toString(),
                        "serial", "<b>&\"",
                        "customer", "nobody at all",
                        "expires", "2029-02-30",
                        "status", "loaned"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("value=\"&lt;b>&amp;&#34;\"", "value=\"nobody at all\"", "value=\"loaned\" selected");
        PageAsserts.assertSound(refused.body());
    }

    @Test
    void countWhatHasNoSerialAndReconcileIt() {
        Product product = fleet.product();
        Customer customer = fleet.customer("FR");
        String id = product.id().toString();

        String population = path(browser.submit(
                "/populations/new?product=" + id,
                "/populations",
                Map.of(
                        "product",
                        id,
                        "kind",
                        "lot",
                        "lot",
                        "L7",
                        "quantity",
                        "1,200",
                        "status",
                        "in-stock",
                        "estimated",
                        "true")));
        String shipment = path(browser.submit(
                "/shipments/new?product=" + id,
                "/shipments",
                Map.of(
                        "product",
                        id,
                        "kind",
                        "shipment",
                        "moved",
                        "2026-03-01",
                        "lot",
                        "L7",
                        "quantity",
                        "800",
                        "customer",
                        customer.name())));
        String made = path(browser.submit(
                "/devices/reconciliation/" + id + "/made",
                "/devices/reconciliation/" + id + "/made",
                Map.of("quantity", "2000", "lot", "L7", "manufactured", "2026-01-15", "lifeMonths", "60")));

        assertThat(sound(population)).contains("1,200", "estimated", "lot L7");
        assertThat(sound(population + "/edit")).contains("value=\"1200\"");
        assertThat(sound(shipment)).contains("800", customer.name(), "2026-03-01");
        assertThat(sound(made)).contains("2,000", "60 months", ">none<");
        assertThat(sound("/devices/reconciliation")).contains(product.name());
        assertThat(sound("/populations?product=" + id)).contains("1,200");
        assertThat(sound("/shipments?q=l7&product=" + id)).contains("2026-03-01");
        browser.submit(shipment, shipment + "/cancel", Map.of());
        assertThat(sound(shipment)).contains("Cancelled");
        assertThat(sound(made)).contains("800 missing");
    }

    @Test
    void drawTheFleetWithATableForWhoeverDoesNotSeeIt() {
        Product product = fleet.product();
        Release release = fleet.release(product, "7.1-fleet");
        Customer customer = fleet.customer("FR");
        fleet.add(TestFleet.at(
                TestFleet.running(TestFleet.draft(product, "F1"), release.id(), DeviceStatus.IN_USE), customer, null));
        fleet.add(TestFleet.draft(product, "F2"));

        assertThat(sound("/fleet?product=" + product.id()))
                .contains(
                        "2 devices in the field</a>",
                        "run an unknown release, which never counts as patched",
                        "class=\"ward-adoption\"",
                        "50% of 2 devices run 7.1-fleet, the newest release in use",
                        "As a table",
                        "Unknown release",
                        "Country not known",
                        ">France</a>",
                        "Year of manufacture",
                        "Lifecycle stage");
        assertThat(sound("/fleet?product=" + product.id() + "&region=europe"))
                .contains("1 device in the field", "counted for whole products only");
        assertThat(sound("/fleet?customer=" + encoded(customer.name()))).contains("1 device in the field</a>");
        assertThat(sound("/fleet?product=" + product.id() + "&region=asia")).contains("No device fits");
        assertThat(browser.get("/fleet?region=atlantis").statusCode()).isEqualTo(400);
    }

    @Test
    void offerTheProductsConfigurationsAndShowWhereADeviceWasShipped() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        Device device = fleet.add(TestFleet.at(TestFleet.draft(product, "SHIP-1"), customer, null));
        String here = "/devices/" + device.id();
        assertThat(sound(here)).contains("No shipment names its serial.");
        assertThat(sound(here + "/edit")).doesNotContain("name=\"configuration\"");
        configurations.create(
                TestFleet.ANNA,
                TestFleet.READER,
                product.id(),
                new ConfigurationDraft(
                        "Ward trolley",
                        null,
                        ConfigurationStatus.RELEASED,
                        null,
                        List.of(),
                        new TreeMap<>(),
                        List.of()));
        shipments.create(
                TestFleet.ANNA,
                TestFleet.READER,
                new ShipmentDraft(
                        ShipmentKind.SHIPMENT,
                        LocalDate.parse("2025-03-04"),
                        product.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("ship-1"),
                        customer.id(),
                        null,
                        null,
                        null,
                        "DN-77"));

        assertThat(sound(here)).contains("2025-03-04", "DN-77");
        assertThat(sound(here + "/edit")).contains("name=\"configuration\"", "Ward trolley");
    }
}
