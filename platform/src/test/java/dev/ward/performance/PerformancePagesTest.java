package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WardTest
class PerformancePagesTest {

    private static final Reader READER = Reader.machine("test");

    private final TestModels models;
    private final PerformanceDrafts drafts;
    private final EssentialPerformances performances;
    private final FunctionLinks links;
    private final RestClientOfTests ward;
    private final Api api;
    private final Browser engineer;
    private final Browser clinician;
    private final Caller author;

    @Autowired
    PerformancePagesTest(
            TestModels models,
            TestCallers callers,
            PerformanceDrafts drafts,
            EssentialPerformances performances,
            FunctionLinks links,
            @LocalServerPort int port) {
        this.models = models;
        this.drafts = drafts;
        this.performances = performances;
        this.links = links;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.api = Api.at(port, callers.token("clinical-safety"));
        this.engineer = callers.signedIn(port, "product-security");
        this.clinician = callers.signedIn(port, "clinical-safety");
        this.author = callers.caller("product-security");
    }

    private static String page(Browser browser, String path) {
        HttpResponse<String> page = browser.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        PageAsserts.assertSound(page.body());
        return page.body();
    }

    private static Map<String, String> filled() {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", "Delivers the drug at the set rate");
        fields.put("description", "Infuses <b>at</b> the rate");
        fields.put("limits", "± 5 %");
        fields.put("degradedModes", "none");
        fields.put("population", "Adults");
        fields.put("detectionUnknown", "on");
        fields.put("fallback", "A second pump");
        fields.put("owner", "Clinical safety");
        fields.put("timeUnit", "MINUTES");
        fields.put("timeAmount", "5");
        fields.put("lines", "3");
        fields.put("situation-1", "Faster than set");
        fields.put("harm-1", "Respiratory arrest");
        fields.put("severity-1", "CATASTROPHIC");
        fields.put("situation-2", "Interrupted");
        fields.put("harm-2", "Pain");
        fields.put("severity-2", "UNKNOWN");
        return fields;
    }

    @Test
    void leadFromNothingToAnApprovedVersion() {
        Subject pump = models.model();
        String here = "/performance/" + pump.id();
        assertThat(page(engineer, here)).contains("Nothing is described yet", "Describe the first function");

        HttpResponse<String> saved =
                engineer.submit(here + "/draft/functions/new", here + "/draft/functions", filled());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(page(engineer, here + "/draft"))
                .contains("Delivers the drug at the set rate", "Ready to be approved", "Infuses &lt;b&gt;at&lt;/b&gt;")
                .contains("Not known. A loss counts as unnoticed.");
        assertThat(engineer.get(here + "/draft/approval").statusCode())
                .as("not for engineers")
                .isEqualTo(403);
        String shown = page(clinician, here + "/draft/approval");
        String sha256 = performances.draft(pump).orElseThrow().sha256();
        assertThat(shown).contains(sha256, "Your signature is kept with it for ever", "Your e-mail address");

        HttpResponse<String> wrong = clinician.submit(
                here + "/draft/approval",
                here + "/draft/approval",
                Map.of("identifier", TestCallers.email("clinical-safety"), "password", "wrong", "sha256", sha256));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("This is not your present password.");
        clinician.submit(
                here + "/draft/approval",
                here + "/draft/approval",
                Map.of(
                        "identifier",
                        TestCallers.email("clinical-safety"),
                        "password",
                        TestCallers.PASSWORD,
                        "sha256",
                        sha256));

        assertThat(page(engineer, here))
                .contains("Person of clinical-safety", "Clinical safety", sha256)
                .contains("signed electronically", "recognised by identifier and password");
        assertThat(page(engineer, here + "/versions")).contains("Version 1");
        assertThat(page(engineer, here + "/versions/1")).contains("Respiratory arrest");
    }

    @Test
    void showWhatAProductHasOfItsOwnBesideItsModels() {
        Subject pump = models.product();
        String drafts = "/performance/" + pump.id() + "/draft/functions";
        assertThat(engineer.submit(drafts + "/new", drafts, filled()).statusCode())
                .isEqualTo(302);
        models.addModel(pump);

        assertThat(page(engineer, "/products/" + pump.id()))
                .contains("Essential performance of the whole product", "Delivers the drug at the set rate")
                .doesNotContain("Profile of the whole product", "Configurations of the whole product");
    }

    @Test
    void loseNothingThatWasTyped() {
        Subject pump = models.model();
        String here = "/performance/" + pump.id();
        Map<String, String> fields = filled();
        fields.put("detection", "Flow alarm");
        fields.put("severity-2", "");

        HttpResponse<String> refused =
                engineer.submit(here + "/draft/functions/new", here + "/draft/functions", fields);

        assertThat(refused.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(refused.body());
        assertThat(refused.body()).contains("value=\"Faster than set\"", "Flow alarm", "value=\"5\"", "not chosen");
        fields.put("severity-2", "MINOR");
        assertThat(engineer.submit(here + "/draft/functions/new", here + "/draft/functions", fields)
                        .body())
                .contains("This is said, and marked as not known.");
        fields.put("more", "1");
        assertThat(engineer.submit(here + "/draft/functions/new", here + "/draft/functions", fields)
                        .body())
                .contains("situation-6", "value=\"Faster than set\"");
        assertThat(performances.draft(pump)).isEmpty();
    }

    @Test
    void refuseAChangeToWhatHasChanged() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(author, pump, Functions.delivery(), 0);
        String form = "/performance/" + pump.id() + "/draft/functions/" + delivery.id();
        assertThat(page(engineer, form)).contains("name=\"revision\" value=\"1\"");
        drafts.save(author, pump, Functions.renamed(delivery, "Infuses"), null);

        Map<String, String> late = filled();
        late.put("revision", "1");
        HttpResponse<String> refused = engineer.submit(form, form, late);

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("was changed by someone else", "value=\"Faster than set\"");
    }

    @Test
    void linkSeveralAtOnceAfterTheyHaveSaidWhatItChanges() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(author, pump, Functions.delivery(), 0);
        ReleaseId release = models.release(pump, "1.0");
        ward.upload(release.toString(), Boms.of("alpha@1.0.0", "beta@1.0.0", "gamma@1.0.0"));
        String here = "/performance/" + pump.id();
        assertThat(page(engineer, here + "/unlinked")).contains("alpha", "pkg:npm/beta", "3 components");
        List<String> keys = links.unlinked(READER, pump, null, null, 10).items().stream()
                .map(one -> one.line().key())
                .toList();

        HttpResponse<String> preview = engineer.submit(
                here + "/unlinked",
                here + "/links",
                Map.of(
                        "line",
                        keys.get(0) + "," + keys.get(1),
                        "function",
                        delivery.id().toString(),
                        "why",
                        "Timing"));
        assertThat(preview.statusCode()).isEqualTo(200);
        PageAsserts.assertSound(preview.body());
        assertThat(preview.body()).contains("2 links begin", "Link 2 of them");
        assertThat(links.counts(READER, pump).unlinked())
                .as("nothing is linked unseen")
                .isEqualTo(3);

        engineer.submit(
                here + "/unlinked",
                here + "/links",
                Map.of(
                        "line",
                        keys.get(0) + "," + keys.get(1),
                        "function",
                        delivery.id().toString(),
                        "why",
                        "Timing",
                        "sure",
                        "true"));

        assertThat(links.counts(READER, pump)).isEqualTo(new LinkCounts(3, 1, 1));
        assertThat(page(engineer, here + "/links")).contains("Timing", "alpha", "Person of product-security");
        assertThat(page(engineer, here)).contains("<svg", "ward-path-box", "Respiratory arrest", "Timing");
        String component = ward.get("/components?q=alpha").at("/items/0/id").asString();
        assertThat(page(engineer, "/components/" + component))
                .contains("Essential performance that depends on it", "Delivers the drug at the set rate");
        assertThat(page(engineer, "/releases/" + release + "/components/" + component + "/path"))
                .contains("What depends on alpha", "Respiratory arrest");
        assertThat(page(engineer, "/releases/" + release)).contains("have no link yet");
    }

    @Test
    void giveTheSameGraphToPrograms() {
        Subject pump = models.model();
        EssentialFunction delivery = drafts.save(author, pump, Functions.delivery(), 0);
        ReleaseId release = models.release(pump, "1.0");
        ward.upload(release.toString(), Boms.of("delta@1.0.0", "epsilon@1.0.0"));
        JsonNode unlinked = ward.get("/performance/" + pump.id() + "/unlinked");
        String key = unlinked.at("/items/0/of/key").asString();
        ward.post(
                "/performance/" + pump.id() + "/links",
                "{\"keys\": [\"%s\"], \"function\": \"%s\", \"why\": \"Timing\"}".formatted(key, delivery.id()));

        JsonNode path = ward.get("/performance/" + pump.id() + "/path");

        assertThat(path.at("/nodes").valueStream().map(node -> node.at("/kind").asString()))
                .containsExactly("COMPONENT", "FUNCTION", "SITUATION", "HARM", "SITUATION", "HARM");
        assertThat(path.at("/edges").size()).isEqualTo(5);
        assertThat(path.at("/edges/0/why").asString()).isEqualTo("Timing");
        String component = unlinked.at("/items/0/component").asString();
        assertThat(ward.get("/components/" + component + "/path")
                        .at("/0/path/edges")
                        .size())
                .isEqualTo(5);
        String other = unlinked.at("/items/1/component").asString();
        JsonNode open = ward.get("/releases/" + release + "/components/" + other + "/path")
                .at("/0");
        assertThat(open.at("/said").asString()).isEqualTo("open");
        assertThat(open.at("/worst").asString())
                .as("until somebody has spoken, any function may")
                .isEqualTo("CATASTROPHIC");
    }

    @Test
    void showARuleBeforeItApplies() {
        Subject pump = models.model();
        ward.upload(models.release(pump, "1.0").toString(), Boms.of("babel-core@1", "babel-cli@1", "zeta@1"));
        String here = "/performance/" + pump.id() + "/rules";

        HttpResponse<String> added = engineer.submit(
                here, here, Map.of("field", "NAME", "prefix", "babel", "function", "none", "why", "Build time only"));
        String rule = added.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String shown = page(engineer, rule);
        assertThat(shown)
                .contains("2 components would be linked", "babel-core", "babel-cli")
                .doesNotContain(">zeta<");
        String digest = shown.replaceAll("(?s).*name=\"digest\" value=\"([^\"]+)\".*", "$1");
        assertThat(engineer.submit(rule, rule + "/apply", Map.of("digest", digest))
                        .statusCode())
                .isEqualTo(302);

        assertThat(links.counts(READER, pump).unlinked()).isEqualTo(1);
        assertThat(page(engineer, here)).contains("Build time only");
    }

    @Test
    void takeADraftFromAProgramButNoApproval() {
        Subject pump = models.model();
        String here = "/api/v1/performance/" + pump.id();
        JsonNode draft = JsonMapper.shared()
                .readTree(ward.send("PUT", "/performance/" + pump.id() + "/draft", BodyPublishers.ofString("""
                        {"functions": [{"name": "Alarms", "description": "Tells", "limits": "60 dB",
                          "unknown": ["degradedModes", "population", "detection", "fallback", "owner", "hazards"],
                          "timeToHarm": {"unit": "UNKNOWN"}}]}
                        """))
                        .body());
        assertThat(draft.at("/obstacles").size()).as(draft.toString()).isZero();
        assertThat(draft.at("/functions/0/worst").asString()).isEqualTo("CATASTROPHIC");
        assertThat(draft.at("/functions/0/worstKnown").asBoolean()).isFalse();

        int status = api.post(
                        here + "/draft/approval",
                        "{\"password\": \"%s\", \"sha256\": \"%s\"}"
                                .formatted(
                                        TestCallers.PASSWORD,
                                        draft.at("/sha256").asString()))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(performances.inForce(pump)).isEmpty();
    }
}
