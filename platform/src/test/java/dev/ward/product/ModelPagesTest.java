package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands on the page of a model: its profile, device identifiers, configurations.
@WardTest
class ModelPagesTest {

    private static final Pattern MODEL = Pattern.compile("href=\"(/models/[0-9a-f-]{36})\"");

    private final Browser browser;
    private final Browser reader;
    private final JdbcClient jdbc;
    private String product = "";
    private String model = "";

    @Autowired
    ModelPagesTest(@LocalServerPort int port, TestCallers callers, JdbcClient jdbc) {
        this.browser = callers.signedIn(port, "product-security");
        this.reader = callers.signedIn(port, "auditor");
        this.jdbc = jdbc;
    }

    @BeforeEach
    void addAModel() {
        jdbc.sql("DELETE FROM product.device_identifier").update();
        product = path(browser.submit("/products/new", "/products", Map.of("name", "Pump " + UUID.randomUUID())));
        browser.submit(product, product + "/models", Map.of("name", "Model S"));
        Matcher link = MODEL.matcher(browser.get(product).body());
        assertThat(link.find()).isTrue();
        model = link.group(1);
    }

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private String sound(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    private HttpResponse<String> save(String section, Map<String, String> fields) {
        String form = model + "/profile/" + section;
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("revision", "0");
        return browser.submit(form, form, all);
    }

    @Test
    void describesAModelPartByPart() {
        assertThat(sound(model)).contains("Not described yet.", "Not known");
        for (ProfileSection section : ProfileSection.values()) {
            sound(model + "/profile/" + section.word());
        }
        path(save("purpose", Map.of("commonName", "Infusion pump", "intendedUse", "Gives drugs\nslowly.")));
        path(save("connectivity", Map.of("connections", "WIFI", "internet", "YES", "revision", "1")));
        path(save(
                "cyber-device",
                Map.of(
                        "software.answer", "YES",
                        "software.reason", "Firmware",
                        "internet.answer", "NO",
                        "internet.reason", "No radio",
                        "revision", "2")));
        String market = model + "/profile/classification/US";
        path(browser.submit(market, market, Map.of("deviceClass", "II", "productCode", "FRN", "revision", "3")));

        String page = sound(model);
        assertThat(page)
                .contains("Infusion pump", "Gives drugs\nslowly.", "Wi-Fi", "Firmware", "FRN", "Version 4")
                .contains("It reaches the internet, but the second condition of a cyber device says that it cannot.");
        assertThat(sound(model + "/versions")).contains("Version 4", "Version 1", "Compare with 3");
        assertThat(sound(model + "/versions/1")).contains("Gives drugs").doesNotContain("Wi-Fi</");
        assertThat(sound(model + "/differences?from=1&to=4")).contains("Reaches the internet", "Wi-Fi");
        assertThat(sound(model + "/profile/classification")).contains("United States", "FRN");
        path(browser.submit(market, market + "/remove", Map.of()));
        assertThat(sound(model + "/profile/classification")).doesNotContain(">FRN<");
    }

    @Test
    void losesNothingThatWasTyped() {
        HttpResponse<String> refused = save(
                "cyber-device", Map.of("software.answer", "YES", "software.reason", "", "internet.reason", "not sure"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is missing: say why", "not sure", "value=\"YES\" checked");
        PageAsserts.assertSound(refused.body());
    }

    @Test
    void letsTwoPeopleSaveDifferentParts() {
        path(save("purpose", Map.of("users", "Nurses")));
        path(save("resources", Map.of("battery.limited", "YES")));

        assertThat(save("purpose", Map.of("users", "Carers")).statusCode()).isEqualTo(412);
        assertThat(sound(model)).contains("Nurses").doesNotContain("Carers");
    }

    @Test
    void linksAnIdentifierAndShowsItsLabel() {
        String linked = path(browser.submit(
                model + "/identifiers/new",
                model + "/identifiers",
                Map.of("di", "(01)00841542103688(21)77", "kind", "PRIMARY", "markets", "US")));

        assertThat(sound(linked)).contains("(01)00841542103688", "/symbols/udi.svg?text=", "United States");
        HttpResponse<String> symbol = browser.get("/symbols/udi.svg?text=00841542103688");
        assertThat(symbol.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(symbol.body()).startsWith("<svg");
        assertThat(sound(model)).contains("00841542103688");
        assertThat(sound("/identifiers?q=841542103688")).contains(linked);
        assertThat(sound("/search?q=%2801%2900841542103688%2821%2977")).contains("Models by device identifier", model);
        sound(linked + "/edit");

        HttpResponse<String> refused =
                browser.submit(model + "/identifiers/new", model + "/identifiers", Map.of("di", "00841542103689"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("from character 14 on", "00841542103689");

        String release = path(browser.submit(
                product + "/releases/new",
                product + "/releases",
                Map.of("version", "2.1", "model", model.substring("/models/".length()))));
        String id = release.substring("/releases/".length());
        assertThat(sound(release)).contains("00841542103688");
        path(browser.submit(linked + "/releases", linked + "/releases/" + id + "/tie", Map.of()));
        assertThat(sound(linked)).contains("href=\"" + release + "\"");
        path(browser.submit(linked + "/releases", linked + "/releases/" + id + "/untie", Map.of()));
        assertThat(sound(linked)).contains("One device identifier can stand on many software versions.");
    }

    @Test
    void configuresAModelPieceByPiece() {
        String release = path(browser.submit(
                product + "/releases/new", product + "/releases", Map.of("version", "2.1", "released", "2026-11-01")));
        String configuration = path(browser.submit(
                model + "/configurations/new",
                model + "/configurations",
                Map.of("name", "ICU cart", "status", "RELEASED")));
        String id = release.substring("/releases/".length());

        sound(configuration + "/releases");
        path(browser.submit(configuration + "/releases", configuration + "/releases/" + id, Map.of("part", "Console")));
        path(browser.submit(configuration, configuration + "/options", Map.of("option", "wireless", "value", "on")));
        path(browser.submit(
                configuration + "/platforms/new",
                configuration + "/platforms",
                Map.of("kind", "HARDWARE", "name", "Board 3")));
        assertThat(sound(configuration)).contains("2.1", "Console", "wireless", "Board 3", "Released");
        assertThat(sound(release)).contains("ICU cart");
        assertThat(sound(model)).contains("ICU cart");
        assertThat(sound("/configurations?q=icu")).contains("ICU cart");

        HttpResponse<String> refused = browser.submit(
                configuration + "/platforms/new",
                configuration + "/platforms",
                Map.of("kind", "HARDWARE", "name", "Board 4", "cpe", "nonsense"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Board 4", "nonsense", "This is no CPE name");
        path(browser.submit(configuration, configuration + "/platforms/1/remove", Map.of()));
        path(browser.submit(configuration, configuration + "/options/remove", Map.of("option", "wireless")));
        path(browser.submit(configuration, configuration + "/releases/" + id + "/remove", Map.of()));
        assertThat(sound(configuration)).doesNotContain("Board 3", "wireless", "Console");
        sound(configuration + "/edit");
    }

    @Test
    void addsASubmissionToARelease() {
        String release =
                path(browser.submit(product + "/releases/new", product + "/releases", Map.of("version", "2.1")));
        path(browser.submit(
                release + "/submissions/new",
                release + "/submissions",
                Map.of("kind", "US 510K", "number", "K123456", "decided", "2025-03-01")));

        assertThat(sound(release)).contains("510(k)", "K123456", "2025-03-01");
        HttpResponse<String> refused = browser.submit(
                release + "/submissions/new", release + "/submissions", Map.of("kind", "US 510K", "number", "P1"));
        assertThat(refused.body()).contains("does not look like the number of a 510(k), such as K123456");
    }

    @Test
    void offersNoChangeToThoseWhoMayOnlyRead() {
        String page = reader.get(model).body();

        assertThat(page).doesNotContain("/edit", "/profile/", "/identifiers/new", "/configurations/new");
        assertThat(reader.get(model + "/profile/purpose").statusCode()).isEqualTo(403);
        assertThat(reader.get(model + "/versions").statusCode()).isEqualTo(200);
    }
}
