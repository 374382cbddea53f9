package dev.ward.sbom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.sbom.TestReleases;
import dev.ward.web.PageAsserts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WardTest
class SbomPagesTest {

    private static final Pattern TOKEN = Pattern.compile("action=\"([^\"]*/sbom\\?_csrf=[^\"]+)\"");

    private final TestReleases releases;
    private final SbomClient client;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String base;
    private final String session;

    @Autowired
    SbomPagesTest(TestReleases releases, TestCallers callers, @LocalServerPort int port) {
        this.releases = releases;
        this.client = new SbomClient(port, callers.token("product-security"));
        this.base = "http://127.0.0.1:" + port;
        this.session = "ward=" + callers.session("product-security");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", session);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String page(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(page.body());
        return page.body();
    }

    @Test
    void takesAFileFromTheFormOfTheRelease() throws Exception {
        ReleaseId release = releases.make();
        Matcher token = TOKEN.matcher(page("/releases/" + release.value()));
        assertThat(token.find()).isTrue();
        String form = """
                --edge\r
                Content-Disposition: form-data; name="other"\r
                \r
                passed over\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="C:\\boms\\pump.json"\r
                Content-Type: application/json\r
                \r
                %s\r
                --edge--\r
                """.formatted(Boms.of("a@1.0.0"));

        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(base + token.group(1)))
                        .header("Cookie", session)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(client.ended(release).at("/fileName").asString()).isEqualTo("pump.json");
    }

    @Test
    void teachesWhatAnSbomIsForWhereThereIsNone() throws Exception {
        ReleaseId release = releases.make();

        assertThat(page("/releases/" + release.value())).contains("No SBOM yet", "type=\"file\"");
    }

    @Test
    void showsTheCurrentSbomOnThePageOfItsRelease() throws Exception {
        ReleaseId release = releases.make();
        client.upload(release, Boms.of("a@1.0.0", "b@1.0.0"));
        JsonNode second = client.upload(release, Boms.of("a@1.0.0", "b@1.1.0", "<i>@1"));
        client.upload(release, "no SBOM");

        String page = page("/releases/" + release.value());

        assertThat(page).contains("Current", "Earlier", "Refused", "100 % (3 of 3)", "What changed");
        String snapshot = page("/sboms/" + second.at("/id").asString() + "?q=i");
        assertThat(snapshot).contains("&lt;i&gt;", "pkg:npm/").doesNotContain("<i>", ">b<");
    }

    @Test
    void showsWhatChanged() throws Exception {
        ReleaseId release = releases.make();
        JsonNode first = client.upload(release, Boms.of("a@1.0.0", "b@1.0.0"));
        JsonNode second = client.upload(release, Boms.of("a@1.2.0", "c@1.0.0"));

        String page = page("/sboms/" + first.at("/id").asString() + "/diff/"
                + second.at("/id").asString());

        assertThat(page).contains("Other version (1)", "Added (1)", "Removed (1)", "1.2.0");
    }

    @Test
    void showsWhyAFileWasRefused() throws Exception {
        ReleaseId release = releases.make();
        JsonNode refused = client.upload(release, "%PDF-1.7");

        assertThat(page("/sboms/" + refused.at("/id").asString())).contains("This file was refused", "PDF");
        assertThat(page("/releases/" + release.value())).contains("was refused: ", "There is still no SBOM.");
    }

    @Test
    void leadsFromASearchToTheReleasesThatHoldAComponent() throws Exception {
        ReleaseId release = releases.make("Searched pump", "4.2");
        client.upload(release, Boms.of("searched-for@7.0.1"));

        String list = page("/components?q=searched-for");

        assertThat(list).contains("searched-for", "Searched pump", "/releases/" + release.value());
        String id = client.get("/api/v1/components?q=searched-for")
                .at("/items/0/id")
                .asString();
        assertThat(page("/components/" + id)).contains("Searched pump", "Times listed");
    }

    @Test
    void looksAgainUntilTheUploadIsRead() throws Exception {
        ReleaseId release = releases.make();
        client.upload(release, Boms.of("a@1.0.0"));

        HttpResponse<String> part =
                get("/releases/" + release.value() + "/sbom", "HX-Request", "true", "HX-Target", "sbom");

        assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(part.body()).contains("id=\"sbom\"").doesNotContain("<html", "hx-get");
    }
}
