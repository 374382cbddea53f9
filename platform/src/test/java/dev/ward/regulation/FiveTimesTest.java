package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Published, ingested, matched, first viewed and learned are five times, and only the last starts a clock
/// of the law.
@WardTest
class FiveTimesTest {

    private static final Actor TEST = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");
    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "a", "name": "timer", "version": "1.0", "purl": "pkg:pypi/timer@1.0"}]}
            """;
    private static final String RECORD = """
            {"id": "CVE-2099-77005", "published": "2019-05-06T07:08:00Z", "modified": "2099-01-02T00:00:00Z",
             "summary": "A timer",
             "affected": [{"package": {"ecosystem": "PyPI", "name": "timer"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
            """.replace('\n', ' ');

    private final Cases cases;
    private final CaseScopes scopes;
    private final Evaluations evaluations;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser security;
    private VulnerabilityCase one;

    @Autowired
    FiveTimesTest(
            Cases cases,
            CaseScopes scopes,
            Evaluations evaluations,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.scopes = scopes;
        this.evaluations = evaluations;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.security = callers.signedIn(port, "product-security");
        this.one = cases.open(TEST, new CaseDraft("Five times", null));
    }

    @BeforeEach
    void match() {
        if (!security.get("/findings").body().contains("CVE-2099-77005")) {
            RestClientOfTests ward = new RestClientOfTests(port, callers.token("administrator"));
            ward.load("osv", RECORD);
            ward.upload(ward.release("Timing pump", "1"), SBOM);
        }
        one = cases.open(TEST, new CaseDraft("Five times", null));
        scopes.add(TEST, READER, one.number(), "CVE-2099-77005");
        evaluations.lookAtStale();
    }

    @AfterEach
    void close() {
        cases.close(TEST, READER, one.number(), "Enough.");
    }

    private String page() {
        return "/cases/" + one.number() + "/due";
    }

    private List<String> clocks() {
        return jdbc.sql("SELECT clock FROM clock.published_deadline WHERE owner_id = :case AND state <> 'void'")
                .param("case", one.id())
                .query(String.class)
                .list();
    }

    private List<String> views() {
        return jdbc.sql("SELECT viewer_name FROM regulation.first_view WHERE kind = 'case' AND record_id = :case")
                .param("case", one.id())
                .query(String.class)
                .list();
    }

    @Test
    @Statement("PR-10.6")
    void aMatchAloneStartsOurOwnTriageClockAndNoneOfTheLaw() {
        assertThat(clocks()).containsExactly("TRIAGE-5");
        assertThat(jdbc.sql("SELECT start_at FROM clock.published_deadline WHERE owner_id = :case AND state <> 'void'")
                        .param("case", one.id())
                        .query(Instant.class)
                        .single())
                .as("it starts with the match, not with the case")
                .isBefore(one.opened());
        security.get("/cases/" + one.number());
        evaluations.lookAtAll();
        assertThat(clocks()).as("that somebody looked starts none either").containsExactly("TRIAGE-5");
    }

    @Test
    void eachIsShownWithItsZoneAndWhereItComesFrom() {
        declare();
        String shown = security.get(page()).body();
        PageAsserts.assertSound(shown);
        int begins = shown.indexOf("Five times, kept apart");
        assertThat(shown.substring(begins, shown.indexOf("</table>", begins)))
                .contains(
                        "2019-05-06 07:08 UTC",
                        "record CVE-2099-77005 of the source OSV says so",
                        "record CVE-2099-77005 was heard here first, from the source OSV",
                        "Ward found CVE-2099-77005 in Timing pump 1",
                        "Awareness, FDA",
                        "A mail that came late");
        int drawn = shown.indexOf("<figure class=\"ward-clockline\"");
        assertThat(shown.substring(drawn, shown.indexOf("</figure>", drawn)))
                .contains("Published, 2019-05-06 07:08 UTC, earlier than is drawn", "<title>Matched, ");
    }

    @Test
    void theFirstPersonWhoLooksIsKeptOnce() {
        Api.at(port, callers.token("product-security")).get("/api/v1/cases/" + one.number());
        assertThat(views()).as("a program is nobody").isEmpty();
        security.get("/cases/" + one.number());
        callers.signedIn(port, "regulatory-head").get("/cases/" + one.number());
        assertThat(views()).hasSize(1);
        assertThat(security.get(page()).body()).contains(views().getFirst() + " opened the ");
        String finding = jdbc.sql("SELECT id FROM finding.finding LIMIT 1")
                .query(String.class)
                .single();
        security.get("/findings/" + finding);
        assertThat(jdbc.sql("SELECT count(*) FROM regulation.first_view WHERE kind = 'finding'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private void declare() {
        Map<String, String> sent = new HashMap<>(Map.of(
                "awarenessRegime", "FDA",
                "awarenessAt", LocalDate.now(ZoneOffset.UTC).minusDays(3).toString(),
                "awarenessRestsOn", "A mail that came late"));
        sent.put("identifier", TestCallers.email("product-security"));
        sent.put("password", TestCallers.PASSWORD);
        assertThat(security.submit(page(), page() + "/sign-awareness", sent).statusCode())
                .isEqualTo(302);
    }
}
