package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class InquiriesTest {

    private static final Reader READER = Reader.machine("test");

    private final Inquiries inquiries;
    private final Cases cases;
    private final CaseTeams teams;
    private final RestClientOfTests ward;
    private final TestCallers callers;
    private final int port;
    private final Caller paul;
    private static final Map<String, String> RELEASES = new HashMap<>();

    @Autowired
    InquiriesTest(Inquiries inquiries, Cases cases, CaseTeams teams, TestCallers callers, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.teams = teams;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.callers = callers;
        this.port = port;
        this.paul = callers.caller("product-security");
    }

    @BeforeEach
    void fill() {
        if (!RELEASES.isEmpty()) {
            return;
        }
        String product =
                ward.post("/products", "{\"name\": \"Asked\"}").at("/id").asString();
        for (String version : new String[] {"1.2.0", "1.4.0", "odd", "none"}) {
            String release = ward.releaseOf(product, version);
            RELEASES.put(version, release);
            ward.upload(release, """
                    {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                      {"type": "library", "name": "%s", %s "supplier": {"name": "s"}}]}
                    """.formatted(
                            version.equals("none") ? "otherlib" : "askedlib",
                            version.equals("odd") ? "" : "\"version\": \"%s\",".formatted(version)));
        }
        RELEASES.put("blank", ward.releaseOf(product, "blank"));
        ward.post("/devices", """
                {"product": "%s", "serial": "ASK-1", "release": "%s"}""".formatted(product, RELEASES.get("1.2.0")));
    }

    private Map<String, Presence> presence(String component, boolean beginning, @Nullable String versions) {
        Map<String, Presence> presence = new HashMap<>();
        inquiries
                .ask(READER, new InquiryQuestion(component, beginning, versions))
                .releases()
                .forEach(one -> presence.put(one.version(), one.presence()));
        return presence;
    }

    @Test
    void tellsOfEveryReleaseByNameAndVersion() {
        assertThat(presence("askedlib", false, ">=1.0, <1.3"))
                .containsEntry("1.2.0", Presence.PRESENT)
                .containsEntry("1.4.0", Presence.ABSENT)
                .containsEntry("odd", Presence.POSSIBLE)
                .containsEntry("blank", Presence.UNKNOWN)
                .containsEntry("none", Presence.ABSENT);
        assertThat(presence("asked", true, "1.4.0")).containsEntry("1.4.0", Presence.PRESENT);
        assertThat(presence("asked", true, null)).containsEntry("odd", Presence.PRESENT);
        AffectedMatrix matrix = inquiries.ask(READER, new InquiryQuestion("askedlib", false, "1.2.0"));
        assertThat(matrix.count(Presence.PRESENT)).isEqualTo(1);
        assertThat(matrix.devices()).isEqualTo(1);
        assertThatThrownBy(() -> new InquiryQuestion("askedlib", false, ">=,<")).hasMessageContaining("is no version");
    }

    @Test
    void keepsTheQuestionAndBecomesACase() {
        Inquiry kept =
                inquiries.keep(paul.actor(), "The news of today", new InquiryQuestion("askedlib", false, "1.2.0"));
        inquiries.note(paul.actor(), READER, kept.id(), null);
        inquiries.state(paul.actor(), READER, kept.id(), 1, "We look into it.");

        assertThat(inquiries.log(READER, kept.id()))
                .extracting(Step::what)
                .containsExactly("Asked", "Looked again", "Holding statement");
        assertThat(inquiries.log(READER, kept.id()).get(1).detail()).contains("present in 1 releases");

        VulnerabilityCase opened = inquiries.open(paul.actor(), READER, kept.id());
        assertThat(opened.title()).isEqualTo("The news of today");
        assertThatThrownBy(() -> inquiries.open(paul.actor(), READER, kept.id()))
                .hasMessageContaining("already");
        Reader hers = new Reader(callers.caller("clinical-safety").actor().id(), true, null);
        assertThat(inquiries.get(hers, kept.id()).ofCase()).isEqualTo(opened.number());
        Reader his = new Reader(paul.actor().id(), true, null);
        teams.embargo(
                paul.actor(), his, opened.number(), new EmbargoDraft("2099-01-01T00:00", "UTC", "Publish at once."));
        assertThatThrownBy(() -> inquiries.get(hers, kept.id())).hasMessageContaining("There is no inquiry");
        assertThat(inquiries.list(hers, null, 50).items())
                .noneMatch(one -> one.id().equals(kept.id()));
        assertThat(cases.find(his, opened.number())).isPresent();
    }

    @Test
    void standsOnOneScreen() {
        Browser browser = callers.signedIn(port, "product-security");
        String asked =
                browser.get("/affected?component=askedlib&versions=1.2.0").body();
        PageAsserts.assertSound(asked);
        assertThat(asked).contains("1 release holds it, 1 device in the field", "askedlib 1.2.0", "Unknown: no SBOM");
        assertThat(browser.get("/affected?component=askedlib&versions=%3E%3D%2C%3C")
                        .statusCode())
                .isEqualTo(400);
        var kept = browser.submit(
                "/affected?component=askedlib",
                "/affected",
                Map.of("component", "askedlib", "versions", "", "beginning", "", "title", "Kept <b>one"));
        assertThat(kept.statusCode()).isEqualTo(302);
        String here =
                Objects.requireNonNull(kept.headers().firstValue("location").orElse(null));
        String path = here.substring(here.indexOf("/affected"));
        browser.submit(path, path + "/log", Map.of("entry", "Called the supplier"));
        String page = browser.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Kept &lt;b&gt;one", "Called the supplier", "Open a case");
    }
}
