package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.AuditVerification;
import dev.ward.audit.Verdict;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.rule.RuleSets;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// From a policy that both have signed to findings that security dispositions alone, and back when a new
/// fact comes.
@WardTest
class ScreeningTest {

    private static final Reader READER = Reader.machine("test");
    private static final String ABSENT = "Component is not in the product";
    private static final String APART = "No path to an essential function";

    private final RestClientOfTests ward;
    private final Browser security;
    private final Browser clinician;
    private final Screenings screenings;
    private final ScreeningTriggers triggers;
    private final RuleSets rules;
    private final JdbcClient jdbc;
    private final AuditVerification verification;
    private String component = "";
    private String product = "";
    private String release = "";

    @Autowired
    ScreeningTest(
            @LocalServerPort int port,
            TestCallers callers,
            Screenings screenings,
            ScreeningTriggers triggers,
            RuleSets rules,
            JdbcClient jdbc,
            AuditVerification verification) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.security = callers.signedIn(port, "product-security");
        this.clinician = callers.signedIn(port, "clinical-safety");
        this.screenings = screenings;
        this.triggers = triggers;
        this.rules = rules;
        this.jdbc = jdbc;
        this.verification = verification;
    }

    /// Three vulnerabilities of one component: an ordinary one, one that is exploited, one whose score
    /// nobody gave.
    @BeforeEach
    void find() {
        String tail = UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 9);
        component = "codec" + tail;
        release = ward.release("Monitor " + tail, "1");
        product = ward.get("/releases/" + release).at("/product").asString();
        advise("CVE-2098-1" + tail, "2098-01-02T00:00:00Z");
        advise("CVE-2098-2" + tail, "2098-01-02T00:00:00Z");
        ward.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "a", "name": "%1$s", "version": "1.0", "purl": "pkg:pypi/%1$s@1.0"}]}
                """.formatted(component));
        jdbc.sql("UPDATE advisory.vulnerability SET kev_since = '2098-02-01' WHERE name = :name")
                .param("name", "CVE-2098-2" + tail)
                .update();
    }

    private void advise(String id, String modified) {
        ward.load("osv", """
                {"id": "%1$s", "modified": "%3$s", "summary": "A codec that trusts lengths",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "%2$s"},
                               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
                """.formatted(id, component, modified).replace('\n', ' '));
    }

    private void signPolicy() {
        if (!screenings.rules().isEmpty()) {
            return;
        }
        HttpResponse<String> drafted = security.submit(
                "/rules/screening/draft",
                "/rules/screening/draft",
                Map.of("revision", "0", "why", "Taken over from what Ward brings"));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(302);
        String seen = rules.draft(rules.kind("screening")).orElseThrow().sha256();
        assertTaken(signed(security, "/rules/screening", "/rules/screening/sign-security", "product-security", seen));
        assertTaken(signed(
                clinician, "/rules/screening", "/rules/screening/sign-clinical-safety", "clinical-safety", seen));
    }

    private static HttpResponse<String> signed(Browser who, String page, String path, String role, String seen) {
        return who.submit(
                page,
                path,
                Map.of("seen", seen, "identifier", TestCallers.email(role), "password", TestCallers.PASSWORD));
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private ScreeningId prepared(String rule) {
        HttpResponse<String> prepared = security.submit(
                "/screenings/new?rule=" + rule.replace(' ', '+') + "&product=" + product,
                "/screenings",
                Map.of("rule", rule, "product", product, "evidence", "The build leaves it out: build record 17."));
        assertTaken(prepared);
        String at = prepared.headers().firstValue("Location").orElseThrow();
        return ScreeningId.of(at.substring(at.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> sign(ScreeningId id) {
        String seen = screenings.get(READER, id).disposition().sha256();
        return signed(security, "/screenings/" + id, "/screenings/" + id + "/sign", "product-security", seen);
    }

    private String undecided() {
        for (JsonNode row : ward.get("/releases/" + release + "/gates/design").at("/rows")) {
            if (row.at("/id").asString().equals("design.risks")) {
                return row.at("/because").asString();
            }
        }
        throw new AssertionError("no requirement");
    }

    @Test
    @Statement("PR-3.8")
    void dispositionsInBulkWhatThePolicyNamesAndNothingElse() throws Exception {
        signPolicy();
        String asked = security.get("/screenings/new?rule=" + ABSENT.replace(' ', '+') + "&product=" + product)
                .body();
        PageAsserts.assertSound(asked);
        assertThat(asked).contains("It names 1 of 2 findings");
        assertThat(undecided()).startsWith("2 vulnerabilities");
        ScreeningId id = prepared(ABSENT);
        assertThat(undecided()).as("nothing is decided before it is signed").startsWith("2 vulnerabilities");

        assertTaken(sign(id));

        Screening screening = screenings.get(READER, id);
        assertThat(screening.rows()).isOne();
        assertThat(screening.sampled()).as("5 % of one, at least one").isOne();
        assertThat(screenings.signatures(id))
                .singleElement()
                .matches(one -> one.seals(screening.disposition().content()));
        assertThat(undecided()).startsWith("1 vulnerability");
        HttpResponse<String> manifest =
                ward.send("GET", "/screenings/" + id + "/manifest", HttpRequest.BodyPublishers.noBody());
        assertThat(CanonicalRecord.sha256(manifest.body())).isEqualTo(screening.manifest());
        for (Browser who : List.of(security, clinician)) {
            PageAsserts.assertSound(who.get("/screenings/" + id).body());
            PageAsserts.assertSound(who.get("/screenings/" + id + "/rows").body());
        }
        PageAsserts.assertSound(security.get("/screenings").body());
    }

    @Test
    @Statement("PR-3.8")
    void letsClinicalSafetyReadASampleAndPullWhatItDoesNotAgreeWith() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        assertTaken(sign(id));
        ScreenedRow row = screenings.rows(READER, id, true, null, 10).items().getFirst();
        String stale = screenings.sample(screenings.get(READER, id)).sha256();

        assertTaken(clinician.submit(
                "/screenings/" + id,
                "/screenings/" + id + "/object",
                Map.of("finding", row.finding().toString(), "objection", "The service build has it.")));

        assertThat(undecided()).as("the row is open again").startsWith("2 vulnerabilities");
        assertThat(signed(
                                clinician,
                                "/screenings/" + id,
                                "/screenings/" + id + "/sign-sample",
                                "clinical-safety",
                                stale)
                        .statusCode())
                .as("what was seen before the objection")
                .isEqualTo(412);
        String seen = screenings.sample(screenings.get(READER, id)).sha256();
        assertTaken(
                signed(clinician, "/screenings/" + id, "/screenings/" + id + "/sign-sample", "clinical-safety", seen));
        assertThat(screenings.get(READER, id).sampleRead()).isNotNull();
        assertThat(screenings.signatures(id).getLast().of().statement()).contains("agree with all but 1");
    }

    @Test
    @Statement("PR-3.8")
    void pullsARowOutWhenANewFactComes() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        assertTaken(sign(id));
        String vulnerability =
                screenings.rows(READER, id, false, null, 10).items().getFirst().vulnerability();
        triggers.look();
        assertThat(screenings.get(READER, id).pulled()).isZero();

        advise(vulnerability, "2098-03-01T00:00:00Z");
        triggers.look();

        assertThat(screenings.get(READER, id).pulled()).isOne();
        assertThat(screenings.pulled(READER, id, null, 10).items().getFirst().because())
                .isEqualTo("A source revised its record.");
        assertThat(undecided()).startsWith("2 vulnerabilities");
        assertThat(screenings.isWhole(screenings.get(READER, id)))
                .as("the manifest stays as it was signed")
                .isTrue();
    }

    @Test
    @Statement({"PR-3.8", "X3"})
    void takesWhatIsNotKnownForNoReasonToScreen() {
        signPolicy();

        String asked = security.get("/screenings/new?rule=" + APART.replace(' ', '+') + "&product=" + product)
                .body();

        assertThat(asked).contains("It names 0 of 2 findings");
        HttpResponse<String> refused = security.submit(
                "/screenings/new",
                "/screenings",
                Map.of("rule", APART, "product", product, "evidence", "Nothing depends on it."));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("No finding that was asked for fits the rule");
    }

    @Test
    void refusesASignatureWhenSomethingElseIsKnownSinceItWasPrepared() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        jdbc.sql("UPDATE advisory.vulnerability SET exploitation = 'active' WHERE vulnerability_id IN "
                        + "(SELECT vulnerability_id FROM assessment.screened_row WHERE screening_id = :id)")
                .param("id", id.value())
                .update();

        HttpResponse<String> late = sign(id);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("Of 1 rows something else is known");
        assertTaken(security.submit("/screenings/" + id, "/screenings/" + id + "/drop", Map.of()));
        assertThat(screenings.get(READER, id).state()).isEqualTo(ScreeningState.DROPPED);
    }

    @Test
    @Statement("PR-3.8")
    void isSeenAtTheFindingAndAtTheVulnerability() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        ScreenedRow row = screenings.rows(READER, id, false, null, 10).items().getFirst();
        assertThat(security.get("/vulnerabilities/" + row.vulnerability()).body())
                .contains("Nobody has decided");

        assertTaken(sign(id));

        assertThat(security.get("/findings/" + row.finding()).body())
                .contains("Dispositioned in bulk", "/screenings/" + id);
        assertThat(security.get("/vulnerabilities/" + row.vulnerability()).body())
                .contains("/screenings/" + id)
                .doesNotContain("Nobody has decided");
        assertThat(row.known()).startsWith("not listed by CISA as exploited, ").endsWith("were not looked at");
    }

    @Test
    void noticesARowThatWasChangedInTheDatabase() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        assertTaken(sign(id));
        assertThat(verification.verify()).isInstanceOf(Verdict.Whole.class);
        write(id, "kev=-", "kev=0");

        assertThat(security.get("/screenings/" + id).body()).contains("The rows are not those that were signed");
        assertThat(verification.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.fault()).contains("some were changed or removed"));
        write(id, "kev=0", "kev=-");
    }

    private void write(ScreeningId id, String from, String to) {
        jdbc.sql("UPDATE assessment.screened_row SET line = replace(line, :from, :to) WHERE screening_id = :id")
                .param("from", from)
                .param("to", to)
                .param("id", id.value())
                .update();
    }

    @Test
    void opensEverythingAgainWhenItIsWithdrawn() {
        signPolicy();
        ScreeningId id = prepared(ABSENT);
        assertTaken(sign(id));
        Map<String, String> why = new HashMap<>(Map.of("why", "The build record was of another product."));

        assertTaken(clinician.submit("/screenings/" + id, "/screenings/" + id + "/refuse", why));

        assertThat(screenings.get(READER, id).state()).isEqualTo(ScreeningState.WITHDRAWN);
        assertThat(undecided()).startsWith("2 vulnerabilities");
    }
}
