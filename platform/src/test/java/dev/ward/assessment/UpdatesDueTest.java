package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a decision makes stale holds the next release up until it is brought up to date.
@WardTest
class UpdatesDueTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Browser auditor;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    UpdatesDueTest(@LocalServerPort int port, TestCallers callers, Assessments assessments, JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.auditor = callers.signedIn(port, "auditor");
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private AssessmentId decidedTouching(String... touched) {
        AssessmentId id = people.answered();
        touch(id, touched);
        people.decide(id);
        return id;
    }

    private void touch(AssessmentId id, String... touched) {
        Map<String, String> form = new HashMap<>(Mitigations.chosen(OptionKind.FIX));
        form.remove("noArtefacts");
        for (String artefact : touched) {
            form.put("a-" + artefact, "The limit of lengths.");
        }
        AssessingPeople.assertTaken(people.send(people.security, id, "mitigation", form));
    }

    private String gate(String release) {
        for (JsonNode row :
                people.ward.get("/releases/" + release + "/gates/release").at("/rows")) {
            if (row.at("/id").asString().equals("release.documents")) {
                return row.at("/answer").asString() + ": " + row.at("/because").asString();
            }
        }
        throw new AssertionError("no requirement");
    }

    private JsonNode due() {
        return people.ward.get("/updates-due?product=" + people.product).at("/items");
    }

    private HttpResponse<String> done(Browser who, String id, String reference) {
        return who.submit("/updates-due", "/updates-due/" + id + "/done", Map.of("reference", reference));
    }

    @Test
    void holdsTheNextReleaseUpUntilTheDocumentIsUpToDate() {
        assertThat(gate(people.release)).startsWith("met: ");
        AssessmentId id = decidedTouching("tests", "threat-model");
        assertThat(gate(people.release))
                .startsWith("not-met: 2 updates are asked for by decisions: ")
                .contains("Tests (" + people.vulnerability + ")");
        String page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Documents to be updated", "The limit of lengths.", "Mark as done");
        PageAsserts.assertSound(auditor.get("/updates-due").body());
        assertThat(auditor.get("/updates-due").body()).doesNotContain("Mark as done");

        for (JsonNode one : due()) {
            AssessingPeople.assertTaken(done(people.security, one.at("/id").asString(), "TM-7 rev. 4"));
        }

        assertThat(gate(people.release)).startsWith("met: ");
        assertThat(due()).isEmpty();
        JsonNode kept = people.ward
                .get("/updates-due?done=true&product=" + people.product)
                .at("/items/0");
        assertThat(kept.at("/reference").asString()).isEqualTo("TM-7 rev. 4");
        assertThat(kept.at("/doneBy").asString()).isEqualTo("Person of product-security");
        assertThat(people.security.get("/assessments/" + id).body()).contains("TM-7 rev. 4");
    }

    @Test
    void namesTheGatesThatEachHoldsUp() {
        decidedTouching("tests");
        String before = people.ward.releaseOf(people.product, "0.9");
        jdbc.sql("UPDATE product.release SET released_on = DATE '2020-01-01' WHERE id = :id::uuid")
                .param("id", before)
                .update();
        String gate = "/releases/" + people.release + "/gates/release";

        assertThat(due().at("/0/holdsUp")).hasSize(1);
        assertThat(due().at("/0/holdsUp/0/href").asString()).isEqualTo(gate);
        String page = auditor.get("/updates-due?product=" + people.product).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("href=\"" + gate + "\">Gate Release of ").doesNotContain(before, "which was closed");
        assertThat(auditor.get(gate).statusCode()).as("where it leads").isEqualTo(200);

        jdbc.sql("""
                INSERT INTO lifecycle.closure (id, release_id, market, gate, version, snapshot,
                            actor_kind, actor_id, actor_name, at)
                VALUES (gen_random_uuid(), :release::uuid, '*', 'release', 'test', '[]', 'MACHINE', 'test', 'Test',
                        TIMESTAMPTZ '2026-02-01 12:00Z')
                """).param("release", people.release).update();
        assertThat(auditor.get("/updates-due?product=" + people.product).body())
                .contains(", which was closed on 2026-02-01");

        jdbc.sql("UPDATE product.release SET archived = true WHERE id = :id::uuid")
                .param("id", people.release)
                .update();
        assertThat(due().at("/0/holdsUp")).isEmpty();
        assertThat(auditor.get("/updates-due?product=" + people.product).body())
                .contains("The next release; none is planned yet");
    }

    @Test
    void leavesReleasesAloneThatWereReleasedBefore() {
        decidedTouching("labelling");
        String before = people.ward.releaseOf(people.product, "0.9");
        jdbc.sql("UPDATE product.release SET released_on = DATE '2020-01-01' WHERE id = :id::uuid")
                .param("id", before)
                .update();

        assertThat(gate(before)).startsWith("met: ");
        assertThat(gate(people.release)).startsWith("not-met: ");
    }

    @Test
    void takesAReferenceOnceFromWhoMayAssess() {
        decidedTouching("sbom");
        String id = due().at("/0/id").asString();

        HttpResponse<String> bare = done(people.security, id, " ");
        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(bare.body()).contains("This is missing.");
        assertThat(people.ward
                        .post("/updates-due/" + id + "/done", "{\"reference\": \"SBOM 2\"}")
                        .at("/reference")
                        .asString())
                .isEqualTo("SBOM 2");
        assertThat(done(people.clinician, id, "SBOM 3").statusCode()).isEqualTo(409);
    }

    @Test
    void letsTheNewestDecisionCountForADocument() {
        AssessmentId id = decidedTouching("tests", "labelling");
        String earlier = due().at("/0/id").asString();
        AssessingPeople.assertTaken(people.security.submit(
                "/assessments/" + id, "/assessments/" + id + "/reopen", Map.of("why", "Another fix.")));
        touch(id, "tests", "labelling");
        people.decide(id);

        assertThat(due()).hasSize(2);
        assertThat(done(people.security, earlier, "TR-1").statusCode()).isEqualTo(409);
    }
}
