package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A release that is answered by configuration is what the worst of them is, and reaches whom they
/// reach.
@WardTest
class ConfiguredPresenceTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Outdating outdating;
    private final JdbcClient jdbc;
    private AssessingPeople people;
    private String ward;
    private String clinic;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    ConfiguredPresenceTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            Decisions decisions,
            Outdating outdating,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
        this.outdating = outdating;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void configure() {
        people = new AssessingPeople(port, callers, assessments);
        ward = configuration("Ward station");
        clinic = configuration("Clinic cart");
    }

    private String configuration(String name) {
        return people.ward
                .post(
                        "/products/" + people.product + "/configurations",
                        "{\"name\": \"%s\", \"releases\": [{\"release\": \"%s\"}]}".formatted(name, people.release))
                .at("/id")
                .asString();
    }

    private void device(String serial, String configuration) {
        people.ward.post(
                "/devices",
                "{\"product\": \"%s\", \"serial\": \"%s\", \"release\": \"%s\", \"status\": \"in-use\"%s}"
                        .formatted(
                                people.product,
                                people.component + serial,
                                people.release,
                                configuration.isEmpty() ? "" : ", \"configuration\": \"" + configuration + "\""));
    }

    private String at(String configuration) {
        return people.release + ":" + configuration;
    }

    private Map<String, String> absentAs(String configuration) {
        return Map.of(
                "configuration",
                at(configuration),
                "presence",
                "absent",
                "justification",
                "vulnerable_code_not_in_execute_path",
                "evidence",
                "The parser is switched off there.");
    }

    private Assessment.Place place(AssessmentId id) {
        return assessments.get(AssessingPeople.READER, id).releases().getFirst();
    }

    @Test
    @Statement("PR-3.10")
    void takesTheWorstOfItsConfigurationsForTheRelease() {
        AssessmentId id = people.answered();

        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(ward)));

        assertThat(place(id).presence()).isEqualTo(Presence.UNDER_INVESTIGATION);
        assertThat(assessments.standing(AssessingPeople.READER, id).openPresence())
                .singleElement()
                .satisfies(open -> assertThat(open).endsWith("as Clinic cart."));
        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(clinic)));
        assertThat(place(id).presence()).isEqualTo(Presence.ABSENT);
        assertThat(place(id).justification()).isEqualTo(Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "presence",
                Map.of("configuration", at(clinic), "presence", "undetermined", "recheckOn", day)));
        assertThat(place(id).presence()).isEqualTo(Presence.UNDETERMINED);
        assertThat(place(id).recheckOn()).hasToString(day);
        assertThat(place(id).counts()).isTrue();
        AssessingPeople.assertTaken(
                people.send(people.security, id, "presence", Map.of("release", people.release, "presence", "present")));
        assertThat(place(id).configurations()).as("answered as a whole again").isEmpty();
    }

    @Test
    @Statement("PR-3.10")
    void countsTheDevicesOfTheConfigurationsThatCount() {
        device("1", ward);
        device("2", ward);
        device("3", clinic);
        device("4", "");
        AssessmentId id = people.opened();

        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(ward)));
        AssessingPeople.assertTaken(people.send(
                people.security, id, "presence", Map.of("configuration", at(clinic), "presence", "present")));

        JsonNode reached = people.ward.get("/assessments/" + id + "/reached").at("/0");
        assertThat(reached.at("/reached").asInt()).isEqualTo(2);
        assertThat(reached.at("/unknown").asInt()).isEqualTo(1);
        assertThat(reached.at("/all").asInt()).isEqualTo(4);
        String page = people.security.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("It reaches 2 of the 4 devices in the field that run it", "Clinic cart");
        assertThat(people.ward
                        .get("/assessments/" + id)
                        .at("/releases/0/configurations/0/presence")
                        .asString())
                .isEqualTo("present");
    }

    @Test
    void decidesByConfigurationAndAsksAnewForAFurtherOne() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(ward)));
        AssessingPeople.assertTaken(people.send(
                people.security, id, "presence", Map.of("configuration", at(clinic), "presence", "present")));
        people.decide(id);

        Decision decision = decisions.list(AssessingPeople.READER, id).getFirst();
        assertThat(DecisionContent.parse(decision.content()).layout()).isEqualTo(4);
        assertThat(decisions.replay(decision).same()).isTrue();
        assertThat(people.clinician
                        .get("/assessments/" + id + "/report?version=1")
                        .body())
                .contains("Clinic cart", "The parser is switched off there.");
        outdating.look();
        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .isEmpty();

        configuration("Transport monitor");
        outdating.look();

        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("configuration");
    }

    private void embargo(AssessmentId id, String people) {
        jdbc.sql("UPDATE assessment.assessment SET restricted_to = %s WHERE id = :id".formatted(people))
                .param("id", id.value())
                .update();
    }

    private JsonNode reach() {
        return people.ward.get("/reach?vulnerability=" + people.vulnerability);
    }

    /// What is decided by configuration reaches the devices that run it, and those of which nobody knows
    /// what they run.
    @Test
    @Statement("PR-3.10")
    void reachesTheSameDevicesAsItCountsOnceItIsDecided() {
        device("1", ward);
        device("2", ward);
        device("3", clinic);
        device("4", "");
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(ward)));
        AssessingPeople.assertTaken(people.send(
                people.security, id, "presence", Map.of("configuration", at(clinic), "presence", "present")));
        assertThat(reach().at("/devices").asInt()).as("nobody has signed it").isEqualTo(4);

        people.decide(id);

        JsonNode reach = reach();
        assertThat(reach.at("/devices").asInt()).isEqualTo(2);
        assertThat(reach.at("/devices").asInt())
                .isEqualTo(people.ward
                        .get("/assessments/" + id + "/reached")
                        .at("/0/reached")
                        .asInt());
        assertThat(reach.at("/byConfiguration").asInt()).isZero();
        assertThat(reach.at("/releases/0/devices").asInt()).isEqualTo(2);
        assertThat(reach.at("/configured/absent").asInt()).isEqualTo(2);
        assertThat(reach.at("/configured/unknown").asInt()).isEqualTo(1);
        assertThat(people.ward.all("/reach/devices?vulnerability=" + people.vulnerability))
                .extracting(one -> one.at("/serial").asString())
                .containsExactlyInAnyOrder(people.component + "3", people.component + "4");
        assertThat(people.security
                        .get("/reach/devices.csv?vulnerability=" + people.vulnerability)
                        .body())
                .contains(people.component + "3", people.component + "4")
                .doesNotContain(people.component + "1");
        for (String file : List.of("ranges", "consignees")) {
            assertThat(people.security
                            .get("/reach/" + file + ".csv?vulnerability=" + people.vulnerability)
                            .statusCode())
                    .isEqualTo(200);
        }
        embargo(id, "ARRAY[gen_random_uuid()]");
        assertThat(reach().at("/devices").asInt()).as("who may not see it").isEqualTo(4);
        embargo(id, "NULL");
        String page = people.security
                .get("/reach?vulnerability=" + people.vulnerability)
                .body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains(
                        "In 1 release it was decided by configuration. 2 devices in a configuration that is decided to be"
                                + " without it are left out. Of 1 device nobody knows the configuration: they are counted as reached.");
        assertThat(people.security
                        .get("/reach?vulnerability=" + people.vulnerability + "&country=DE")
                        .statusCode())
                .isEqualTo(200);

        people.revise("2099-03-04T00:00:00Z");
        outdating.look();

        assertThat(reach().at("/devices").asInt())
                .as("it is to be decided anew")
                .isEqualTo(4);
    }

    /// A device whose own release is absent there is still reached by another one of its configuration.
    @Test
    void reachesADeviceByAnotherReleaseOfItsConfiguration() {
        String further = people.ward.releaseOf(people.product, "2");
        people.fillIn(further);
        String both = people.ward
                .post(
                        "/products/" + people.product + "/configurations",
                        "{\"name\": \"Both\", \"releases\": [{\"release\": \"%s\"}, {\"release\": \"%s\"}]}"
                                .formatted(people.release, further))
                .at("/id")
                .asString();
        device("1", both);
        device("2", ward);
        AssessmentId id = people.answered();
        for (String absent : List.of(ward, clinic, both)) {
            AssessingPeople.assertTaken(people.send(people.security, id, "presence", absentAs(absent)));
        }
        AssessingPeople.assertTaken(
                people.send(people.security, id, "presence", Map.of("release", further, "presence", "present")));
        people.decide(id);

        JsonNode reach = reach();

        assertThat(reach.at("/devices").asInt()).isEqualTo(1);
        assertThat(reach.at("/byConfiguration").asInt()).isEqualTo(1);
        assertThat(reach.at("/configured/absent").asInt()).isEqualTo(1);
        assertThat(people.ward.all("/reach/devices?vulnerability=" + people.vulnerability))
                .extracting(one -> one.at("/serial").asString())
                .containsExactly(people.component + "1");
    }

    @Test
    void refusesAReleaseWithoutConfigurationsAndOneThatIsNotInTheAssessment() {
        AssessmentId id = people.opened();
        int revision = assessments.get(AssessingPeople.READER, id).revision();

        for (String chosen : List.of(
                "{\"%s\": []}".formatted(people.release),
                "{\"%s\": null}".formatted(people.release),
                "{\"%s\": [null]}".formatted(people.release),
                "{\"%s\": [\"%s\"]}".formatted(UUID.randomUUID(), ward))) {
            HttpResponse<String> answer = people.ward.send(
                    "PUT",
                    "/assessments/" + id + "/presence",
                    BodyPublishers.ofString("{\"revision\": %d, \"presence\": \"present\", \"configurations\": %s}"
                            .formatted(revision, chosen)));

            assertThat(answer.statusCode()).as(chosen + answer.body()).isEqualTo(400);
        }
        assertThat(place(id).presence()).isEqualTo(Presence.UNDER_INVESTIGATION);
    }

    /// Another configuration is worse, so that the release itself has no such day. No day that has come
    /// can be signed, so one that has is added to what was.
    @Test
    void asksAnewOnTheDayOfAnUndeterminedConfigurationBesideAWorseOne() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.send(people.security, id, "presence", Map.of("configuration", at(ward), "presence", "present")));
        AssessingPeople.assertTaken(people.send(
                people.security,
                id,
                "presence",
                Map.of(
                        "configuration",
                        at(clinic),
                        "presence",
                        "undetermined",
                        "recheckOn",
                        today.plusDays(9).toString())));
        people.decide(id);
        Decision signed = decisions.list(AssessingPeople.READER, id).getFirst();
        assertThat(signed.content()).contains("\"recheckOn\":\"%s\"".formatted(today.plusDays(9)));
        assertThat(jdbc.sql("SELECT recheck_on FROM assessment.decision_configuration WHERE decision_id = :id"
                                + " AND presence = 'undetermined'")
                        .param("id", signed.id())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.plusDays(9));
        jdbc.sql("""
                INSERT INTO assessment.decision_configuration
                VALUES (:id, :release::uuid, :other::uuid, 'undetermined', :day)
                """)
                .param("id", signed.id())
                .param("release", people.release)
                .param("other", configuration("Transport monitor"))
                .param("day", today)
                .update();

        outdating.look();

        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().outdated())
                .extracting(Decision.Outdated::trigger)
                .containsExactly("recheck");
    }

    @Test
    void refusesAConfigurationThatDoesNotHoldTheReleaseAndBothAnswersAtOnce() {
        AssessmentId id = people.opened();
        String other = people.ward
                .post("/products/" + people.product + "/configurations", "{\"name\": \"Empty\"}")
                .at("/id")
                .asString();

        HttpResponse<String> foreign =
                people.send(people.security, id, "presence", Map.of("configuration", at(other), "presence", "present"));
        HttpResponse<String> both = people.send(
                people.security,
                id,
                "presence",
                Map.of("release", people.release, "configuration", at(ward), "presence", "present"));
        HttpResponse<String> hostile =
                people.send(people.security, id, "presence", Map.of("configuration", "x':", "presence", "present"));

        assertThat(foreign.body()).contains("does not hold the release, or is archived");
        assertThat(both.body()).contains("not both at once");
        assertThat(hostile.statusCode()).isEqualTo(400);
        assertThat(place(id).presence()).isEqualTo(Presence.UNDER_INVESTIGATION);
    }
}
