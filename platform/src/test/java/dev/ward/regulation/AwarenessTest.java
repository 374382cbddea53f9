package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When something was learned starts the clocks; the earliest rules until two people have signed a
/// later one.
@WardTest
class AwarenessTest {

    private final Cases cases;
    private final JdbcClient jdbc;
    private final int port;
    private final TestCallers callers;
    private final Browser security;
    private VulnerabilityCase one;

    @Autowired
    AwarenessTest(Cases cases, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.port = port;
        this.callers = callers;
        this.security = callers.signedIn(port, "product-security");
        this.one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
    }

    private String page() {
        return "/cases/" + one.number() + "/due";
    }

    private HttpResponse<String> sign(Browser browser, String role, String act, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        return browser.submit(page(), page() + "/sign-" + act, sent);
    }

    private HttpResponse<String> declare(String at, String reason) {
        return sign(
                security,
                "product-security",
                "awareness",
                Map.of(
                        "awarenessRegime",
                        "FDA",
                        "awarenessAt",
                        at,
                        "awarenessRestsOn",
                        "A researcher's mail",
                        "awarenessReason",
                        reason));
    }

    private List<String> kept(String clock) {
        return jdbc.sql("""
                SELECT d.start_text || ' ' || d.last_day || ' ' || d.state FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = :clock ORDER BY d.start_at
                """)
                .param("case", one.id())
                .param("clock", clock)
                .query(String.class)
                .list();
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    @Test
    void noClockOfTheLawRunsBeforeSomebodyDeclares() {
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("Nobody has declared to have learned of it yet.", "TRIAGE-5");
        assertThat(kept("FDA-CUST-30")).isEmpty();
    }

    @Test
    void anEarlierOneRulesAtOnce() {
        assertThat(declare(ago(10), "").statusCode()).isEqualTo(302);
        assertThat(kept("FDA-CUST-30")).containsExactly(ago(10) + " " + ago(-20) + " running");
        assertThat(declare(ago(20), "").statusCode()).isEqualTo(302);
        assertThat(kept("FDA-CUST-30"))
                .containsExactly(ago(20) + " " + ago(-10) + " warning", ago(10) + " " + ago(-20) + " void");
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).as("drawn").contains("ward-tl-warning", "<title>FDA-CUST-30, " + ago(-10) + ": Soon</title>");
        PageAsserts.assertSound(security.get("/cases/" + one.number()).body());
    }

    @Test
    @Statement("PR-10.6")
    void aLaterOneRulesWhenSomebodyElseHasSignedItToo() {
        declare(ago(20), "");
        HttpResponse<String> refused = declare(ago(10), "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("which rules now");
        assertThat(declare(ago(10), "The mail lay in a spam folder.").statusCode())
                .isEqualTo(302);
        assertThat(kept("FDA-CUST-30")).containsExactly(ago(20) + " " + ago(-10) + " warning");
        String id = jdbc.sql("SELECT id FROM regulation.awareness WHERE case_id = :case AND later")
                .param("case", one.id())
                .query(String.class)
                .single();
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(head.get(page()).body()).contains("Sign it too", ago(-20));
        assertThat(sign(security, "product-security", "confirmation", Map.of("confirmationEntry", id))
                        .statusCode())
                .as("who declared it")
                .isEqualTo(403);
        assertThat(sign(head, "regulatory-head", "confirmation", Map.of("confirmationEntry", id))
                        .statusCode())
                .isEqualTo(302);
        assertThat(kept("FDA-CUST-30"))
                .containsExactly(ago(20) + " " + ago(-10) + " void", ago(10) + " " + ago(-20) + " running");
        assertThat(declare(ago(25), "").statusCode()).as("an earlier one again").isEqualTo(302);
        assertThat(kept("FDA-CUST-30")).contains(ago(25) + " " + ago(-5) + " warning");
        PageAsserts.assertSound(head.get(page()).body());
    }

    @Test
    void whatLiesAheadIsNoFact() {
        assertThat(declare(ago(-2), "").body()).contains("lies ahead");
        assertThat(declare("yesterday", "").body()).contains("is no day");
        assertThat(kept("FDA-CUST-30")).isEmpty();
    }

    @Test
    void theFactsGoToTheCommandLineAsTheyAre() {
        declare("2026-01-05", "");
        Api program = Api.at(port, callers.token("auditor"));
        String facts =
                program.get("/api/v1/cases/" + one.number() + "/due/facts").body();
        assertThat(facts).contains("\"regime\":\"FDA\",\"at\":\"2026-01-05\"", "\"determination\":\"unknown\"");
        var shown = program.get("/api/v1/cases/" + one.number() + "/due");
        assertThat(shown.body()).contains("FDA-CUST-30", "2026-02-04", "overdue", "customer-communication");
    }
}
