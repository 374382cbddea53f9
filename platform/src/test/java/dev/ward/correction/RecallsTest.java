package dev.ward.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A recall is entered piece by piece, and what is wrong is refused in words.
@WardTest
class RecallsTest {

    private final Cases cases;
    private final CaseTeams teams;
    private final Recalls recalls;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser security;
    private final Caller owner;
    private VulnerabilityCase one;

    @Autowired
    RecallsTest(
            Cases cases,
            CaseTeams teams,
            Recalls recalls,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.recalls = recalls;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.security = callers.signedIn(port, "product-security");
        this.owner = callers.caller("product-security");
        this.one = cases.open(owner.actor(), new CaseDraft("Recalled", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(owner.actor(), new CaseDraft("Recalled", null));
    }

    private String page() {
        return "/cases/" + one.number() + "/due/recall";
    }

    private Recall recall() {
        return recalls.of(CorrectedCase.READER, one.number()).getLast();
    }

    private String opened() {
        assertThat(security.submit(page(), page(), Map.of()).statusCode()).isEqualTo(302);
        return page() + "/" + recall().id();
    }

    private HttpResponse<String> enter(String here, String kind, String value) {
        return security.submit(here, here + "/entry", Map.of("entryKind", kind, "entrySaid", value));
    }

    private HttpResponse<String> report(String here, String day, String told, String answered) {
        return security.submit(
                here,
                here + "/status",
                Map.of(
                        "statusDay", day,
                        "statusNotified", told,
                        "statusResponding", answered,
                        "statusCorrected", "3",
                        "statusReturned", "0"));
    }

    @Test
    void isEnteredAndSaysWhenTheNextReportIsDue() {
        String here = opened();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PageAsserts.assertSound(security.get(here).body());
        for (String[] entry : new String[][] {
            {"number", "Z-0123-2026"},
            {"class", "II"},
            {"contact", "CDRH, OHT 2"},
            {"initiated", today.minusDays(30).toString()},
            {"interval", "2"}
        }) {
            assertThat(enter(here, entry[0], entry[1]).statusCode())
                    .as(entry[0])
                    .isEqualTo(302);
        }
        String shown = security.get(here).body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains("Recall Z-0123-2026", "Overdue", today.minusDays(16).toString(), "after it was initiated on");
        assertThat(security.get("/work").body()).contains("Overdue: status report of a recall", here);
        assertThat(callers.signedIn(port, "regulatory-head").get("/work").body())
                .contains(here);
        assertThat(callers.signedIn(port, "clinical-safety").get("/work").body())
                .doesNotContain(here);
        assertThat(report(here, today.toString(), "12", "9").statusCode()).isEqualTo(302);
        String due = security.get("/cases/" + one.number() + "/due").body();
        PageAsserts.assertSound(due);
        assertThat(due)
                .contains("Recall Z-0123-2026", "class II", today.plusDays(14).toString());
        assertThat(security.get("/work").body()).doesNotContain(here);
        PageAsserts.assertSound(security.get(page()).body());
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1/cases/" + one.number() + "/due/recalls")
                        .body())
                .contains("\"recallClass\":\"II\"", "\"nextStatusReport\"", "\"responding\":9");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.published_entry WHERE what = 'case.recall-entered'"
                                + " AND subject_id = :case")
                        .param("case", one.number().text())
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void whatCannotBeIsRefused() {
        String here = opened();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(enter(here, "class", "IV").body()).contains("This is not I, II or III.");
        assertThat(enter(here, "interval", "0").statusCode()).isEqualTo(400);
        assertThat(enter(here, "interval", "soon").statusCode()).isEqualTo(400);
        HttpResponse<String> refused =
                enter(here, "initiated", today.plusDays(3).toString());
        assertThat(refused.body()).contains("This lies ahead.");
        PageAsserts.assertSound(refused.body());
        enter(here, "initiated", today.minusDays(3).toString());
        assertThat(report(here, today.minusDays(4).toString(), "1", "1").body())
                .contains("before the recall was initiated");
        assertThat(report(here, today.toString(), "1", "2").body()).contains("This is more than were told.");
        assertThat(recall().entries()).hasSize(1);
        assertThat(security.submit(
                                here,
                                here + "/entry",
                                Map.of(
                                        "entryKind",
                                        "number",
                                        "entrySaid",
                                        "Z-1",
                                        "entryCorrects",
                                        recall().entries().getFirst().id().toString()))
                        .body())
                .contains("an entry of another kind");
    }

    @Test
    void anEmbargoHidesIt() {
        String here = opened();
        teams.embargo(
                owner.actor(),
                new Reader(owner.actor().id(), true, null),
                one.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        Browser auditor = callers.signedIn(port, "auditor");
        assertThat(security.get(here).statusCode()).isEqualTo(200);
        assertThat(auditor.get(here).statusCode()).isEqualTo(404);
        assertThat(auditor.get(page()).statusCode()).isEqualTo(404);
        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1/cases/" + one.number() + "/due/recalls")
                        .status())
                .isEqualTo(404);
    }
}
