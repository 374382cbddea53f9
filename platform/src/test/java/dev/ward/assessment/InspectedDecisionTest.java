package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An inspector reads a signed decision whole, and takes a copy of it.
@WardTest
class InspectedDecisionTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;

    @Autowired
    InspectedDecisionTest(
            @LocalServerPort int port, TestCallers callers, Assessments assessments, Decisions decisions) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
    }

    private String laidOpen(String account, String product, String from, String until) {
        Answer opened = Api.at(port, callers.token("quality-regulatory")).post("/api/v1/inspections", """
                        {"account":"%s","inspector":"Ines Pector","authority":"The agency","products":["%s"],
                         "from":"%s","until":"%s","lastDay":"%s"}
                        """.formatted(
                        account, product, from, until, LocalDate.now(ZoneOffset.UTC)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.text("id");
    }

    @Test
    void readsADecisionOfAProductInThePeriodAsPageAndAsCopy() {
        AssessingPeople people = new AssessingPeople(port, callers, assessments);
        AssessmentId id = people.answered();
        people.decide(id);
        Decision decision = decisions.get(AssessingPeople.READER, id, 1);
        String account = callers.account("inspector").toString();
        Browser inspector = callers.signedIn(port, "inspector");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String open = laidOpen(account, people.product, "2020-01-01", today);
        String past = laidOpen(account, people.product, "2020-01-01", "2020-12-31");

        assertThat(inspector.get("/inspection").body()).contains(people.vulnerability, "/decisions/" + id);
        String page = inspector.get("/inspection/" + open + "/decisions/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains(decision.sha256(), "Person of clinical-safety", "It reads logs alone.", "clock not checked");
        JsonNode copy = JsonMapper.shared()
                .readTree(inspector
                        .get("/api/v1/inspection/" + open + "/decisions/" + id)
                        .body());
        assertThat(copy.at("/content").asString()).isEqualTo(decision.content());
        assertThat(copy.at("/signatures").size()).isEqualTo(4);
        assertThat(inspector.get("/inspection/" + past + "/decisions/" + id).statusCode())
                .as("it was decided outside of the period")
                .isEqualTo(404);
        assertThat(inspector
                        .get("/inspection/" + open + "/decisions/" + id + "?version=7")
                        .statusCode())
                .isEqualTo(404);
        assertThat(inspector.get("/assessments/" + id + "/report").statusCode()).isEqualTo(403);
        assertThat(Api.at(port, callers.token("quality-regulatory"))
                        .get("/api/v1/inspections/" + open + "/seen")
                        .body())
                .contains("Decision " + people.vulnerability, "version 1");
    }
}
