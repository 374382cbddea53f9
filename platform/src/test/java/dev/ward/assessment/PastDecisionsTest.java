package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What was decided before Ward was used is brought, shown as what it is, and decides nothing.
@WardTest
class PastDecisionsTest {

    private static final String HEADINGS =
            "Product,Version,Component,CVE,Status,Justification,CVSS,Harm,Controlled,Decided by,Decided on,Document,Notes\n";

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final JdbcClient jdbc;
    private AssessingPeople people;
    private String productName;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    PastDecisionsTest(@LocalServerPort int port, TestCallers callers, Assessments assessments, JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
        productName = people.ward.get("/products/" + people.product).at("/name").asString();
    }

    private JsonNode brought(String rows) {
        return sent(HEADINGS + rows).at("/result");
    }

    private JsonNode sent(String file) {
        return people.ward.job(
                people.ward.send("POST", "/past-decisions/imports?name=past.csv", BodyPublishers.ofString(file)));
    }

    private String row(String status, String notes) {
        return "%s,1,%s,%s,%s,code not reachable,7.5,serious,yes,A. Smith,2021-12-14,DOC-17,%s\n"
                .formatted(productName, people.component, people.vulnerability, status, notes);
    }

    private List<JsonNode> listed(String more) {
        return people.ward.all("/past-decisions?vulnerability=" + people.vulnerability + more);
    }

    private String finding() {
        return people.ward
                .all("/findings?release=" + people.release)
                .getFirst()
                .at("/id")
                .asString();
    }

    @Test
    @Statement("PR-3.13")
    void standsBesideEverythingAndDecidesNothing() {
        JsonNode result = brought(row("absent", "seen in 2021"));

        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        JsonNode one = listed("").getFirst();
        assertThat(one.at("/provenance").asString()).isEqualTo("Migrated, not decided here");
        assertThat(one.at("/status").asString()).isEqualTo("not-affected");
        assertThat(one.at("/justification").asString()).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(one.at("/harm").asString()).isEqualTo("SERIOUS");
        assertThat(one.at("/verdict").asString()).isEqualTo("controlled");
        assertThat(one.at("/decided").asBoolean()).isFalse();
        for (String page : List.of(
                "/findings/" + finding(),
                "/releases/" + people.release,
                "/vulnerabilities/" + people.vulnerability,
                "/past-decisions/" + one.at("/id").asString(),
                "/past-decisions?vulnerability=" + people.vulnerability)) {
            String body = people.security.get(page).body();
            PageAsserts.assertSound(body);
            assertThat(body).as(page).contains("Migrated, not decided here", "A. Smith", "2021-12-14");
        }
        assertThat(people.ward
                        .get("/findings/" + finding())
                        .at("/finding/state")
                        .asString())
                .isEqualTo("open");
        assertThat(people.ward
                        .get("/releases/" + people.release + "/gates/design")
                        .toString())
                .contains("1 vulnerability was found in it without a decision that stands.");
        assertThat(people.security.get("/work").body()).contains("Assess anew", "/past-decisions");
    }

    @Test
    void isAHintForWhoeverAssessesAndFillsInTheFormWhenAsked() {
        brought(row("N/A,", "").replace("N/A,", "absent"));
        String past = listed("").getFirst().at("/id").asString();
        AssessmentId id = people.opened();
        String page = people.security.get("/assessments/" + id).body();
        assertThat(page).contains("Migrated, not decided here", "/assessments/" + id + "?past=" + past);
        assertThat(page).doesNotContain("Migrated, not decided here: not affected");

        String begun =
                people.security.get("/assessments/" + id + "?past=" + past).body();

        PageAsserts.assertSound(begun);
        assertThat(begun).contains("Migrated, not decided here: not affected, decided by A. Smith on 2021-12-14.");
        assertThat(assessments
                        .get(AssessingPeople.READER, id)
                        .releases()
                        .getFirst()
                        .presence())
                .isEqualTo(Presence.UNDER_INVESTIGATION);
        assertThat(people.security.get("/assessments/" + id + "/report").body()).contains("Migrated, not decided here");
    }

    @Test
    void leavesTheWorkListWhenWardHasDecidedAndTellsNobodyOfAnEmbargoedDecision() {
        brought(row("affected", ""));
        assertThat(listed("&waiting=true")).hasSize(1);
        AssessmentId id = people.answered();
        people.decide(id);
        assertThat(listed("&waiting=true")).isEmpty();
        assertThat(listed("").getFirst().at("/decided").asBoolean()).isTrue();

        jdbc.sql("UPDATE assessment.assessment SET restricted_to = ARRAY[:other] WHERE id = :id")
                .param("other", UUID.randomUUID())
                .param("id", id.value())
                .update();

        assertThat(people.security
                        .get("/past-decisions?vulnerability=" + people.vulnerability)
                        .body())
                .contains("Not yet: assess it");
        assertThat(listed("").getFirst().at("/decided").asBoolean()).isFalse();
    }

    @Test
    void takesTheSameFileOnceAndKeepsWhatWasCorrected() {
        String first = row("affected", "first");
        brought(first);
        assertThat(brought(first).at("/unchanged").asString()).isEqualTo("1");
        assertThat(brought(row("not affected", "second")).at("/changed").asString())
                .isEqualTo("1");
        JsonNode again = brought(first);
        assertThat(again.at("/older").asString()).as(again.toString()).isEqualTo("1");
        assertThat(again.at("/changed").asString()).isEqualTo("0");

        JsonNode newest = listed("").getFirst();
        assertThat(newest.at("/version").asInt()).isEqualTo(2);
        assertThat(newest.at("/notes").asString()).isEqualTo("second");
        JsonNode versions =
                people.ward.get("/past-decisions/" + newest.at("/id").asString());
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.at("/1/notes").asString()).isEqualTo("first");
        assertThatThrownBy(() -> jdbc.sql("UPDATE assessment.past_decision SET notes = 'better' WHERE id = :id")
                        .param("id", UUID.fromString(newest.at("/id").asString()))
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @Statement("PR-3.13")
    void listsWhatItCannotMatchAndTriesItAgain() {
        String file = row("affected", "").replace(",1,", ",9.9,");
        JsonNode result = brought(file);
        assertThat(result.at("/refused").asString()).isEqualTo("1");
        String path = "/past-decisions/imports/" + result.at("/import").asString();
        JsonNode note = people.ward.all(path + "/notes?").getFirst();
        assertThat(note.at("/rule").asString()).isEqualTo("unknown-release");
        assertThat(note.at("/line").asInt()).isEqualTo(2);
        assertThat(note.at("/column").asString()).isEqualTo("Version");
        assertThat(note.at("/value").asString()).isEqualTo("9.9");

        people.ward.releaseOf(people.product, "9.9");
        JsonNode again = people.ward
                .job(people.ward.send("POST", path + "/apply", BodyPublishers.noBody()))
                .at("/result");

        assertThat(again.at("/new").asString()).as(again.toString()).isEqualTo("1");
        assertThat(again.at("/refused").asString()).isEqualTo("0");
        assertThat(people.ward.all(path + "/notes?")).isEmpty();
        assertThat(jdbc.sql("""
                SELECT count(*) FROM audit.entry WHERE what = 'past-decisions.imported' AND subject_id = :id
                """)
                        .param("id", result.at("/import").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesRowsWithTheCellThatCannotBeTaken() {
        String good = row("affected", "");
        JsonNode result = brought(good
                + good.replace("affected", "maybe")
                + good.replace(people.vulnerability, "CVE-21-1")
                + good.replace("7.5", "CVSS:3.1/AV:X")
                + good.replace("2021-12-14", "03/04/2021")
                + good.replace(productName, "<script>alert(1)</script>")
                + good.replace(people.vulnerability, "Heartbleed")
                + good.replace("affected", ""));

        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        String path = "/past-decisions/imports/" + result.at("/import").asString();
        assertThat(people.ward.all(path + "/notes?"))
                .extracting(note ->
                        note.at("/line").asInt() + " " + note.at("/rule").asString())
                .containsExactly(
                        "3 wrong-word",
                        "4 wrong-vulnerability",
                        "5 wrong-cvss",
                        "6 date-order",
                        "7 unknown-product",
                        "8 unknown-vulnerability",
                        "9 no-status");
        String page = people.security.get(path).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void namesAllThatIsWrongWithARowAtOnce() {
        String good = row("affected", "");
        JsonNode result = brought(good
                + good.replace("affected", "maybe")
                        .replace("7.5", "CVSS:3.1/AV:X")
                        .replace(productName, "Nothing of ours")
                        .replace(people.vulnerability, "Heartbleed")
                + good.replace(productName, "Nothing of ours").replace(people.vulnerability, "Heartbleed")
                + good.replace(productName, "").replace("affected", ""));

        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/refused").asString()).isEqualTo("3");
        String path = "/past-decisions/imports/" + result.at("/import").asString();
        assertThat(people.ward.all(path + "/notes?"))
                .extracting(note ->
                        note.at("/line").asInt() + " " + note.at("/rule").asString())
                .containsExactlyInAnyOrder(
                        "3 wrong-word",
                        "3 wrong-cvss",
                        "3 unknown-product",
                        "3 unknown-vulnerability",
                        "4 unknown-product",
                        "4 unknown-vulnerability",
                        "5 no-product",
                        "5 no-status");
    }

    @Test
    void letsARefusedRowContradictNoOther() {
        String good = row("affected", "");
        JsonNode result = brought(good + good.replace("7.5", "CVSS:3.1/AV:X"));

        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/refused").asString()).isEqualTo("1");
    }

    @Test
    void refusesRowsThatContradictEachOther() {
        JsonNode result = brought(row("affected", "one") + row("affected", "two"));

        assertThat(result.at("/refused").asString()).isEqualTo("2");
        assertThat(listed("")).isEmpty();
        assertThat(brought(row("affected", "one") + row("affected", "one"))
                        .at("/new")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void refusesAFileWithoutTheColumnsThatItNeeds() {
        HttpResponse<String> answer = people.ward.send(
                "POST", "/past-decisions/imports", BodyPublishers.ofString("Product,CVE\nPump,CVE-2021-44228\n"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("release");
    }
}
