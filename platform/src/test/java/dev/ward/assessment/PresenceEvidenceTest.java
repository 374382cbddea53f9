package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What suppliers, tools and people say stands beside the assessor's answer, and decides nothing.
@WardTest
class PresenceEvidenceTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    PresenceEvidenceTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private String openVex(String status, String version, String at) {
        return """
                {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://s.example/vex-1", "author": "Parser Makers",
                 "timestamp": "%s", "version": 1, "statements": [
                  {"vulnerability": {"name": "%s"}, "status": "%s", "justification": "%s",
                   "impact_statement": "We build it without the length table.",
                   "products": [{"@id": "pkg:pypi/%s@%s"}]}]}
                """.formatted(
                        at,
                        people.vulnerability,
                        status,
                        status.equals("not_affected") ? "vulnerable_code_not_present" : "",
                        people.component,
                        version);
    }

    private void supplied(String text) {
        HttpResponse<String> taken = people.ward.send("POST", "/vex?name=vex.json", BodyPublishers.ofString(text));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    private JsonNode item(AssessmentId id, String kind) {
        for (JsonNode item : people.ward.get("/assessments/" + id + "/evidence").at("/items")) {
            if (item.at("/kind").asString().equals(kind)) {
                return item;
            }
        }
        throw new AssertionError("no evidence of kind " + kind);
    }

    @Test
    @Statement("PR-3.9")
    void showsWhatASupplierSaysBesideTheAnswerAndSaysWhereTheyDisagree() {
        AssessmentId id = people.opened();
        supplied(openVex("not_affected", "1.0", "2099-01-01T00:00:00Z"));
        AssessingPeople.assertTaken(
                people.send(people.security, id, "presence", Map.of("release", people.release, "presence", "present")));

        JsonNode said = item(id, "supplier");
        assertThat(said.at("/release").asString()).isEqualTo(people.release);
        assertThat(said.at("/by").asString()).isEqualTo("Parser Makers");
        assertThat(said.at("/says").asString()).isEqualTo("Not affected");
        assertThat(said.at("/because").asString()).isEqualTo("vulnerable_code_not_present");
        assertThat(said.at("/at").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(item(id, "finding").at("/points").asString()).isEqualTo("present");
        String page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Parser Makers says of pkg:pypi/" + people.component
                        + "@1.0: Not affected. The answer is: present.")
                .contains("We build it without the length table.");
        assertThat(assessments.get(AssessingPeople.READER, id).releases())
                .singleElement()
                .satisfies(place -> assertThat(place.presence()).isEqualTo(Presence.PRESENT));
    }

    @Test
    void laysAStatementAtNoReleaseThatDoesNotHoldItsPackageInItsVersion() {
        AssessmentId id = people.opened();
        supplied(openVex("not_affected", "7.0", "2099-01-01T00:00:00Z"));

        assertThat(item(id, "supplier").at("/release").isNull()).isTrue();
        assertThat(people.ward.get("/assessments/" + id + "/evidence").at("/disagreements"))
                .isEmpty();
        assertThat(people.security.get("/assessments/" + id).body())
                .contains("Suppliers speak of it in products that no release here was found to hold: 1");
    }

    @Test
    void countsWhatAnAuthorSaidLast() {
        AssessmentId id = people.opened();
        supplied(openVex("affected", "1.0", "2099-02-01T00:00:00Z"));
        supplied(openVex("not_affected", "1.0", "2099-01-01T00:00:00Z"));

        assertThat(said(id)).containsExactly("Affected \"present\"", "Not affected (said earlier) null");
    }

    private List<String> said(AssessmentId id) {
        return people.ward
                .get("/assessments/" + id + "/evidence")
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/kind").asString().equals("supplier"))
                .map(one -> one.at("/says").asString() + " " + one.at("/points"))
                .toList();
    }

    /// A document whose statements say one status each, of the same product.
    private void supplied(String author, String at, String... statuses) {
        String statements = Arrays.stream(statuses)
                .map(status -> """
                        {"vulnerability": "%s", "status": "%s", "products": ["pkg:pypi/%s@1.0"]}
                        """.formatted(people.vulnerability, status, people.component))
                .collect(Collectors.joining(","));
        supplied("""
                {"@context": "https://openvex.dev/ns", "author": "%s", "timestamp": "%s", "statements": [%s]}
                """.formatted(author, at, statements));
    }

    @Test
    void countsTheGraverOfWhatADocumentSaysOfOneProduct() {
        AssessmentId id = people.opened();
        supplied("Parser Makers", "2099-01-01T00:00:00Z", "affected", "not_affected");

        assertThat(said(id))
                .containsExactly("Affected \"present\"", "Not affected (the document says worse of it too) null");
    }

    @Test
    void takesAuthorsWithoutANameForDifferentOnes() {
        AssessmentId id = people.opened();
        supplied("", "2099-01-01T00:00:00Z", "affected");
        supplied("", "2099-02-01T00:00:00Z", "not_affected");

        assertThat(said(id)).containsExactly("Not affected \"absent\"", "Affected \"present\"");
        assertThat(people.security.get("/assessments/" + id).body()).contains("The evidence disagrees");
    }

    /// Two versions of a package are in the release, and the supplier speaks of all.
    @Test
    void laysAStatementAtAReleaseOnce() {
        people.ward.upload(people.release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "1.0", "purl": "pkg:pypi/%1$s@1.0"},
                  {"type": "library", "bom-ref": "b", "name": "%1$s", "version": "1.1", "purl": "pkg:pypi/%1$s@1.1"}]}
                """.formatted(people.component));
        AssessmentId id = people.opened();
        supplied("""
                {"@context": "https://openvex.dev/ns", "author": "P", "statements": [
                 {"vulnerability": "%s", "status": "not_affected", "products": ["pkg:pypi/%s"]}]}
                """.formatted(people.vulnerability, people.component));

        assertThat(said(id)).containsExactly("Not affected \"absent\"");
    }

    @Test
    void saysThatMoreSpeaksOfItThanIsShownAndLetsAnAbsenceLeanOnItAllTheSame() {
        String further = people.ward.releaseOf(people.product, "2");
        people.fillIn(further);
        AssessmentId id = people.opened();
        jdbc.sql("""
                INSERT INTO assessment.reachability (id, assessment_id, release_id, component, reachable, tool, tool_version,
                            words, said_by, said_at)
                SELECT gen_random_uuid(), :id, NULL, 'part ' || n, 'no', '', '', 'Nothing calls it.', 'T', now()
                  FROM generate_series(1, 400) AS n
                """).param("id", id.value()).update();
        String late = people.release.compareTo(further) > 0 ? people.release : further;
        String key = jdbc.sql(
                        "SELECT id FROM assessment.reachability WHERE assessment_id = :id ORDER BY number LIMIT 1")
                .param("id", id.value())
                .query((row, _) -> "reachability:" + row.getString("id"))
                .single();

        assertThat(people.ward
                        .get("/assessments/" + id + "/evidence")
                        .at("/cut")
                        .asBoolean())
                .isTrue();
        assertThat(people.security.get("/assessments/" + id).body()).contains("More speaks of it than is shown here");
        for (String front : List.of("/assessments/", "/api/v1/assessments/")) {
            assertThat(people.security.get(front + id + "/evidence.csv").body().lines())
                    .as("each part in both releases, and what else speaks of it")
                    .hasSizeGreaterThan(801)
                    .filteredOn(line -> line.contains("Nothing calls it."))
                    .hasSize(800)
                    .allMatch(line -> line.contains("Reachability") && line.contains("absent"));
        }
        assertThat(people.security.get("/assessments/" + id + "/evidence.pdf").statusCode())
                .isEqualTo(404);
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "presence",
                Map.of(
                        "release",
                        late,
                        "presence",
                        "absent",
                        "justification",
                        "vulnerable_code_not_in_execute_path",
                        "evidence",
                        "The graph of calls was read.",
                        "leansOn",
                        key)));
        assertThat(assessments.get(AssessingPeople.READER, id).releases())
                .filteredOn(place -> place.release().toString().equals(late))
                .singleElement()
                .satisfies(place -> assertThat(place.leansOn()).hasSize(1));
    }

    @Test
    @Statement("PR-3.9")
    void keepsTheEvidenceOnWhichAnAbsenceRestsInTheDecision() {
        AssessmentId id = people.opened();
        supplied(openVex("not_affected", "1.0", "2099-01-01T00:00:00Z"));
        Map<String, String> absent = new HashMap<>(Map.of(
                "release",
                people.release,
                "presence",
                "absent",
                "justification",
                "vulnerable_code_not_present",
                "evidence",
                "Their build log was read.",
                "leansOn",
                item(id, "supplier").at("/key").asString()));
        Map<String, String> wrong = new HashMap<>(absent);
        wrong.put("leansOn", item(id, "finding").at("/key").asString());
        HttpResponse<String> refused = people.send(people.security, id, "presence", wrong);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("An absence cannot rest on what says that it is there");
        wrong.put("leansOn", "supplier:unheard");
        assertThat(people.send(people.security, id, "presence", wrong).body())
                .contains("This evidence speaks of none of the releases that were chosen");
        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absent));
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "result",
                Map.of("reassessBy", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString())));
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.RESULT_SECURITY, TestCallers.email("product-security")));
        AssessingPeople.assertTaken(people.sign(
                people.clinician, id, SignedPart.RESULT_CLINICAL_SAFETY, TestCallers.email("clinical-safety")));

        Decision decision = decisions.list(AssessingPeople.READER, id).getFirst();
        DecisionContent content = DecisionContent.parse(decision.content());
        assertThat(content.layout()).isEqualTo(3);
        assertThat(content.releases().getFirst().leansOn())
                .singleElement()
                .satisfies(ground -> assertThat(ground.words())
                        .isEqualTo(
                                ("Supplier's VEX of pkg:pypi/%s@1.0: Not affected (vulnerable_code_not_present), says Parser"
                                                + " Makers, 2099-01-01T00:00:00Z")
                                        .formatted(people.component)));
        assertThat(decisions.replay(decision).same()).isTrue();
        assertThat(people.clinician
                        .get("/assessments/" + id + "/report?version=1")
                        .body())
                .contains("Leans on: Supplier's VEX", "Same result");
    }

    @Test
    @Statement("PR-3.9")
    void showsWhatAToolFoundOfReachabilityWithItsFile() {
        AssessmentId id = people.opened();
        assertThat(people.send(people.security, id, "reachability", Map.of("component", "x", "reachable", "no"))
                        .body())
                .contains("What was looked at, and how, is missing.");
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "reachability",
                Map.of(
                        "release",
                        people.release,
                        "component",
                        people.component,
                        "reachable",
                        "no",
                        "tool",
                        "callgraph",
                        "toolVersion",
                        "2.1",
                        "words",
                        "No call from main.")));
        JsonNode found = item(id, "reachability");
        assertThat(found.at("/points").asString()).isEqualTo("absent");
        assertThat(found.at("/because").asString()).isEqualTo("callgraph 2.1");
        assertThat(people.security.get("/assessments/" + id).body()).contains("The evidence disagrees");
        String entry = found.at("/key").asString().substring("reachability:".length());
        String at = "/assessments/" + id + "/reachability/" + entry + "/file";

        HttpResponse<String> kept = people.security.upload(
                "/assessments/" + id, at, "../graph.txt", "main -> log".getBytes(StandardCharsets.UTF_8));

        AssessingPeople.assertTaken(kept);
        String sha256 = CanonicalRecord.sha256("main -> log");
        String page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains(">graph.txt</a>", sha256);
        String link = page.substring(page.indexOf("/api/v1/assessments/" + id + "/reachability/" + entry + "/files/"));
        assertThat(people.security.get(link.substring(0, link.indexOf('"'))).body())
                .isEqualTo("main -> log");
        assertThat(jdbc.sql("SELECT count(*) FROM assessment.reachability WHERE assessment_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesADocumentByThePageOnceAndListsWhatItCouldNotRead() {
        String text = openVex("harmless", "1.0", "soon");

        HttpResponse<String> first =
                people.security.upload("/vex", "/vex", "v.json", text.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> again =
                people.security.upload("/vex", "/vex", "w.json", text.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> none =
                people.security.upload("/vex", "/vex", "x.json", "{}".getBytes(StandardCharsets.UTF_8));

        AssessingPeople.assertTaken(first);
        String at = first.headers().firstValue("Location").orElseThrow();
        assertThat(again.headers().firstValue("Location")).contains(at);
        String page = people.security.get(at.substring(at.indexOf("/vex"))).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("is no status: \"harmless\"", "/statements/0/status", "Parser Makers");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("It cannot be read as VEX, and nothing of it was kept");
        PageAsserts.assertSound(people.security.get("/vex").body());
        JsonNode first1 = people.ward.get("/vex").at("/items/0");
        assertThat(first1.at("/lost").asInt()).isEqualTo(1);
        assertThat(people.ward
                        .send("GET", "/vex/" + first1.at("/id").asString() + "/document", BodyPublishers.noBody())
                        .body())
                .isEqualTo(text);
    }

    @Test
    void readsADecisionThatWasSignedBeforeThereWasEvidenceAsItWas() {
        String place = new JsonMapper()
                .writeValueAsString(Map.of(
                        "release",
                        people.release,
                        "name",
                        "A 1",
                        "archived",
                        false,
                        "presence",
                        "PRESENT",
                        "evidence",
                        ""));
        Assessment.Place parsed = CanonicalRecord.parse(place, Assessment.Place.class);

        assertThat(parsed.leansOn()).isEmpty();
        assertThat(CanonicalRecord.of(parsed)).doesNotContain("leansOn");
    }
}
