package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an import of past decisions leaves behind: in the trail what was taken and how it was read, and
/// for whoever brought it the rows that were refused.
@WardTest
class PastTrailTest {

    private static final String IMPORTS = "/past-decisions/imports";
    private static final JsonMapper JSON = new JsonMapper();

    private final AssessingPeople people;
    private final PastHistory history;
    private final JdbcClient jdbc;
    private String productName = "";

    @Autowired
    PastTrailTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            PastHistory history,
            JdbcClient jdbc) {
        this.people = new AssessingPeople(port, callers, assessments);
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        productName = people.ward.get("/products/" + people.product).at("/name").asString();
    }

    private JsonNode sent(String path, String body) {
        return people.ward
                .job(people.ward.send("POST", path, BodyPublishers.ofString(body)))
                .at("/result");
    }

    private static String importOf(JsonNode result) {
        return result.at("/import").asString();
    }

    private List<JsonNode> entries(String importId) {
        return jdbc
                .sql("""
                SELECT body FROM audit.entry WHERE what = 'past-decisions.imported' AND subject_id = :id ORDER BY seq
                """)
                .param("id", importId)
                .query(String.class)
                .list()
                .stream()
                .map(JSON::readTree)
                .toList();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(JsonNode entry) {
        return entry.at("/manifest/sha256").asString();
    }

    private String counted(JsonNode entry, String importId) {
        return HexFormat.of()
                .formatHex(history.digest(
                        importId, entry.at("/manifest/changeSet").asString()));
    }

    @Test
    @Statement("PR-3.13")
    void namesTheFileTheMappingAndTheRowsThatWereTaken() throws Exception {
        String file = """
                Product,Version,Component,CVE,Status,Justification,CVSS,Harm,Controlled,Decided by,Decided on,Document,Notes
                %1$s,1,%2$s,%3$s,absent,code not reachable,7.5,serious,yes,A. Smith,2021-12-14,DOC-17,seen in 2021
                %1$s,9.9,%2$s,%3$s,absent,,,,,,,,
                """.formatted(productName, people.component, people.vulnerability);
        String importId = importOf(sent(IMPORTS + "?name=past.csv", file));

        JsonNode entry = entries(importId).getFirst();
        assertThat(entry.at("/after/document").asString()).isEqualTo(sha256(file));
        assertThat(entry.at("/after/new").asString()).isEqualTo("1");
        assertThat(entry.at("/after/refused").asString()).isEqualTo("1");
        JsonNode mapping = JSON.readTree(entry.at("/after/mapping").asString());
        assertThat(mapping.at("/columns/release").asString()).isEqualTo("Version");
        assertThat(mapping.at("/columns/vulnerability").asString()).isEqualTo("CVE");
        assertThat(entry.at("/manifest/count").asInt()).isEqualTo(1);
        String line = String.join(
                "\t",
                people.release,
                people.product,
                people.vulnerability,
                people.component,
                "1",
                "not-affected",
                "vulnerable_code_not_in_execute_path",
                "7.5",
                "",
                "SERIOUS",
                "controlled",
                "",
                "A. Smith",
                "2021-12-14",
                "DOC-17",
                "seen in 2021",
                "2");
        assertThat(digest(entry)).isEqualTo(sha256(line + "\n"));
    }

    @Test
    void tellsTheRowsOfOneApplicationFromThoseOfTheNext() {
        String row = "%s,%s,%s,affected\n";
        String importId = importOf(sent(
                IMPORTS,
                "Product,Version,CVE,Status\n"
                        + row.formatted(productName, "1", people.vulnerability)
                        + row.formatted(productName, "8.8", people.vulnerability)));
        people.ward.releaseOf(people.product, "8.8");
        sent(IMPORTS + "/" + importId + "/apply", "");
        sent(IMPORTS + "/" + importId + "/apply", "");

        List<JsonNode> entries = entries(importId);
        assertThat(entries)
                .extracting(entry -> entry.at("/manifest/count").asInt())
                .containsExactly(1, 1, 0);
        assertThat(entries).allSatisfy(entry -> assertThat(counted(entry, importId))
                .isEqualTo(digest(entry)));
        assertThat(entries.stream().map(PastTrailTest::digest)).doesNotHaveDuplicates();
        assertThat(history.digest(importId, "whatever")).isEmpty();
    }

    @Test
    void keepsWhoDecidedAllRowsOutOfTheChain() {
        String importId = importOf(sent(
                IMPORTS + "?dryRun=true",
                "Product,Version,CVE,Status\n%s,1,%s,N/A\n".formatted(productName, people.vulnerability)));
        sent(IMPORTS + "/" + importId + "/check", """
                {"columns": {"product": "Product", "release": "Version", "vulnerability": "CVE", "status": "Status"},
                 "constants": {"decidedBy": "B. Persson", "reference": "SEC-1"}, "words": {"status": {"N/A": "not-affected"}}}""");
        assertThat(sent(IMPORTS + "/" + importId + "/apply", "").at("/new").asString())
                .isEqualTo("1");

        JsonNode entry = entries(importId).getFirst();
        assertThat(entry.toString()).doesNotContain("Persson");
        assertThat(entry.at("/after/decidedBy/commitment").asString()).hasSize(64);
        JsonNode mapping = JSON.readTree(entry.at("/after/mapping").asString());
        assertThat(mapping.at("/constants/reference").asString()).isEqualTo("SEC-1");
        assertThat(mapping.at("/words/status/n~1a").asString()).isEqualTo("not-affected");
    }

    @Test
    void givesRefusedRowsBackAsTheyCameWithTheirReasons() {
        String importId = importOf(sent(
                IMPORTS,
                "Product,Version,CVE,Status,Note\n%1$s,1,%2$s,affected,fine\n%1$s,1,%2$s,maybe,\"=cmd|' /C calc'!A0\"\n"
                        .formatted(productName, people.vulnerability)));

        HttpResponse<String> refused =
                people.ward.send("GET", IMPORTS + "/" + importId + "/refused.csv", BodyPublishers.noBody());
        assertThat(refused.headers().firstValue("Content-Disposition").orElse(""))
                .contains("refused-rows.csv");
        assertThat(refused.body().lines()).hasSize(2);
        assertThat(refused.body())
                .startsWith(
                        "\"Product\",\"Version\",\"CVE\",\"Status\",\"Note\",\"Refused line\",\"Refused because\",\"What to do\"")
                .contains("\"%s\",\"1\",\"%s\",\"maybe\",\"'=cmd|' /C calc'!A0\",\"3\",\"Status: "
                        .formatted(productName, people.vulnerability));
        String page = people.security.get(IMPORTS + "/" + importId).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains(IMPORTS + "/" + importId + "/refused.csv");
        assertThat(people.security
                        .get(IMPORTS + "/" + importId + "/refused.xlsx")
                        .statusCode())
                .isEqualTo(200);

        String mended = refused.body().replace("\"maybe\"", "\"affected\"");
        assertThat(sent(IMPORTS, mended.replace(people.vulnerability, "CVE-2020-0001"))
                        .at("/new")
                        .asString())
                .isEqualTo("1");
    }
}
