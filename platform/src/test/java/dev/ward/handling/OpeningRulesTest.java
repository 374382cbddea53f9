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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class OpeningRulesTest {

    private static final Reader READER = Reader.machine("test");
    private static final String GRAVE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    private final OpeningRules rules;
    private final Cases cases;
    private final Signals signals;
    private final RestClientOfTests ward;
    private final Browser browser;
    private final Caller paul;

    @Autowired
    OpeningRulesTest(OpeningRules rules, Cases cases, Signals signals, TestCallers callers, @LocalServerPort int port) {
        this.rules = rules;
        this.cases = cases;
        this.signals = signals;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.browser = callers.signedIn(port, "product-security");
        this.paul = callers.caller("product-security");
    }

    private void tell(String id, String vector, String versions) {
        ward.load("osv", """
                {"id": "%s", "modified": "2098-01-02T00:00:00Z", "summary": "flaw of %s",
                 "severity": [{"type": "CVSS_V3", "score": "%s"}],
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "rulelib"}, %s}]}
                """.formatted(id, id, vector, versions).replace('\n', ' '));
    }

    @Test
    void opensOneCaseForEachVulnerabilityOnce() {
        String listed = "\"versions\": [\"1.0\"]";
        tell("CVE-2098-9001", GRAVE, listed);
        tell("CVE-2098-9002", "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N", listed);
        tell("CVE-2098-9003", GRAVE, "\"versions\": [\"9.9\"]");
        String product =
                ward.post("/products", "{\"name\": \"Ruled\"}").at("/id").asString();
        for (String version : List.of("1.0", "2.0")) {
            ward.upload(ward.releaseOf(product, version), """
                    {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                      {"type": "library", "name": "rulelib", "version": "1.0", "purl": "pkg:pypi/rulelib@1.0"}]}
                    """);
        }

        OpeningRules.Preview preview = rules.preview(READER, 50);
        assertThat(preview.count()).isEqualTo(1);
        assertThat(preview.first()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("CVE-2098-9001");
            assertThat(one.releases()).isEqualTo(2);
            assertThat(one.reasons()).isEqualTo("CVSS 9.8 and a sure match");
        });
        String page = browser.get("/case-rules").body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("It would open 1 case now", "CVE-2098-9001");

        int version = preview.rule().version();
        List<CaseNumber> opened = rules.open(paul.actor(), READER, version);
        assertThat(opened).hasSize(1);
        VulnerabilityCase one = cases.get(READER, opened.getFirst());
        assertThat(one.phase()).isEqualTo(Phase.RECEIPT);
        assertThat(one.vulnerabilities()).containsExactly("CVE-2098-9001");
        assertThat(signals.list(READER, new SignalFilter(null, false, Origin.FINDING, one.number()), null, 10)
                        .items())
                .singleElement()
                .satisfies(signal -> assertThat(signal.state()).isEqualTo(SignalState.JOINED));
        assertThat(rules.open(paul.actor(), READER, version)).isEmpty();
        cases.close(paul.actor(), READER, one.number(), "not reachable");
        assertThat(rules.preview(READER, 50).count()).isZero();
    }

    @Test
    void changesByANewVersionAlone() {
        int seen = rules.preview(READER, 1).rule().version();
        assertThat(browser.submit(
                                "/case-rules",
                                "/case-rules",
                                Map.of("version", "" + seen, "ruleKev", "true", "ruleScore", "11", "ruleBecause", "x"))
                        .statusCode())
                .isEqualTo(400);
        rules.change(paul.actor(), seen, true, true, 9.0, true, "only what is listed");

        assertThatThrownBy(() -> rules.change(paul.actor(), seen, false, false, null, false, "other"))
                .hasMessageContaining("changed by someone else");
        assertThatThrownBy(() -> rules.open(paul.actor(), READER, seen)).hasMessageContaining("changed by someone");
        assertThat(rules.versions()).extracting(OpeningRule::version).startsWith(seen + 1, seen);
        rules.change(paul.actor(), seen + 1, true, true, 9.0, false, "back");
    }
}
