package dev.ward.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class FindingPagesTest {

    private static final Pattern LIST = Pattern.compile("href=\"(/findings\\?[^\"]+)\"");
    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "a", "name": "parser", "version": "1.0", "purl": "pkg:pypi/parser@1.0"}]}
            """;
    private static final String RECORD = """
            {"id": "CVE-2099-77001", "modified": "2099-01-02T00:00:00Z", "summary": "A parser that trusts lengths",
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [{"package": {"ecosystem": "PyPI", "name": "parser"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
            """.replace('\n', ' ');

    private final RestClientOfTests ward;
    private final Browser browser;
    private String release = "";

    @Autowired
    FindingPagesTest(@LocalServerPort int port, TestCallers callers) {
        ward = new RestClientOfTests(port, callers.token("administrator"));
        browser = callers.signedIn(port, "product-security");
    }

    @BeforeEach
    void findOne() {
        if (!browser.get("/findings").body().contains("CVE-2099-77001")) {
            ward.load("osv", RECORD);
            ward.upload(ward.release("Infusion pump", "1"), SBOM);
        }
        release = ward.all("/findings?state=open").getFirst().at("/release/id").asString();
    }

    @Test
    void leadFromEveryNumberToItsList() {
        for (String path : List.of("/", "/releases/" + release)) {
            String page = browser.get(path).body();
            PageAsserts.assertSound(page);
            assertThat(page).as(path).contains("Critical");
            List<String> lists = LIST.matcher(page)
                    .results()
                    .map((MatchResult hit) -> hit.group(1).replace("&amp;", "&"))
                    .toList();
            assertThat(lists).as(path).anyMatch(list -> list.contains("severity=critical"));
            for (String list : lists) {
                assertThat(browser.get(list).statusCode()).as(list).isEqualTo(200);
            }
            assertThat(lists)
                    .filteredOn(list -> list.contains("severity=critical"))
                    .allSatisfy(list -> assertThat(browser.get(list).body()).contains("1 finding<"));
        }
    }

    @Test
    void listWhatChangedSinceADayAndRefuseWhatIsNone() {
        assertThat(browser.get("/findings?since=2020-01-01").body()).contains("CVE-2099-77001");
        assertThat(browser.get("/findings?since=2199-01-01").body()).contains("No finding is like that");
        assertThat(browser.get("/findings?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(browser.get("/findings?product=pump").statusCode()).isEqualTo(400);
    }

    @Test
    void areFoundByTheSearch() {
        assertThat(browser.get("/search?q=cve-2099-77").body())
                .contains("1 finding<", "/vulnerabilities/CVE-2099-77001", "A parser that trusts lengths");
        assertThat(browser.get("/search?q=parser").body()).contains("/components/", "in 1 release");
    }
}
