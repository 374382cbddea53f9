package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who coordinates a case beside us is said, said anew and taken back, and nothing that was said is lost.
@WardTest
class CoordinatorsTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final Coordinators coordinators;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private CaseNumber number = CaseNumber.draw();

    @Autowired
    CoordinatorsTest(
            Cases cases, Coordinators coordinators, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.coordinators = coordinators;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
    }

    @BeforeEach
    void open() {
        number = cases.open(ACTOR, new CaseDraft("A hole", null)).number();
    }

    private static CoordinatorDraft cert(@Nullable LocalDate agreed, @Nullable String advisory) {
        return new CoordinatorDraft(
                CoordinatorKind.CERT_CC, "CERT/CC", "VU#424242", "vince@cert.example", agreed, advisory, null);
    }

    @Test
    @Statement("PR-12.1")
    void isSaidSaidAnewAndTakenBackAndNothingIsLost() {
        Coordinator first = coordinators.add(ACTOR, READER, number, cert(LocalDate.of(2026, 12, 20), null));
        assertThat(first.words()).isEqualTo("CERT/CC: VU#424242");

        CoordinatorDraft published = cert(LocalDate.of(2026, 12, 24), "https://kb.cert.example/vuls/id/424242");
        Coordinator second = coordinators.change(ACTOR, READER, number, first.id(), 1, published);
        assertThat(coordinators.change(ACTOR, READER, number, first.id(), 2, published))
                .as("what is said already")
                .isEqualTo(second);
        assertThatThrownBy(() -> coordinators.change(ACTOR, READER, number, first.id(), 1, cert(null, null)))
                .hasMessageContaining("changed it meanwhile");
        cases.close(ACTOR, READER, number, "done");
        assertThatThrownBy(() -> coordinators.add(ACTOR, READER, number, cert(null, null)))
                .hasMessageContaining("is closed");

        assertThatThrownBy(() -> coordinators.withdraw(ACTOR, READER, number, first.id(), 2, " "))
                .hasMessage("Say why.");
        coordinators.withdraw(ACTOR, READER, number, first.id(), 2, "another case");

        assertThat(coordinators.list(READER, number))
                .singleElement()
                .satisfies(last -> assertThat(last.withdrawn()).isEqualTo("another case"));
        assertThat(coordinators.versions(READER, number, first.id()))
                .extracting(one -> one.said().agreed())
                .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 20));
        assertThat(cases.history(READER, number))
                .extracting(Step::what)
                .contains("Coordinator added", "Coordinator changed", "Coordinator withdrawn");
        assertThat(jdbc.sql("SELECT what FROM audit.published_entry WHERE subject_id = :case")
                        .param("case", number.text())
                        .query(String.class)
                        .list())
                .contains("case.coordinator-added", "case.coordinator-changed", "case.coordinator-withdrawn");
    }

    @Test
    void anAddressLeadsToAnAdvisoryAndNowhereElse() {
        for (String address : new String[] {
            "javascript:alert(1)", "http://kb.cert.example", "https://", "https://a:b@kb.cert.example", "https://a b"
        }) {
            assertThatThrownBy(() -> cert(null, address))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no address of an advisory");
        }
        assertThatThrownBy(() -> new CoordinatorDraft(
                        CoordinatorKind.CISA, "CISA", null, null, null, null, LocalDate.of(2026, 12, 1)))
                .hasMessageContaining("Say where it was published");
    }

    @Test
    void isEnteredAndChangedOnItsPages() {
        Browser psirt = callers.signedIn(port, "psirt-lead");
        String here = "/cases/" + number + "/coordinators";
        assertThat(psirt.get("/cases/" + number).body()).contains("Nobody coordinates it beside us");
        Map<String, String> typed = new HashMap<>(Map.of(
                "saidKind", "cisa", "saidName", "CISA <ICS>", "saidReference", "ICS-VU-7", "saidAgreed", "soon"));
        HttpResponse<String> refused = psirt.submit(here, here, typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is no date such as", "ICS-VU-7");
        PageAsserts.assertSound(refused.body());

        typed.put("saidAgreed", "2026-12-20");
        assertThat(psirt.submit(here, here, typed).statusCode()).isEqualTo(302);
        Coordinator one = coordinators.list(READER, number).getFirst();
        assertThat(psirt.get("/cases/" + number).body())
                .contains("CISA &lt;ICS&gt;: ICS-VU-7", "publication agreed for 2026-12-20");

        String its = here + "/" + one.id();
        PageAsserts.assertSound(psirt.get(its).body());
        typed.put("version", "1");
        typed.put("saidAdvisory", "https://www.cisa.example/icsma-26-001");
        typed.put("saidPublished", "2026-12-21");
        assertThat(psirt.submit(its, its, typed).statusCode()).isEqualTo(302);
        assertThat(psirt.submit(its, its, typed).statusCode()).as("seen before").isEqualTo(409);
        assertThat(psirt.submit(its, its + "/withdraw", Map.of("version", "2", "withdrawBecause", "theirs is another"))
                        .statusCode())
                .isEqualTo(302);
        PageAsserts.assertSound(psirt.get(here).body());
        assertThat(psirt.get(here).body()).contains("withdrawn: theirs is another");
        assertThat(psirt.get("/cases/" + number).body()).contains("Nobody coordinates it beside us");
        assertThat(callers.signedIn(port, "auditor").get(its).body()).doesNotContain("Withdraw</summary>");
    }

    @Test
    void isAnsweredToPrograms() {
        Api api = Api.at(port, callers.token("psirt-lead"));
        String here = "/api/v1/cases/" + number + "/coordinators";
        Answer added = api.post(here, """
                {"kind": "isao", "name": "MedISAO", "agreed": "2026-12-20"}""");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String its = here + "/" + added.text("id");
        assertThat(api.put(its, """
                        {"kind": "isao", "name": "MedISAO", "version": 1, "reference": "M-1"}""").at("/version").asInt()).isEqualTo(2);
        assertThat(api.put(its, """
                        {"kind": "isao", "name": "x"}""").status()).isEqualTo(400);
        assertThat(api.get(its).at("/items").size()).isEqualTo(2);
        assertThat(api.post(its + "/withdraw", """
                        {"version": 2, "because": "no"}""").status()).isEqualTo(200);
        assertThat(api.get(here).at("/items/0/withdrawn").asString()).isEqualTo("no");
        assertThat(api.get(here + "/00000000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
    }
}
