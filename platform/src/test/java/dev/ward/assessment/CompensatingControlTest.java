package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.TestCallers;
import dev.ward.signature.Discipline;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A compensating control from its draft to its end, by the pages, as people do it.
@WardTest
class CompensatingControlTest {

    private static final String CONTROLS = "/compensating-controls";

    private final int port;
    private final TestCallers callers;
    private final Assessments assessments;
    private final CompensatingControls controls;
    private final Outdating outdating;
    private final Browser auditor;
    private final JdbcClient jdbc;
    private AssessingPeople people;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    CompensatingControlTest(
            @LocalServerPort int port,
            TestCallers callers,
            Assessments assessments,
            CompensatingControls controls,
            Outdating outdating,
            JdbcClient jdbc) {
        this.port = port;
        this.callers = callers;
        this.assessments = assessments;
        this.controls = controls;
        this.outdating = outdating;
        this.auditor = callers.signedIn(port, "auditor");
        this.jdbc = jdbc;
    }

    @BeforeEach
    void findOne() {
        people = new AssessingPeople(port, callers, assessments);
    }

    private static Map<String, String> control(String ownHarm) {
        Map<String, String> form = new HashMap<>();
        form.put("name", "Turn the parser off");
        form.put("users", "biomedical");
        form.put("skill", "Knows the service menu");
        form.put("instructions", "Service menu, Parser, Off.");
        form.put("verification", "The log stays empty.");
        form.put("effect", "None.");
        form.put("expires", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        form.put("residualExploitability", "low");
        form.put("residualHarm", "NEGLIGIBLE");
        form.put("residualReason", "Nothing is parsed any more.");
        form.put("ownExploitability", "low");
        form.put("ownHarm", ownHarm);
        form.put("ownReason", "The log is not read.");
        return form;
    }

    /// Answered, with exploitability and harm signed: nobody has decided yet.
    private AssessmentId rated() {
        AssessmentId id = people.answered();
        AssessingPeople.assertTaken(
                people.sign(people.security, id, SignedPart.EXPLOITABILITY, TestCallers.email("product-security")));
        AssessingPeople.assertTaken(
                people.sign(people.clinician, id, SignedPart.HARM, TestCallers.email("clinical-safety")));
        return id;
    }

    private ControlId drafted(AssessmentId against, Map<String, String> form) {
        String path = "/assessments/" + against + CONTROLS;
        HttpResponse<String> drafted = people.security.submit(path + "/new", path, form);
        AssessingPeople.assertTaken(drafted);
        String at = drafted.headers().firstValue("Location").orElseThrow();
        return ControlId.of(at.substring(at.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> act(Browser who, ControlId id, String act, Map<String, String> form) {
        return who.submit(CONTROLS + "/" + id, CONTROLS + "/" + id + "/" + act, form);
    }

    private HttpResponse<String> sign(Browser who, ControlId id, Discipline discipline, String email) {
        return act(
                who,
                id,
                "sign-" + discipline.word(),
                Map.of(
                        "seen",
                        controls.standing(AssessingPeople.READER, id).sha256(discipline),
                        "identifier",
                        email,
                        "password",
                        TestCallers.PASSWORD));
    }

    private ControlId issued(AssessmentId against) {
        ControlId id = drafted(against, control("NEGLIGIBLE"));
        AssessingPeople.assertTaken(sign(people.security, id, Discipline.SECURITY, ""));
        AssessingPeople.assertTaken(sign(people.clinician, id, Discipline.CLINICAL_SAFETY, ""));
        return id;
    }

    @Test
    @Statement("PR-7.3")
    void asksForAnotherDecisionWhenItIsVerifiedAfterOne() {
        AssessmentId against = rated();
        ControlId id = issued(against);
        assertThat(people.security.get("/assessments/" + against).body())
                .contains("What it waits for", "Result, for security: security signs")
                .doesNotContain("Exploitability: security signs");
        AssessingPeople.assertTaken(people.sign(people.security, against, SignedPart.RESULT_SECURITY, ""));
        AssessingPeople.assertTaken(people.sign(people.clinician, against, SignedPart.RESULT_CLINICAL_SAFETY, ""));
        outdating.look();
        assertThat(assessments.get(AssessingPeople.READER, against).state()).isEqualTo(AssessmentState.DECIDED);
        assertThat(people.security.get("/assessments/" + against).body())
                .contains("/report?version=1\">Summary report of version 1");

        AssessingPeople.assertTaken(act(people.security, id, "verify", Map.of("how", "Seen at one site.")));
        outdating.look();

        assertThat(assessments.get(AssessingPeople.READER, against).state()).isEqualTo(AssessmentState.OUTDATED);
        assertThat(people.clinician.get("/assessments/" + against).body())
                .contains("A compensating control of it was verified");
    }

    private ControlState state(ControlId id) {
        return controls.get(AssessingPeople.READER, id).state(controls.today());
    }

    @Test
    @Statement("PR-7.1")
    void isIssuedBeforeTheDecisionWhenBothDisciplinesHaveSigned() {
        AssessmentId against = rated();
        ControlId id = drafted(against, control("NEGLIGIBLE"));
        PageAsserts.assertSound(people.security.get(CONTROLS + "/" + id).body());
        AssessingPeople.assertTaken(sign(people.security, id, Discipline.SECURITY, ""));
        assertThat(state(id)).isEqualTo(ControlState.DRAFT);
        AssessingPeople.assertTaken(sign(people.clinician, id, Discipline.CLINICAL_SAFETY, ""));

        assertThat(state(id)).isEqualTo(ControlState.ISSUED);
        assertThat(assessments.get(AssessingPeople.READER, against).state()).isEqualTo(AssessmentState.OPEN);
        assertThat(controls.standing(AssessingPeople.READER, id).signatures())
                .hasSize(2)
                .allMatch(one -> one.seals(one.of().content()));
        for (String page : new String[] {CONTROLS, "/assessments/" + against, "/releases/" + people.release}) {
            assertThat(auditor.get(page).body()).as(page).contains(CONTROLS + "/" + id, "Turn the parser off");
        }
        PageAsserts.assertSound(auditor.get(CONTROLS + "?state=issued").body());
        assertThat(auditor.get(CONTROLS + "/" + id).body()).doesNotContain("Withdraw it");
        AssessingPeople.assertTaken(act(people.security, id, "verify", Map.of("how", "Seen at one site.")));
        assertThat(state(id)).isEqualTo(ControlState.VERIFIED);
        AssessingPeople.assertTaken(act(people.clinician, id, "withdraw", Map.of("why", "The fix is there.")));
        assertThat(state(id)).isEqualTo(ControlState.WITHDRAWN);
        assertThat(auditor.get(CONTROLS + "/" + id).body()).contains("The fix is there.", "Seen at one site.");
    }

    @Test
    @Statement("PR-7.1")
    void isRefusedWhereItsOwnRiskIsGreaterThanTheOneThatItStandsAgainst() {
        ControlId id = drafted(rated(), control("SERIOUS"));

        HttpResponse<String> refused = sign(people.security, id, Discipline.SECURITY, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("is greater than the one that it stands against");
        assertThat(controls.standing(AssessingPeople.READER, id).signatures()).isEmpty();
        Map<String, String> milder = control("NEGLIGIBLE");
        milder.put(
                "revision",
                Integer.toString(controls.get(AssessingPeople.READER, id).revision()));
        AssessingPeople.assertTaken(act(people.security, id, "change", milder));
        AssessingPeople.assertTaken(sign(people.security, id, Discipline.SECURITY, ""));
    }

    @Test
    @Statement("X4")
    void letsNobodySignForBothDisciplines() {
        ControlId id = drafted(rated(), control("NEGLIGIBLE"));
        AssessingPeople.assertTaken(sign(people.security, id, Discipline.SECURITY, ""));
        AccountId both = callers.account("product-security");
        role(both, "clinical-safety");
        try {
            HttpResponse<String> second = sign(people.security, id, Discipline.CLINICAL_SAFETY, "");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("You have signed for the other discipline.");
            assertThat(state(id)).isEqualTo(ControlState.DRAFT);
        } finally {
            role(both, "product-security");
        }
    }

    private void role(AccountId of, String role) {
        jdbc.sql("UPDATE identity.account SET role = :role WHERE id = :id")
                .param("role", role)
                .param("id", of.value())
                .update();
    }

    @Test
    void needsARiskThatWasSignedToStandAgainst() {
        ControlId id = drafted(people.answered(), control("NEGLIGIBLE"));

        HttpResponse<String> refused =
                sign(people.security, id, Discipline.SECURITY, TestCallers.email("product-security"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Patient harm is not signed");
    }

    @Test
    void losesItsSignatureWhenItIsChanged() {
        ControlId id = drafted(rated(), control("NEGLIGIBLE"));
        AssessingPeople.assertTaken(sign(people.security, id, Discipline.SECURITY, ""));
        Map<String, String> other = control("NEGLIGIBLE");
        other.put("instructions", "Pull the plug.");
        other.put("revision", "7");
        assertThat(act(people.security, id, "change", other).statusCode()).isEqualTo(412);
        other.put("revision", "1");

        AssessingPeople.assertTaken(act(people.security, id, "change", other));

        assertThat(controls.standing(AssessingPeople.READER, id).signature(Discipline.SECURITY))
                .isNull();
        AssessingPeople.assertTaken(sign(people.clinician, id, Discipline.CLINICAL_SAFETY, ""));
        assertThat(state(id)).isEqualTo(ControlState.DRAFT);
        assertThat(act(people.security, id, "verify", Map.of("how", "Seen.")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void expiresByItsDay() {
        ControlId id = issued(rated());
        jdbc.sql("""
                UPDATE assessment.compensating_control
                   SET expires_on = DATE '2020-01-01', draft = jsonb_set(draft, '{expires}', '"2020-01-01"')
                 WHERE id = :id
                """).param("id", id.value()).update();

        assertThat(state(id)).isEqualTo(ControlState.EXPIRED);
        assertThat(auditor.get(CONTROLS + "?state=expired").body()).contains(id.toString());
        assertThat(auditor.get(CONTROLS + "?state=issued").body()).doesNotContain(id.toString());
        assertThat(people.security.get(CONTROLS + "/" + id).body()).contains("It held until 2020-01-01");
        assertThat(act(people.security, id, "verify", Map.of("how", "Seen.")).body())
                .contains("It has expired.");
    }

    @Test
    void answersPrograms() {
        AssessmentId against = rated();
        String body = JsonMapper.shared().writeValueAsString(Map.of("answers", control("NEGLIGIBLE")));

        String id = people.ward
                .post("/assessments/" + against + CONTROLS, body)
                .at("/id")
                .asString();

        assertThat(people.ward.get(CONTROLS + "/" + id).at("/own/cell").asString())
                .isEqualTo("Controlled");
        HttpResponse<String> changed = people.ward.send(
                "PUT",
                CONTROLS + "/" + id,
                HttpRequest.BodyPublishers.ofString(body.replaceFirst("\\{", "{\"revision\":1,")));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(people.ward
                        .post(CONTROLS + "/" + id + "/withdraw", "{\"why\": \"Not needed.\"}")
                        .at("/state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(people.ward
                        .get(CONTROLS + "?state=withdrawn")
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
    }
}
