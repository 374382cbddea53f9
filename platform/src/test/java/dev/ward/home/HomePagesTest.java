package dev.ward.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class HomePagesTest {

    private final int port;
    private final TestCallers callers;

    @Autowired
    HomePagesTest(@LocalServerPort int port, TestCallers callers) {
        this.port = port;
        this.callers = callers;
    }

    @Test
    void leadANewcomerToTheNextStep() {
        Browser browser = callers.signedIn(port, "product-security");

        String empty = browser.get("/").body();
        assertThat(empty)
                .containsSubsequence("Add a product", "Load a source", "Upload an SBOM")
                .contains("href=\"/products/new\"", "href=\"/sources\"", "No finding is open.");
        PageAsserts.assertSound(empty);

        Api api = Api.at(port, callers.token("product-security"));
        String product = api.post("/api/v1/products", "{\"name\":\"Pump\"}").header("Location");
        String release = api.post(product + "/releases", "{\"version\":\"1\"}").text("id");

        assertThat(browser.get("/").body())
                .doesNotContain("href=\"/products/new\"")
                .contains("Add a product", "href=\"/releases/" + release + "\"", "Pump 1");
    }

    @Test
    void offerNoStepToThoseWhoMayNotTakeIt() {
        assertThat(callers.signedIn(port, "auditor").get("/").body()).doesNotContain("Next steps");
    }

    @Test
    void askForASignInFirst() {
        assertThat(Browser.at(port).get("/").statusCode()).isEqualTo(302);
        assertThat(Browser.at(port).get("/search?q=x").statusCode()).isEqualTo(302);
    }

    @Test
    void searchSaysSoWhenNothingIsFound() {
        Browser browser = callers.signedIn(port, "auditor");

        for (String text : new String[] {"", "nothing", "CVE-2099-1", "%25", "'", "x".repeat(5000)}) {
            var answer = browser.get("/search?q=" + text);
            assertThat(answer.statusCode()).as(text).isEqualTo(200);
            PageAsserts.assertSound(answer.body());
        }
        assertThat(browser.get("/search?q=nothing").body()).contains("Nothing found");
    }
}
