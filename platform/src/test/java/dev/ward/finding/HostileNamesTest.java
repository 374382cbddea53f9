package dev.ward.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Names that sources and people chose so that a link or a spreadsheet does what it should not.
@WardTest
class HostileNamesTest {

    private static final String NAME = "TEST-1/../x?y=1&z#%41;";

    private final int port;
    private final TestCallers callers;
    private String finding = "";

    @Autowired
    HostileNamesTest(@LocalServerPort int port, TestCallers callers) {
        this.port = port;
        this.callers = callers;
    }

    @BeforeEach
    void fill() {
        RestClientOfTests client = new RestClientOfTests(port, callers.token("administrator"));
        if (client.get("/products?archived=false").at("/items").isEmpty()) {
            String release = client.release("=HYPERLINK(1)", "1;=2+5");
            client.upload(release, """
                    {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library",
                     "bom-ref": "a", "name": "pump-a", "version": "1.0", "purl": "pkg:pypi/pump-a@1.0"}]}
                    """);
            client.load("osv", """
                    {"schema_version": "1.6.0", "id": "%s", "modified": "2030-01-01T00:00:00Z",
                     "summary": "@SUM(1)\\",=3",
                     "affected": [{"package": {"ecosystem": "PyPI", "name": "pump-a"},
                     "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2"}]}]}]}
                    """.formatted(NAME));
        }
        finding = client.get("/findings").at("/items/0/id").asString();
    }

    @Test
    void leadsToTheVulnerabilityWhateverItsName() {
        Browser browser = callers.signedIn(port, "auditor");
        String page = browser.get("/findings/" + finding).body();

        String about = link(page, "class=\"ward-id\" href=\"([^\"]+)\"");
        assertThat(browser.get(about).statusCode()).isEqualTo(200);
        assertThat(browser.get(about).body()).contains("<h1>TEST-1/../x?y=1&amp;z#%41;</h1>");
        String others = link(page, "href=\"(/findings\\?vulnerability=[^\"]+)\"");
        assertThat(browser.get(others).body()).contains("pump-a");
        String search = browser.get("/vulnerabilities?name=nothing").body();
        assertThat(search).contains("No source that Ward has heard tells of \"nothing\".");
    }

    private static String link(String page, String pattern) {
        Matcher link = Pattern.compile(pattern).matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void putsNoFormulaIntoASpreadsheet() {
        String csv = Api.at(port, callers.token("auditor"))
                .get("/api/v1/findings/export.csv")
                .body();

        assertThat(csv).contains(",\"'=HYPERLINK(1)\",", ",\"1;=2+5\",", ",\"'@SUM(1)\"\",=3\",");
        assertThat(csv.lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.matches("(\"(?![=+@-])([^\"]|\"\")*\"(,|$))+"));
    }
}
