package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.assessment.web.MitigationForms;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Options, measures and consultation of an assessment, by its page and by the API.
@WardTest
class MitigationPagesTest {

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final Decisions decisions;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    MitigationPagesTest(@LocalServerPort int port, TestCallers callers, Assessments assessments, Decisions decisions) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.decisions = decisions;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private static Map<String, String> objected() {
        Map<String, String> form = new HashMap<>(Mitigations.chosen(OptionKind.COMPENSATING_CONTROL));
        form.remove("noConsultation");
        form.put("k-0-who", "Head nurse, Lakeside");
        form.put("k-0-side", "clinician");
        form.put("k-0-on", "2026-11-20");
        form.put("k-0-said", "It takes the nurse from the bed.");
        form.put("k-0-answer", "It is once a day.");
        form.put("k-0-objection", "open");
        form.put("l-0-record", "capa");
        form.put("l-0-id", "CAPA-7");
        form.put("l-0-system", "QMS");
        form.put("l-0-state", "Open");
        return form;
    }

    @Test
    @Statement("ADV-1b.1")
    void showsAnOpenObjectionToWhoeverSignsAndKeepsItWithTheDecision() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(people.security, id, "mitigation", objected()));
        String page = people.clinician.get("/assessments/" + id).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Whoever signs the result signs with this in view", "CAPA-7", "It takes the nurse from");

        people.decide(id);

        String report =
                people.clinician.get("/assessments/" + id + "/report?version=1").body();
        assertThat(report).contains("Same result", "Objects", "It does not fit.", "Head nurse, Lakeside");
        assertThat(decisions.list(AssessingPeople.READER, id).getFirst().content())
                .contains("\"objection\":\"OPEN\"", "\"layout\":2");
    }

    @Test
    @Statement("PR-5.2")
    void blocksTheResultAloneWhileTheOptionsAreOpen() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(people.send(people.security, id, "mitigation", Map.of()));
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));

        HttpResponse<String> early = people.sign(people.security, id, SignedPart.RESULT_SECURITY, "");

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("No option is chosen.");
    }

    @Test
    @Statement("ADV-1c.1")
    void refusesToAcceptAnUncontrolledRisk() {
        AssessmentId id = people.opened();

        HttpResponse<String> refused = people.send(people.security, id, "mitigation", Mitigations.accepted());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("An uncontrolled risk is not accepted.", "It does not fit.");
        assertThat(assessments.get(AssessingPeople.READER, id).mitigation()).isEqualTo(MitigationPart.EMPTY);
    }

    @Test
    void refusesWhatIsHalfSaid() {
        AssessmentId id = people.answered();
        Map<String, String> form = objected();
        form.remove("k-0-objection");
        form.put("l-0-state", "");

        HttpResponse<String> refused = people.send(people.security, id, "mitigation", form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is missing; it is one of: none, open, settled.");
    }

    @Test
    void answersPrograms() {
        AssessmentId id = people.opened();
        String path = "/assessments/" + id;
        Map<String, Object> body = Map.of(
                "revision", people.ward.get(path).at("/revision").asInt(),
                "answers", Mitigations.chosen(OptionKind.FIX));

        HttpResponse<String> answered = people.ward.send(
                "PUT",
                path + "/mitigation",
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        JsonNode answers = people.ward.get(path).at("/answers");
        assertThat(answers.get(MitigationForms.choice(OptionKind.FIX)).asString())
                .isEqualTo("chosen");
        assertThat(answers.get(MitigationForms.none(QualityRecord.CAPA)).asString())
                .isEqualTo("It is a routine update.");
    }
}
