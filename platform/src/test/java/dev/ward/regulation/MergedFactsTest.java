package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseMerges;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
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

/// The facts of a case that was merged into another count for that one, and the earliest rules.
@WardTest
class MergedFactsTest {

    private static final Actor TEST = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final CaseMerges merges;
    private final JdbcClient jdbc;
    private final int port;
    private final TestCallers callers;
    private final Browser security;
    private final Api program;
    private VulnerabilityCase gone;
    private VulnerabilityCase stays;

    @Autowired
    MergedFactsTest(Cases cases, CaseMerges merges, JdbcClient jdbc, TestCallers callers, @LocalServerPort int port) {
        this.cases = cases;
        this.merges = merges;
        this.jdbc = jdbc;
        this.port = port;
        this.callers = callers;
        this.security = callers.signedIn(port, "product-security");
        this.program = Api.at(port, callers.token("product-security"));
        this.gone = cases.open(TEST, new CaseDraft("Merged away", null));
        this.stays = cases.open(TEST, new CaseDraft("Stays", null));
    }

    @BeforeEach
    void open() {
        gone = cases.open(TEST, new CaseDraft("Merged away", null));
        stays = cases.open(TEST, new CaseDraft("Stays", null));
    }

    private static String page(VulnerabilityCase one) {
        return "/cases/" + one.number() + "/due";
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private HttpResponse<String> sign(
            Browser by, String role, VulnerabilityCase one, String act, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        return by.submit(page(one), page(one) + "/sign-" + act, sent);
    }

    private void declare(VulnerabilityCase one, int daysAgo, String reason) {
        assertThat(sign(
                                security,
                                "product-security",
                                one,
                                "awareness",
                                Map.of(
                                        "awarenessRegime",
                                        "FDA",
                                        "awarenessAt",
                                        ago(daysAgo),
                                        "awarenessRestsOn",
                                        "A mail",
                                        "awarenessReason",
                                        reason))
                        .statusCode())
                .isEqualTo(302);
    }

    private void post(VulnerabilityCase one, String path, String json) {
        var answer = program.post("/api/v1/cases/" + one.number() + "/due/" + path, json);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private List<String> kept(VulnerabilityCase one, String clock) {
        return jdbc.sql("""
                SELECT d.start_text || ' ' || d.state FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = :clock AND d.state <> 'void' ORDER BY d.start_at
                """)
                .param("case", one.id())
                .param("clock", clock)
                .query(String.class)
                .list();
    }

    private void merge() {
        merges.merge(TEST, READER, gone.number(), stays.number(), "the same flaw");
    }

    @Test
    void theFactsCountAtOnceForTheCaseThatStays() {
        declare(gone, 25, "");
        declare(stays, 10, "");
        post(gone, "events", """
                {"kind": "death", "aware": "%s", "description": "It stopped."}
                """.formatted(ago(5)));
        post(gone, "evidence", """
                {"type": "customer-communication", "at": "%s", "note": "A letter"}
                """.formatted(ago(4)));
        post(gone, "exploitation", "{\"state\": \"active\", \"at\": \"%s\", \"restsOn\": \"A log\"}".formatted(ago(3)));
        merge();
        assertThat(kept(stays, "FDA-CUST-30")).as("the earliest rules").containsExactly(ago(25) + " warning");
        assertThat(kept(stays, "FDA-MDR-30")).hasSize(1);
        assertThat(kept(gone, "FDA-CUST-30")).as("nothing is due twice").isEmpty();
        assertThat(kept(gone, "FDA-MDR-30")).isEmpty();
        String facts =
                program.get("/api/v1/cases/" + stays.number() + "/due/facts").body();
        assertThat((String) JsonPath.read(facts, "$.exploitation.state")).isEqualTo("active");
        assertThat(facts).contains("\"type\":\"customer-communication\"", "\"kind\":\"death\"");
        String shown = security.get(page(stays)).body();
        PageAsserts.assertSound(shown);
        assertThat(shown).contains("came with " + gone.number(), "was merged into this case");
        String events = security.get(page(stays) + "/events").body();
        PageAsserts.assertSound(events);
        assertThat(events).contains("It came with " + gone.number(), "It stopped.");
        assertThat(security.get(page(gone)).body())
                .contains("This case was merged into", stays.number().text());
    }

    @Test
    void aLaterDeclarationOfBeforeTakesThePlaceOfNoneOfTheOtherCase() {
        declare(gone, 20, "");
        declare(gone, 8, "The mail lay in a spam folder.");
        confirm(gone);
        declare(stays, 12, "");
        assertThat(kept(gone, "FDA-CUST-30")).containsExactly(ago(8) + " running");
        merge();
        assertThat(kept(stays, "FDA-CUST-30")).containsExactly(ago(12) + " running");
    }

    @Test
    void whatIsDeclaredSinceTheMergeRulesOnceTwoHaveSigned() {
        declare(gone, 20, "");
        merge();
        declare(stays, 9, "Only then was it clear.");
        assertThat(kept(stays, "FDA-CUST-30")).containsExactly(ago(20) + " warning");
        confirm(stays);
        assertThat(kept(stays, "FDA-CUST-30")).containsExactly(ago(9) + " running");
    }

    @Test
    void whatIsOpenedAgainTakesItsFactsBack() {
        declare(gone, 20, "");
        merge();
        assertThat(kept(stays, "FDA-CUST-30")).hasSize(1);
        cases.reopen(TEST, READER, gone.number(), "It is another flaw.");
        assertThat(kept(stays, "FDA-CUST-30")).isEmpty();
        assertThat(kept(gone, "FDA-CUST-30")).hasSize(1);
    }

    private void confirm(VulnerabilityCase one) {
        String id = jdbc.sql("SELECT id FROM regulation.awareness WHERE case_id = :case AND later")
                .param("case", one.id())
                .query(String.class)
                .single();
        Browser head = callers.signedIn(port, "regulatory-head");
        assertThat(sign(head, "regulatory-head", one, "confirmation", Map.of("confirmationEntry", id))
                        .statusCode())
                .isEqualTo(302);
    }
}
