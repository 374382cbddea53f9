package dev.ward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.sbom.TestReleases;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WardTest
class GatesTest {

    private final Api api;
    private final Browser quality;
    private final Browser security;
    private final TestReleases releases;
    private final JdbcClient jdbc;
    private String release = "";

    @Autowired
    GatesTest(@LocalServerPort int port, TestCallers callers, TestReleases releases, JdbcClient jdbc) {
        this.api = Api.at(port, callers.token("product-security"));
        this.quality = callers.signedIn(port, "quality-regulatory");
        this.security = callers.signedIn(port, "product-security");
        this.releases = releases;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void makeRelease() {
        release = releases.make().toString();
    }

    private String gate(String gate) {
        return "/releases/" + release + "/gates/" + gate;
    }

    private JsonNode row(String gate, String requirement) {
        for (JsonNode row : api.get("/api/v1" + gate(gate)).json().get("rows")) {
            if (row.get("id").asString().equals(requirement)) {
                return row;
            }
        }
        throw new AssertionError("no requirement " + requirement);
    }

    private HttpResponse<String> deviate(Browser browser, String gate, String requirement, String... more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "requirement",
                requirement,
                "seen",
                row(gate, requirement).get("because").asString(),
                "reason",
                "It is assessed in the risk file.",
                "expires",
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString(),
                "identifier",
                TestCallers.email("quality-regulatory"),
                "password",
                TestCallers.PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return browser.submit(gate(gate), gate(gate) + "/sign-deviation", form);
    }

    private void declare(String gate, String requirement) {
        Answer said = api.post(
                "/api/v1" + gate(gate) + "/declarations",
                "{\"requirement\":\"%s\",\"met\":true,\"words\":\"It is.\",\"reference\":\"DOC-1\"}"
                        .formatted(requirement));
        assertThat(said.status()).as(said.body()).isEqualTo(200);
    }

    /// Everything of the gate Concept but the profile, which nobody has written.
    private void prepareConcept() {
        Answer dated = api.post(
                "/api/v1/releases/" + release + "/stages",
                "{\"stage\":\"end-of-support\",\"effective\":\"2090-01-01\",\"reason\":\"planned\"}");
        assertThat(dated.status()).as(dated.body()).isEqualTo(201);
        declare("concept", "concept.plan");
        declare("concept", "concept.owner");
    }

    @Test
    void refusesToCloseAndListsWhatIsMissing() {
        Answer refused = api.post("/api/v1" + gate("concept") + "/close");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        "The gate stays open: 4 of 4", "concept.profile", "concept.plan", "End of support has no date");
        assertThat(api.get("/api/v1" + gate("concept")).json().get("closedBy").isNull())
                .isTrue();
    }

    @Test
    void closesByASignedDeviationAndKeepsEveryAnswer() {
        prepareConcept();
        assertThat(api.post("/api/v1" + gate("concept") + "/close").body()).contains("1 of 4", "concept.profile");

        HttpResponse<String> signed = deviate(quality, "concept", "concept.profile");
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);
        assertThat(quality.get(gate("concept")).body()).contains("covered by deviations", "0 of 4 missing");
        Answer closed = api.post("/api/v1" + gate("concept") + "/close");

        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        String snapshot = jdbc.sql("SELECT snapshot::text FROM lifecycle.closure WHERE release_id = :release::uuid")
                .param("release", release)
                .query(String.class)
                .single();
        assertThat(snapshot)
                .contains(
                        "concept.profile",
                        "not-met",
                        "signed by Person of quality-regulatory electronically",
                        "DOC-1",
                        "2090-01-01");
        String page = security.get(gate("concept")).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("The answers when it was closed", "signed by Person of quality-regulatory electronically");
        assertThat(page)
                .contains("I accept until", "recognised by identifier and password", "SHA-256 of what was signed");
    }

    @Test
    void neverShowsADeviationAsSignedThatWasConfirmedWithAPassword() {
        jdbc.sql("""
                INSERT INTO lifecycle.deviation (id, release_id, market, requirement, version, answer, because, extent,
                            reason, expires_on, signer_id, signer_name, reentered_at, at)
                SELECT gen_random_uuid(), :release::uuid, '*', 'concept.profile', :version, 'not-met', :because, 1000000,
                       'It is old.', DATE '2090-01-01', 'x', 'Old Hand', now(), now()
                """)
                .param("release", release)
                .param(
                        "version",
                        api.get("/api/v1" + gate("concept"))
                                .json()
                                .get("requirements")
                                .asString())
                .param(
                        "because",
                        row("concept", "concept.profile").get("because").asString())
                .update();

        assertThat(quality.get(gate("concept")).body())
                .contains("Signed by Old Hand with re-entered password; this is not an electronic signature")
                .doesNotContain("I accept until");
    }

    @Test
    void takesAStageBackOnlyWithASignatureOfWhatGoesBack() {
        String stages = "/api/v1/releases/" + release + "/stages";
        String path = "/releases/" + release + "/lifecycle";
        api.post(stages, "{\"stage\":\"support\",\"effective\":\"2020-01-01\",\"reason\":\"on the market\"}");
        Map<String, String> back =
                new HashMap<>(Map.of("stage", "support", "effective", "", "reason", "It was wrong."));

        assertThat(api.post(stages, "{\"stage\":\"support\",\"reason\":\"It was wrong.\"}")
                        .body())
                .contains("This takes back what has begun");
        HttpResponse<String> asked = quality.submit(path, path, back);
        assertThat(asked.statusCode()).isEqualTo(409);
        PageAsserts.assertSound(asked.body());
        assertThat(asked.body()).contains("You sign that you take back what has begun", "back-password");
        assertThat(security.submit(path, path, back).body()).contains("Somebody who may sign deviations");

        back.putAll(Map.of(
                "identifier",
                TestCallers.email("quality-regulatory"),
                "password",
                TestCallers.PASSWORD,
                "back",
                "all"));
        assertThat(quality.submit(path, path, back).statusCode()).isEqualTo(412);
        back.put("back", "1 release from support back to no stage at all (all markets)");
        assertThat(quality.submit(path, path, back).statusCode()).isEqualTo(302);
        assertThat(quality.get(path).body())
                .contains(
                        "I take back what has begun: 1 release from support",
                        "back to an earlier stage, signed electronically");
    }

    @Test
    void refusesAGateClosedByOnesOwnDeviation() {
        prepareConcept();
        deviate(quality, "concept", "concept.profile");

        HttpResponse<String> own = quality.submit(gate("concept"), gate("concept") + "/close", Map.of());

        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("Nobody closes a gate by a deviation of their own");
        assertThat(api.get("/api/v1" + gate("concept")).json().get("closedBy").isNull())
                .isTrue();
    }

    @Test
    void takesADeviationOnlyWithThePasswordAndOnlyFromThoseWhoMaySign() {
        assertThat(deviate(quality, "concept", "concept.profile", "password", "wrong password here")
                        .body())
                .contains("is not your present password");
        assertThat(deviate(security, "concept", "concept.profile").statusCode()).isEqualTo(403);
        assertThat(deviate(quality, "concept", "concept.profile", "expires", "2020-01-01")
                        .body())
                .contains("lies in the past");
        assertThat(deviate(quality, "concept", "concept.profile", "seen", "something else")
                        .statusCode())
                .isEqualTo(412);
        assertThat(row("concept", "concept.profile").get("deviations").asInt()).isZero();
    }

    @Test
    void saysThatItDoesNotKnowWhereNothingIsAssessed() {
        JsonNode risks = row("design", "design.risks");

        assertThat(risks.get("answer").asString()).isEqualTo("unknown");
        assertThat(risks.get("because").asString()).contains("has no SBOM");
        assertThat(row("submission", "submission.exploited").get("answer").asString())
                .isEqualTo("unknown");
        assertThat(row("end-of-support", "end-of-support.notices").get("answer").asString())
                .isEqualTo("unknown");
    }

    @Test
    void computesWhetherTheEndWasAnnouncedInTime() {
        api.post(
                "/api/v1/releases/" + release + "/stages",
                "{\"stage\":\"end-of-support\",\"effective\":\"2027-12-31\",\"announced\":\"2026-01-01\",\"reason\":\"told\"}");
        assertThat(row("end-of-support", "end-of-support.announced")
                        .get("because")
                        .asString())
                .contains("less than 24 months before");

        api.post(
                "/api/v1/releases/" + release + "/stages",
                "{\"stage\":\"end-of-support\",\"effective\":\"2028-01-01\",\"announced\":\"2026-01-01\",\"reason\":\"told\"}");

        assertThat(row("end-of-support", "end-of-support.announced")
                        .get("answer")
                        .asString())
                .isEqualTo("met");
    }

    @Test
    void opensEveryPage() {
        prepareConcept();
        for (String path : java.util.List.of(
                "/lifecycle",
                "/markets",
                "/legacy",
                "/revocations",
                "/releases/" + release,
                "/releases/" + release + "/lifecycle",
                "/releases/" + release + "/end-of-support",
                gate("release"))) {
            HttpResponse<String> page = quality.get(path);
            assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
            PageAsserts.assertSound(page.body());
        }
        for (RecordKind kind : RecordKind.values()) {
            HttpResponse<String> page = quality.get("/releases/" + release + "/records/" + kind.word());
            assertThat(page.statusCode()).as(kind + page.body()).isEqualTo(200);
            PageAsserts.assertSound(page.body());
        }
    }

    @Test
    void recordsAndRefusesWhatIsIncomplete() {
        String path = "/api/v1/releases/" + release + "/records";
        String key =
                "{\"kind\":\"signing-key\",\"happened\":\"2026-01-01\",\"texts\":{\"name\":\"K1\",\"fingerprint\":\"%s\",\"custodian\":\"Ada\"}}";

        assertThat(api.post(path, key.formatted("AB:CD")).status()).isEqualTo(201);
        assertThat(api.post(path, key.formatted("-----BEGIN PRIVATE KEY")).body())
                .contains("That is a private key");
        assertThat(api.post(path, "{\"kind\":\"notice\",\"happened\":\"2026-01-01\",\"texts\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(
                                path,
                                "{\"kind\":\"revocation\",\"happened\":\"2026-01-01\",\"serials\":[\"SN-1\"],\"texts\":{\"certificate\":\"1\",\"authority\":\"CA\"}}")
                        .body())
                .contains("1 of 1 serial numbers are not those of exactly one device");
        assertThat(row("release", "release.keys").get("answer").asString()).isEqualTo("met");
    }
}
