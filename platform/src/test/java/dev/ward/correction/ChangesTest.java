package dev.ward.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.regulation.AdverseEvents;
import dev.ward.regulation.CaseFacts;
import dev.ward.regulation.EventDraft;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a change is is signed on facts, and stands as long as these do.
@WardTest
class ChangesTest {

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseFacts facts;
    private final AdverseEvents events;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final RestClientOfTests ward;
    private final Browser security;
    private final Browser head;
    private CorrectedCase one;

    @Autowired
    ChangesTest(
            Cases cases,
            CaseScopes scopes,
            CaseTeams teams,
            CaseFacts facts,
            AdverseEvents events,
            Changes changes,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.teams = teams;
        this.facts = facts;
        this.events = events;
        this.changes = changes;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.security = callers.signedIn(port, "product-security");
        this.head = callers.signedIn(port, "regulatory-head");
        this.one = new CorrectedCase(ward, cases, scopes, jdbc);
    }

    @BeforeEach
    void open() {
        one = new CorrectedCase(ward, cases, scopes, jdbc);
    }

    private String page() {
        return one.page() + "/changes";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private HttpResponse<String> enter(Map<String, String> other) {
        Map<String, String> sent = new HashMap<>(Map.of(
                "changeKind",
                "software-update",
                "changeWhat",
                "The parser checks lengths.",
                "changeCompared",
                "Version 1 trusts the length of a record.",
                "changeWhen",
                "planned",
                "changeDay",
                today().plusDays(9).toString(),
                "changeRelease-" + one.release,
                "yes"));
        sent.putAll(other);
        sent.values().removeIf(String::isEmpty);
        return security.submit(page(), page(), sent);
    }

    private UUID entered() {
        HttpResponse<String> answer = enter(Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return last().id();
    }

    private Change last() {
        return changes.of(CorrectedCase.READER, one.subject.number()).getLast();
    }

    private HttpResponse<String> sign(Browser browser, String role, UUID id, Map<String, String> other) {
        String here = page() + "/" + id;
        Map<String, String> sent = new HashMap<>(Map.of(
                "classOutcome", "routine",
                "classCorrection", "yes",
                "classCorrectionReason", "Devices in the field are modified.",
                "classExemption", "quality-improvement",
                "classSeriousHarm", "no",
                "classSeriousHarmReason", "The risk is controlled.",
                "classPremarket", "no",
                "classPremarketReason", "The intended use and the performance stay.",
                "classJustification", "It strengthens security alone."));
        sent.put(
                "classBasis",
                changes.basis(CorrectedCase.READER, one.subject.number()).digest());
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        sent.putAll(other);
        sent.values().removeIf(String::isEmpty);
        return browser.submit(here, here + "/sign-class", sent);
    }

    private HttpResponse<String> sign(UUID id, Map<String, String> other) {
        return sign(head, "regulatory-head", id, other);
    }

    private void assertSigned(UUID id) {
        HttpResponse<String> answer = sign(id, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /// Anything of the case that lets Ward look at it anew.
    private void lookAgain() {
        facts.frame(CorrectedCase.ACTOR, CorrectedCase.READER, one.subject.number(), "UTC", null);
    }

    @Test
    @Statement("PR-8.1")
    void aControlledRiskComesToARoutineUpdateWithItsRecord() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        PageAsserts.assertSound(head.get(page() + "/" + id).body());
        assertSigned(id);
        Classification signed = last().standing();
        assertThat(signed).isNotNull();
        assertThat(signed.outcome()).isEqualTo(Outcome.ROUTINE);
        assertThat(signed.basis().annual()).isEqualTo(AnnualReport.YES);
        assertThat(signed.basis().facts())
                .extracting(Basis.Fact::value)
                .anyMatch(value -> value.contains("ward:RISK-MATRIX:1.0.0"));
        assertThat(signed.answers().premarketReason()).startsWith("The intended use");
        assertThat(signed.signatures()).hasSize(1);
        String shown = head.get(page() + "/" + id).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("It strengthens security alone.", "806.1(b)(1)", "class III in the United States");
        assertThat(head.get(one.page()).body()).contains("Routine update", "/changes/" + id);
        PageAsserts.assertSound(head.get(one.page()).body());
        PageAsserts.assertSound(head.get(page()).body());
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1" + page())
                        .body())
                .contains("\"outcome\":\"routine\"", "\"annualReport\":\"yes\"");
    }

    @Test
    @Statement("PR-8.2")
    void itStandsNoLongerWhenTheRiskTurnsUncontrolled() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        assertSigned(id);
        one.decide(2, "uncontrolled", "SERIOUS");
        Classification live = last().classifications().getLast();
        assertThat(live.stands()).as("shown at once, whoever looks").isFalse();
        lookAgain();
        assertThat(jdbc.sql(
                                "SELECT ended_by_itself || ' ' || ended_because FROM correction.classification WHERE change_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("true Risk of patient harm: \"controlled")
                .contains("uncontrolled, harm SERIOUS, version 2");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.published_entry WHERE what = 'case.change-stands-no-longer'"
                                + " AND subject_id = :case")
                        .param("case", one.subject.number().text())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        lookAgain();
        String shown = head.get(page() + "/" + id).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("stands no longer", "Voided", "cannot be signed as a routine update");
        assertThat(head.get(one.page()).body()).contains("No longer stands");
        assertThat(head.get("/work").body()).contains("No longer stands", page() + "/" + id);
    }

    @Test
    void theOwnerOfTheCaseIsToldWhatFell() {
        Caller owner = callers.caller("product-security");
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        assertSigned(id);
        assertThat(security.get("/work").body()).doesNotContain(page() + "/" + id);
        teams.own(CorrectedCase.ACTOR, CorrectedCase.READER, one.subject.number(), owner.account());
        one.decide(2, "uncontrolled", "SERIOUS");
        lookAgain();
        assertThat(security.get("/work").body()).contains(page() + "/" + id);
    }

    @Test
    void anEventTakesTheGroundFromUnderIt() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        assertSigned(id);
        events.enter(
                CorrectedCase.ACTOR,
                CorrectedCase.READER,
                one.subject.number(),
                new EventDraft("serious-injury", today().toString(), today().toString(), "A patient fell.", ""));
        assertThat(last().fallen()).isNotNull();
        HttpResponse<String> refused = sign(id, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("is not ruled out", "Nothing was signed.");
        assertThat(sign(id, Map.of("classOutcome", "reportable", "classJustification", ""))
                        .statusCode())
                .isEqualTo(302);
        assertThat(last().state()).isEqualTo("Reportable correction");
    }

    @Test
    void whatIsNotControlledOrMayHarmIsNeverRoutine() {
        UUID id = entered();
        assertThat(sign(id, Map.of()).body()).as("nothing is decided").contains("It is not decided whether the risk");
        one.decide(1, "uncontrolled", "CRITICAL");
        assertThat(sign(id, Map.of()).body()).contains("The risk of patient harm is uncontrolled");
        one.decide(2, "controlled", "MINOR");
        assertThat(sign(id, Map.of("classSeriousHarm", "yes")).body())
                .contains("serious adverse health consequences or death is never a routine update");
        assertThat(sign(id, Map.of("classSeriousHarm", "undetermined")).statusCode())
                .isEqualTo(409);
        assertThat(sign(id, Map.of("classExemption", "")).body()).contains("no exemption");
        assertThat(sign(id, Map.of("classCorrection", "undetermined")).statusCode())
                .isEqualTo(409);
        assertThat(last().classifications()).isEmpty();
    }

    @Test
    void eachAnswerNeedsItsReasonAndTheNegativeOfThePremarketQuestionToo() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        HttpResponse<String> refused = sign(id, Map.of("classPremarketReason", ""));
        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
        assertThat(sign(id, Map.of("classPremarketReason", " ")).body()).contains("This is missing.");
        assertThat(sign(id, Map.of("classJustification", " ")).statusCode()).isEqualTo(400);
        assertThat(sign(id, Map.of("classPremarket", "yes")).statusCode())
                .as("which submission")
                .isEqualTo(400);
        assertThat(sign(id, Map.of("classPremarket", "yes", "classSubmission", "pma-supplement"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void onlyRegulatoryAffairsSignsAndOnlyWhatWasShown() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        assertThat(sign(security, "product-security", id, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(sign(id, Map.of("classBasis", "0".repeat(64))).body()).contains("since you looked");
        assertThat(sign(id, Map.of("password", "wrong")).statusCode()).isNotEqualTo(302);
        assertThat(last().classifications()).isEmpty();
    }

    @Test
    void whatIsDescribedAnewOrWithdrawnWasNotSigned() {
        one.decide(1, "controlled", "MINOR");
        UUID id = entered();
        assertSigned(id);
        String here = page() + "/" + id;
        Map<String, String> anew = Map.of(
                "changeKind",
                "instructions",
                "changeWhat",
                "The manual says how to close the port.",
                "changeCompared",
                "It did not.",
                "changeWhen",
                "made",
                "changeDay",
                today().toString(),
                "changeRelease-" + one.release,
                "yes");
        assertThat(security.submit(here, here + "/describe", anew).statusCode()).isEqualTo(302);
        assertThat(last().standing()).isNull();
        assertThat(last().fallen()).as("a person did it").isNull();
        assertThat(head.get(here).body()).contains("The change was described anew.", "How it was described before");
        assertThat(security.submit(here, here + "/withdraw", Map.of("withdrawBecause", "Entered twice"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(sign(id, Map.of()).statusCode()).isEqualTo(409);
        PageAsserts.assertSound(head.get(here).body());
    }

    @Test
    void whatCannotBeTakenOfAChangeIsSaid() {
        assertThat(enter(Map.of("changeRelease-" + one.release, "")).body())
                .contains("Releases that it concerns", "missing");
        assertThat(enter(Map.of("changeRelease-" + UUID.randomUUID(), "yes")).statusCode())
                .isEqualTo(400);
        assertThat(enter(Map.of("changeWhen", "made")).body()).contains("lies ahead");
        HttpResponse<String> refused = enter(Map.of("changeDay", "soon"));
        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
        assertThat(changes.of(CorrectedCase.READER, one.subject.number())).isEmpty();
    }

    @Test
    void anEmbargoHidesThem() {
        Caller owner = callers.caller("product-security");
        UUID id = entered();
        teams.own(CorrectedCase.ACTOR, CorrectedCase.READER, one.subject.number(), owner.account());
        teams.embargo(
                owner.actor(),
                new Reader(owner.actor().id(), true, null),
                one.subject.number(),
                new EmbargoDraft(today().plusDays(9) + "T12:00", "UTC", "Say what is known."));
        Browser auditor = callers.signedIn(port, "auditor");
        for (String path : List.of(page(), page() + "/" + id)) {
            assertThat(security.get(path).statusCode()).isEqualTo(200);
            assertThat(auditor.get(path).statusCode()).isEqualTo(404);
        }
        assertThat(head.get("/work").body()).doesNotContain(id.toString());
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1" + page())
                        .status())
                .isEqualTo(404);
    }
}
