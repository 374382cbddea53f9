package dev.ward.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class FindingsTest {

    private final RestClientOfTests ward;
    private final JdbcClient jdbc;
    private String name = "";
    private String cve = "";

    @Autowired
    FindingsTest(@LocalServerPort int port, Tokens tokens, JdbcClient jdbc) {
        this.jdbc = jdbc;
        ward = new RestClientOfTests(
                port,
                tokens.createToken("administrator", "test " + UUID.randomUUID()).secret());
    }

    /// Each test has a package and a vulnerability of its own.
    @BeforeEach
    void chooseNames() {
        long chance = (UUID.randomUUID().getLeastSignificantBits() >>> 1) % 100_000_000L;
        name = "package" + chance;
        cve = "CVE-2099-1" + chance;
    }

    @AfterEach
    void whatIsCountedIsWhatIsOpen() {
        List<String> kept = jdbc.sql(
                        "SELECT concat_ws(' ', release_id, rating, open) FROM finding.tally WHERE open <> 0 ORDER BY 1")
                .query(String.class)
                .list();
        List<String> counted = jdbc.sql("""
                SELECT concat_ws(' ', f.release_id, v.rating, count(*))
                  FROM finding.finding f JOIN advisory.published_vulnerability v USING (vulnerability_id)
                 WHERE f.state = 'open' GROUP BY f.release_id, v.rating ORDER BY 1
                """).query(String.class).list();
        assertThat(kept).isEqualTo(counted);
    }

    private static String sbom(String... components) {
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [%s]}
                """.formatted(String.join(",", components));
    }

    private String component(String version) {
        return """
                {"type": "library", "bom-ref": "%1$s", "name": "%1$s", "version": "%2$s", "purl": "pkg:pypi/%1$s@%2$s"}
                """.formatted(name, version);
    }

    private String osv(String id, String fixed, String more) {
        return """
                {"id": "%s", "modified": "2099-01-02T00:00:00Z", "summary": "flaw", %s
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "%s"},
                               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
                """.formatted(id, more, name, fixed).replace('\n', ' ');
    }

    private List<JsonNode> findings(String release, String state) {
        return ward.all("/findings?release=%s&state=%s".formatted(release, state));
    }

    private List<String> open(String release) {
        return findings(release, "open").stream()
                .map(one -> one.at("/vulnerability").asString())
                .toList();
    }

    private void loadOsv(String record) {
        assertThat(ward.load("osv", record).at("/status").asString()).isEqualTo("completed");
    }

    private void upload(String release, String sbom) {
        assertThat(ward.upload(release, sbom).at("/status").asString()).isEqualTo("completed");
    }

    @Test
    void opensAFindingForAnAdvisoryThatWasThereBefore() {
        loadOsv(osv(cve, "2", ""));
        String release = ward.release(name, "1");

        upload(release, sbom(component("1.0")));

        JsonNode finding = findings(release, "open").getFirst();
        assertThat(finding.at("/vulnerability").asString()).isEqualTo(cve);
        assertThat(finding.at("/component/version").asString()).isEqualTo("1.0");
        assertThat(finding.at("/match/kind").asString()).isEqualTo("purl-range");
        assertThat(finding.at("/match/range").asString()).contains("<2");
        assertThat(finding.at("/match/why").asString()).contains("1.0");
    }

    @Test
    void opensAFindingWhenAnAdvisoryArrivesLater() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));
        assertThat(open(release)).isEmpty();

        loadOsv(osv(cve, "2", ""));

        assertThat(open(release)).containsExactly(cve);
    }

    @Test
    void findsAWordInTheNameOfWhateverHasIt() {
        loadOsv(osv(cve, "2", "").replace("flaw", "quagga overflow"));
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));

        for (String word : List.of(name, name + " 1.0", cve, "QUAGGA OVER", "e")) {
            String asked = java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(ward.all("/findings?release=%s&q=%s".formatted(release, asked)))
                    .as(word)
                    .hasSize(1);
        }
        assertThat(ward.all("/findings?release=%s&q=nosuchword".formatted(release)))
                .isEmpty();
    }

    @Test
    void refusesAnExportBeforeItsFirstByte() {
        for (String file : List.of("export.csv", "export.json")) {
            var answer = ward.send(
                    "GET", "/findings/" + file + "?sort=nonsense", java.net.http.HttpRequest.BodyPublishers.noBody());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("nonsense");
        }
    }

    @Test
    void countsOpenFindingsUnderThePresentSeverity() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));
        String grave = "\"severity\": [{\"type\": \"CVSS_V3\","
                + " \"score\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}],";
        loadOsv(osv(cve, "2", ""));
        assertThat(rated(release)).containsExactly("0:1");

        loadOsv(osv(cve, "2", grave).replace("2099-01-02", "2099-01-03"));

        assertThat(rated(release)).containsExactly("5:1");
    }

    private List<String> rated(String release) {
        return jdbc.sql("SELECT rating || ':' || open FROM finding.tally WHERE release_id = ?::uuid AND open <> 0")
                .param(release)
                .query(String.class)
                .list();
    }

    @Test
    void closesTheFindingWhenARevisedRangeNoLongerReaches() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.5")));
        loadOsv(osv(cve, "2", ""));

        loadOsv(osv(cve, "1.5", "").replace("2099-01-02", "2099-01-03"));

        assertThat(open(release)).isEmpty();
        JsonNode closed = findings(release, "closed").getFirst();
        assertThat(closed.at("/closedBecause").asString()).isEqualTo("no-record-says-so");
        JsonNode details = ward.get("/findings/" + closed.at("/id").asString());
        assertThat(details.at("/matches/0/endedAt").asString("")).isNotEmpty();
    }

    @Test
    void closesTheFindingWhenItsRecordIsWithdrawnAndOpensItAgainUnderItsId() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.5")));
        loadOsv(osv(cve, "2", ""));
        String id = findings(release, "open").getFirst().at("/id").asString();

        loadOsv(osv(cve, "2", "\"withdrawn\": \"2099-01-03T00:00:00Z\",").replace("01-02", "01-03"));
        assertThat(open(release)).isEmpty();

        loadOsv(osv(cve, "2", "").replace("01-02", "01-04"));
        assertThat(findings(release, "open").getFirst().at("/id").asString()).isEqualTo(id);
    }

    @Test
    void closesTheFindingWhenTheReleaseNoLongerHoldsTheComponent() {
        loadOsv(osv(cve, "2", ""));
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));

        upload(release, sbom(component("2.0")));

        assertThat(open(release)).isEmpty();
        assertThat(findings(release, "closed").getFirst().at("/closedBecause").asString())
                .isEqualTo("component-gone");
    }

    @Test
    void asksAPersonBeforeItClosesWhatAPersonHasNoted() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));
        loadOsv(osv(cve, "2", ""));
        String id = findings(release, "open").getFirst().at("/id").asString();
        ward.post("/findings/%s/notes".formatted(id), "{\"text\": \"We look into it.\"}");

        loadOsv(osv(cve, "2", "\"withdrawn\": \"2099-01-03T00:00:00Z\",").replace("01-02", "01-03"));
        assertThat(findings(release, "source-withdrawn")).hasSize(1);

        ward.post("/findings/%s/confirm-closed".formatted(id), "{\"why\": \"The record was a mistake.\"}");
        JsonNode closed = findings(release, "closed").getFirst();
        assertThat(closed.at("/closedBecause").asString()).isEqualTo("confirmed");
        assertThat(ward.get("/findings/" + id).at("/notes/0/text").asString()).isEqualTo("We look into it.");
    }

    @Test
    void keepsTheFindingWhileAnotherRecordSupportsIt() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));
        loadOsv(osv(cve, "2", ""));
        loadOsv(osv("GHSA-" + name, "3", "\"aliases\": [\"%s\"],".formatted(cve)));
        assertThat(open(release)).containsExactly(cve);

        loadOsv(osv(cve, "1", "").replace("01-02", "01-03"));

        assertThat(open(release)).containsExactly(cve);
    }

    @Test
    void showsWhatIsExploitedAndHowLikely() {
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));
        loadOsv(osv(cve, "2", ""));

        ward.load("kev", """
                {"title": "KEV", "catalogVersion": "2099.01.05", "dateReleased": "2099-01-05T00:00:00Z", "count": 1,
                 "vulnerabilities": [{"cveID": "%s", "vendorProject": "v", "product": "p", "vulnerabilityName": "n",
                 "dateAdded": "2099-01-05", "shortDescription": "d", "requiredAction": "a", "dueDate": "2099-02-05",
                 "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}
                """.formatted(cve));
        ward.load("epss", """
                #model_version:v2025.03.14,score_date:2099-01-05T12:55:00Z
                cve,epss,percentile
                %s,0.5,0.99
                """.formatted(cve));

        JsonNode finding = findings(release, "open").getFirst();
        assertThat(finding.at("/kev/since").asString()).isEqualTo("2099-01-05");
        assertThat(finding.at("/epss").asDouble()).isEqualTo(0.5);
    }

    @Test
    void asksTheDeviceWhereItsPlatformDecides() {
        String vendor = "vendor" + name;
        String application = "cpe:2.3:a:%s:app:1.0:*:*:*:*:*:*:*".formatted(vendor);
        String system = "cpe:2.3:o:%s:os:1.0:*:*:*:*:*:*:*".formatted(vendor);
        ward.load("nvd", """
                {"format": "NVD_CVE", "version": "2.0", "vulnerabilities": [{"cve": {"id": "%s", "vulnStatus": "Analyzed",
                  "lastModified": "2099-01-02T00:00:00.000", "descriptions": [{"lang": "en", "value": "flaw"}],
                  "configurations": [{"operator": "AND", "nodes": [
                    {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true, "criteria": "%s"}]},
                    {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": false, "criteria": "%s"}]}]}]}}]}
                """.formatted(cve, application, system));
        String app = """
                {"type": "application", "bom-ref": "a", "name": "app", "version": "1.0", "cpe": "%s"}""".formatted(application);
        String os = """
                {"type": "operating-system", "bom-ref": "o", "name": "os", "version": "1.0", "cpe": "%s"}""".formatted(system);
        String other = ward.release("other " + name, "1");
        upload(other, sbom(app, os.replace(":os:", ":else:")));
        String release = ward.release(name, "1");

        upload(release, sbom(app, os));
        assertThat(open(release)).containsExactly(cve);
        assertThat(open(other)).isEmpty();

        upload(release, sbom(app, os.replace(":os:", ":else:")));
        assertThat(open(release)).isEmpty();
    }

    @Test
    void offersACandidateWhereOnlyNamesAgree() {
        loadOsv(osv(cve, "2", "").replace("PyPI", "Elsewhere"));
        String release = ward.release(name, "1");

        upload(release, sbom("{\"type\": \"library\", \"name\": \"%s\", \"version\": \"1.0\"}".formatted(name)));

        assertThat(open(release)).isEmpty();
        assertThat(findings(release, "candidate").getFirst().at("/match/kind").asString())
                .isEqualTo("name");
    }

    @Test
    void listsInEveryOrderWithoutLossOrRepetition() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            records.append(osv(cve + i, "2", "")).append('\n');
        }
        loadOsv(records.toString());
        String release = ward.release(name, "1");
        upload(release, sbom(component("1.0")));

        for (String order : Findings.orders()) {
            for (String direction : List.of("", "-")) {
                List<String> seen = new ArrayList<>();
                String next = "";
                do {
                    JsonNode slice = ward.get(
                            "/findings?release=%s&limit=5&sort=%s%s%s".formatted(release, direction, order, next));
                    slice.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
                    next = slice.at("/next").isString()
                            ? "&after=" + slice.at("/next").asString()
                            : "";
                } while (!next.isEmpty());
                assertThat(seen).as(direction + order).hasSize(23).doesNotHaveDuplicates();
            }
        }
    }
}
