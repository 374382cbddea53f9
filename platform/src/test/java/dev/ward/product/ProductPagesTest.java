package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class ProductPagesTest {

    private final Browser browser;
    private final Browser reader;

    @Autowired
    ProductPagesTest(@LocalServerPort int port, TestCallers callers) {
        this.browser = callers.signedIn(port, "product-security");
        this.reader = callers.signedIn(port, "auditor");
    }

    private static String name() {
        return "Pump " + UUID.randomUUID();
    }

    private String add(String name) {
        HttpResponse<String> answer =
                browser.submit("/products/new", "/products", Map.of("name", name, "family", "Infusion"));
        assertThat(answer.statusCode()).isEqualTo(302);
        return path(answer);
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private String sound(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(answer.body());
        return answer.body();
    }

    @Test
    void leadFromProductToModelAndRelease() {
        String name = name();
        String product = add(name);
        assertThat(sound(product)).contains("is added.", name, "No releases yet");
        assertThat(sound(product)).doesNotContain("is added.");

        browser.submit(product, product + "/models", Map.of("name", "Model S"));
        HttpResponse<String> added = browser.submit(
                product + "/releases/new", product + "/releases", Map.of("version", "2.1", "released", "2026-11-01"));
        String release = path(added);

        assertThat(sound(release)).contains("<h1>" + name + " 2.1</h1>", "2026-11-01");
        assertThat(sound(product)).contains(">2.1</a>", "Model S");
        assertThat(sound("/products?q=" + name.replace(" ", "%20"))).contains(name, "Infusion", ">2.1<");
        sound(product + "/edit");
        sound(product + "/releases/new");
        sound(release + "/edit");
        assertThat(sound("/search?q=" + name.replace(" ", "%20"))).contains("<h2>Products</h2>", "<h2>Releases</h2>");
        assertThat(sound("/")).contains(name + " 2.1");
    }

    @Test
    void loseNothingThatWasTyped() {
        String name = name();
        add(name);

        HttpResponse<String> refused = browser.submit(
                "/products/new", "/products", Map.of("name", name, "family", "<b>&\"", "description", "lines\nof it"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("This is taken.", "aria-invalid=\"true\"", "value=\"&lt;b>&amp;&#34;\"", "lines\nof it");
        PageAsserts.assertSound(refused.body());
    }

    @Test
    void sayWhenSomeoneElseWasFaster() {
        String product = add(name());
        browser.submit(product + "/edit", product, Map.of("name", name(), "revision", "1"));

        HttpResponse<String> late = browser.submit(product + "/edit", product, Map.of("name", name(), "revision", "1"));

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("was changed by someone else in the meantime");
    }

    @Test
    void archiveAndRestore() {
        String product = add(name());

        browser.submit(product, product + "/archive", Map.of());
        assertThat(sound(product)).contains("Archived", product + "/restore");
        browser.submit(product, product + "/restore", Map.of());
        assertThat(sound(product)).contains(product + "/archive");
    }

    @Test
    void escapeWhatPeopleWrite() {
        String product = add("<script>alert(1)</script>" + UUID.randomUUID());

        assertThat(sound(product)).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(sound("/products?q=%3Cscript%3E")).doesNotContain("<script>alert");
        assertThat(sound("/search?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
    }

    @Test
    void refuseAFormWithoutItsToken() {
        String product = add(name());

        assertThat(browser.form(product + "/archive", "").statusCode()).isEqualTo(403);
    }

    @Test
    void offerNoChangeToThoseWhoMayOnlyRead() {
        String product = add(name());

        String page = reader.get(product).body();

        assertThat(page).contains("No releases yet").doesNotContain("/edit", "/archive", "Add a release");
        assertThat(reader.get("/products").body()).doesNotContain("/products/new");
        assertThat(reader.get(product + "/edit").statusCode()).isEqualTo(403);
        assertThat(reader.get("/").body()).doesNotContain("Next steps");
    }
}
