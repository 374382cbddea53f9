package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// VEX that we published before Ward is brought as past decisions, and decides nothing.
@WardTest
class OwnVexTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final PastHistory history;
    private final JdbcClient jdbc;
    private AssessingPeople people;
    private String productName;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    OwnVexTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            PastHistory history,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
        productName = people.ward.get("/products/" + people.product).at("/name").asString();
    }

    private String csaf() {
        return """
                {"document": {"category": "csaf_vex", "csaf_version": "2.0", "title": "Ours",
                  "publisher": {"category": "vendor", "name": "Tarnwatch", "namespace": "https://t.example"},
                  "tracking": {"id": "TW-7", "version": "3", "status": "final", "initial_release_date": "2021-12-14T10:00:00Z",
                               "current_release_date": "2021-12-20T10:00:00Z", "revision_history": []}},
                 "product_tree": {"full_product_names": [
                  {"product_id": "P", "name": "The parser",
                   "product_identification_helper": {"purl": "pkg:pypi/%1$s@1.0"}}]},
                 "vulnerabilities": [
                  {"cve": "%2$s", "product_status": {"known_not_affected": ["P"]},
                   "flags": [{"label": "vulnerable_code_not_in_execute_path", "product_ids": ["P"]}],
                   "threats": [{"category": "impact", "details": "We never call the parser.", "product_ids": ["P"]}]}]}
                """.formatted(people.component, people.vulnerability);
    }

    /// @param statements  each with a status, a product, a time
    private String openVex(String... statements) {
        StringBuilder text = new StringBuilder(
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"@id\": \"ours\", \"author\": \"Tarnwatch\", \"statements\": [");
        for (int i = 0; i < statements.length; i += 3) {
            text.append(i == 0 ? "" : ",")
                    .append("""
                    {"vulnerability": {"name": "%s"}, "status": "%s", "products": [{"@id": "%s"}], "timestamp": "%s"}
                    """.formatted(people.vulnerability, statements[i], statements[i + 1], statements[i + 2]));
        }
        return text.append("]}").toString();
    }

    private String cycloneDx(String state, String justification, String at) {
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
                 "version": 1, "metadata": {"supplier": {"name": "Tarnwatch"}},
                 "components": [{"type": "library", "bom-ref": "p", "name": "parser", "purl": "pkg:pypi/%s@1.0"}],
                 "vulnerabilities": [{"id": "%s", "affects": [{"ref": "p"}],
                  "analysis": {"state": "%s", "justification": "%s", "detail": "Seen then.", "lastUpdated": "%s"}}]}
                """.formatted(people.component, people.vulnerability, state, justification, at);
    }

    private String taken(String document) {
        return people.ward.post("/vex?name=ours.json", document).at("/id").asString();
    }

    private JsonNode brought(String document) {
        return applied(taken(document));
    }

    private JsonNode applied(String id) {
        return people.ward
                .job(people.ward.send("POST", "/vex/" + id + "/past", BodyPublishers.noBody()))
                .at("/result");
    }

    private List<JsonNode> listed() {
        return people.ward.all("/past-decisions?vulnerability=" + people.vulnerability);
    }

    private String finding() {
        return people.ward
                .all("/findings?release=" + people.release)
                .getFirst()
                .at("/id")
                .asString();
    }

    @Test
    void standsAsAPastDecisionWithItsDocumentAndStatementAndDecidesNothing() {
        String document = csaf();
        JsonNode result = brought(document);
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        JsonNode one = listed().getFirst();
        assertThat(one.at("/provenance").asString()).isEqualTo("Migrated, not decided here");
        assertThat(one.at("/release").asString()).isEqualTo(people.release);
        assertThat(one.at("/component").asString()).isEqualTo("pkg:pypi/" + people.component + "@1.0");
        assertThat(one.at("/status").asString()).isEqualTo("not-affected");
        assertThat(one.at("/justification").asString()).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(one.at("/decision").asString()).isEqualTo("We never call the parser.");
        assertThat(one.at("/decidedBy").asString()).isEqualTo("Tarnwatch");
        assertThat(one.at("/decidedOn").asString()).isEqualTo("2021-12-20");
        assertThat(one.at("/reference").asString()).isEqualTo("TW-7, version 3");
        assertThat(one.at("/sha256").asString()).isEqualTo(CanonicalRecord.sha256(document));
        assertThat(one.at("/line").asInt()).isEqualTo(1);
        for (String page : List.of(
                "/findings/" + finding(),
                "/releases/" + people.release,
                "/vulnerabilities/" + people.vulnerability,
                "/past-decisions/" + one.at("/id").asString(),
                "/vex/" + one.at("/vex").asString())) {
            String body = people.security.get(page).body();
            PageAsserts.assertSound(body);
            assertThat(body).as(page).containsIgnoringCase("migrated").contains("Tarnwatch");
        }
        assertThat(people.security
                        .get("/past-decisions/" + one.at("/id").asString())
                        .body())
                .contains("statement 1");
        assertThat(people.ward
                        .get("/findings/" + finding())
                        .at("/finding/state")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void leavesInTheTrailTheDocumentAndTheRowsThatWereTaken() {
        String document = csaf();
        String id = taken(document);
        String importId = applied(id).at("/import").asString();
        applied(id);
        List<JsonNode> entries = entries(importId);
        JsonNode entry = entries.getFirst();
        assertThat(entry.at("/after/document").asString()).isEqualTo(CanonicalRecord.sha256(document));
        assertThat(entry.at("/after/vex").asString()).isEqualTo(id);
        assertThat(entry.at("/after").has("mapping")).isFalse();
        assertThat(entry.at("/manifest/count").asInt()).isEqualTo(1);
        String line = String.join(
                "\t",
                people.release,
                people.product,
                people.vulnerability,
                "pkg:pypi/" + people.component + "@1.0",
                "1",
                "not-affected",
                "vulnerable_code_not_in_execute_path",
                "\t\t\t",
                "We never call the parser.",
                "Tarnwatch",
                "2021-12-20",
                "TW-7, version 3",
                listed().getFirst().at("/notes").asString(),
                "1");
        assertThat(entry.at("/manifest/sha256").asString()).isEqualTo(CanonicalRecord.sha256(line + "\n"));
        assertThat(entries)
                .hasSize(2)
                .allSatisfy(one -> assertThat(HexFormat.of()
                                .formatHex(history.digest(
                                        importId, one.at("/manifest/changeSet").asString())))
                        .isEqualTo(one.at("/manifest/sha256").asString()));
        assertThat(entries.getLast().at("/manifest/count").asInt()).isZero();
    }

    private List<JsonNode> entries(String importId) {
        return jdbc
                .sql("SELECT body FROM audit.entry WHERE what = :what AND subject_id = :id ORDER BY seq")
                .param("what", PastHistory.WHAT)
                .param("id", importId)
                .query(String.class)
                .list()
                .stream()
                .map(new JsonMapper()::readTree)
                .toList();
    }

    @Test
    void hasNoRowsToMendAndGivesTheNextTableNoMapping() {
        String brought = "/past-decisions/imports/"
                + brought(openVex("affected", "pkg:pypi/" + people.component + "@7.0", "2022-01-01T00:00:00Z"))
                        .at("/import")
                        .asString();
        assertThat(people.security.get(brought).body())
                .contains("Statement by statement", "Refused statements")
                .doesNotContain("refused.csv", "Refused rows");
        assertThat(people.ward
                        .send("GET", brought + "/refused.csv", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> table = people.security.upload(
                "/past-decisions/imports",
                "/past-decisions/imports",
                "past.csv",
                "Product,Version,CVE,Status\n".getBytes(StandardCharsets.UTF_8));
        String mapping = table.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(people.security.get(mapping).statusCode()).isEqualTo(200);
    }

    @Test
    void supportsNoAbsenceByWhatWeSaidOurselves() {
        AssessmentId id = people.opened();
        brought(csaf());
        JsonNode said = people.ward
                .get("/assessments/" + id + "/evidence")
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/kind").asString().equals("supplier"))
                .findFirst()
                .orElseThrow();
        assertThat(said.at("/says").asString()).isEqualTo("Not affected (our own, from before Ward)");
        assertThat(said.at("/points").isNull()).isTrue();
        assertThat(assessments
                        .get(AssessingPeople.READER, id)
                        .releases()
                        .getFirst()
                        .presence())
                .isEqualTo(Presence.UNDER_INVESTIGATION);
        assertThat(people.security.get("/assessments/" + id).body()).contains("Migrated, not decided here");
    }

    @Test
    void findsAReleaseThatIsCalledAsTheDocumentDoesAndListsWhatMatchesNothing() {
        String id = taken(openVex(
                "affected",
                productName + " 1",
                "2022-01-01T00:00:00Z",
                "not_affected",
                "pkg:pypi/" + people.component + "@7.0",
                "2022-01-01T00:00:00Z"));
        JsonNode result = applied(id);
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/refused").asString()).isEqualTo("1");
        assertThat(listed()).singleElement().satisfies(one -> {
            assertThat(one.at("/status").asString()).isEqualTo("affected");
            assertThat(one.at("/component").asString()).isEmpty();
        });
        String brought = "/past-decisions/imports/" + result.at("/import").asString();
        JsonNode note = people.ward.all(brought + "/notes?refused=true").getFirst();
        assertThat(note.at("/rule").asString()).isEqualTo("not-placed");
        assertThat(note.at("/line").asInt()).isEqualTo(2);
        assertThat(note.at("/value").asString()).isEqualTo("pkg:pypi/" + people.component + "@7.0");
        String page = people.security.get(brought).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Statement 2", "Speaks of no release", "Try the refused statements again");
        people.ward.upload(people.release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "7.0", "purl": "pkg:pypi/%1$s@7.0"}]}
                """.formatted(people.component));
        JsonNode again = applied(id);
        assertThat(again.at("/new").asString()).as(again.toString()).isEqualTo("1");
        assertThat(again.at("/unchanged").asString()).isEqualTo("1");
        assertThat(again.at("/refused").asString()).isEqualTo("0");
    }

    @Test
    void takesNothingBackByAnOlderDocumentThatComesLater() {
        assertThat(brought(cycloneDx("exploitable", "", "2023-05-01T00:00:00Z"))
                        .at("/new")
                        .asString())
                .isEqualTo("1");
        JsonNode older = brought(cycloneDx("not_affected", "code_not_reachable", "2021-05-01T00:00:00Z"));
        assertThat(older.at("/older").asString()).as(older.toString()).isEqualTo("1");
        assertThat(listed())
                .singleElement()
                .satisfies(one -> assertThat(one.at("/status").asString()).isEqualTo("affected"));

        JsonNode newer = brought(cycloneDx("not_affected", "code_not_reachable", "2024-05-01T00:00:00Z"));

        assertThat(newer.at("/changed").asString()).as(newer.toString()).isEqualTo("1");
        assertThat(listed()).singleElement().satisfies(one -> {
            assertThat(one.at("/version").asInt()).isEqualTo(2);
            assertThat(one.at("/justification").isNull()).isTrue();
            assertThat(one.at("/notes").asString()).contains("Its word for the justification: code_not_reachable");
        });
    }

    @Test
    void countsWhatADocumentSaysLastAndTheGraverOfTheSameTimeAndNothingOfADayToCome() {
        String purl = "pkg:pypi/" + people.component + "@1.0";

        JsonNode result = brought(openVex(
                "under_investigation",
                purl,
                "2021-01-01T00:00:00Z",
                "not_affected",
                purl,
                "2022-01-01T00:00:00Z",
                "affected",
                purl,
                "2022-01-01T00:00:00Z",
                "not_affected",
                purl,
                "2999-01-01T00:00:00Z"));

        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/older").asString()).isEqualTo("2");
        assertThat(result.at("/refused").asString()).isEqualTo("1");
        assertThat(listed())
                .singleElement()
                .satisfies(one -> assertThat(one.at("/status").asString()).isEqualTo("affected"));
    }

    @Test
    void survivesHostileDocuments() {
        String hostile = "pkg:pypi/" + people.component + "@1.0?q=" + "%C3%A9x".repeat(120);
        JsonNode result = brought(openVex(
                "affected",
                hostile,
                "2022-01-01T00:00:00Z",
                "affected",
                "<script>alert(1)</script>\\u0000",
                "2022-01-01T00:00:00Z",
                "affected",
                "x'; DROP TABLE assessment.past_decision; --",
                "2022-01-01T00:00:00Z"));
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/refused").asString()).isEqualTo("2");
        String page = people.security
                .get("/past-decisions/imports/" + result.at("/import").asString())
                .body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("&lt;script&gt;");

        HttpResponse<String> none =
                people.security.upload("/vex", "/vex/own", "past.json", "[1, 2]".getBytes(StandardCharsets.UTF_8));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("It cannot be read as VEX, and nothing of it was kept");
    }

    @Test
    void isLookedAtOnThePageBeforeAnythingIsTaken() {
        assertThat(people.security.get("/vex").body()).contains("Bring our own, from before Ward");

        HttpResponse<String> sent =
                people.security.upload("/vex", "/vex/own", "past.json", csaf().getBytes(StandardCharsets.UTF_8));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String path = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> people.security.get(path).body().contains("Take them"));
        String page = people.security.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).doesNotContain("Change the mapping");
        assertThat(listed()).isEmpty();
        assertThat(people.security.get(path + "/mapping").statusCode()).isEqualTo(302);

        assertThat(people.security.submit(path, path + "/apply", Map.of()).statusCode())
                .isEqualTo(302);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> people.security.get(path).body().contains("To the past decisions"));
        assertThat(listed()).hasSize(1);
        assertThat(people.security.get("/vex").body()).contains("Our own, from before Ward");
        assertThat(people.ward
                        .send("POST", path + "/check", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(409);
    }
}
