package dev.ward.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was decided of corrections before Ward was used is brought by its tables, and shown as what it
/// is.
@WardTest
class PastCorrectionsTest {

    private static final String IMPORTS = "/due/past/imports";
    private static final String HEADINGS =
            "Product,Date,What,Reported,Report number,Justification,Decided by,File ref\n";
    private static final JsonMapper JSON = new JsonMapper();

    private final RestClientOfTests ward;
    private final Browser head;
    private final Api auditor;
    private final CorrectionHistory history;
    private final JdbcClient jdbc;
    private String product = "";

    @Autowired
    PastCorrectionsTest(TestCallers callers, CorrectionHistory history, JdbcClient jdbc, @LocalServerPort int port) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.head = callers.signedIn(port, "regulatory-head");
        this.auditor = Api.at(port, callers.token("auditor"));
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void register() {
        product = "Pump " + UUID.randomUUID();
        ward.release(product, "1");
    }

    private JsonNode brought(String rows) {
        return ward.job(ward.send("POST", IMPORTS + "?name=past.csv", BodyPublishers.ofString(HEADINGS + rows)))
                .at("/result");
    }

    private List<JsonNode> listed(String words) {
        return ward.all("/due/past?words=" + words);
    }

    @Test
    void isKeptAsWhatItIs() {
        String mark = "M" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode result = brought("""
                %1$s,2021-05-03,Patch of the pump's parser %2$s,no,,Quality improvement alone,A. Smith,DMR-9
                %1$s,2022-02-28,Field action %2$s,Yes,1234567-2/28/22-001-C,,A. Smith,DMR-12
                """.formatted(product, mark));
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("2");
        List<JsonNode> all = listed(mark);
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().at("/decidedOn").asString())
                .as("the newest first")
                .isEqualTo("2022-02-28");
        assertThat(all.getFirst().at("/reported").asBoolean()).isTrue();
        assertThat(all.getLast().at("/provenance").asString()).isEqualTo("Migrated, not decided here");
        assertThat(all.getLast().at("/justification").asString()).isEqualTo("Quality improvement alone");
        for (String page : List.of(
                "/due/past?words=" + mark + "&reported=no",
                "/due/past/" + all.getLast().at("/id").asString())) {
            String shown = head.get(page).body();
            PageAsserts.assertSound(shown);
            assertThat(shown)
                    .contains("Migrated, not decided here", "Quality improvement alone", "A. Smith")
                    .doesNotContain("1234567-2/28/22");
        }
        assertThat(head.get("/due/past?words=nothing-" + mark).body()).contains("Nothing fits");
        assertThat(head.get("/due/past?reported=perhaps").statusCode()).isEqualTo(400);
        assertThat(head.get("/due/past/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotTakeAndGivesItBack() {
        JsonNode result =
                brought("""
                %1$s,2021-05-03,Good,no,,Because,,
                Nobody's pump,2021-05-03,Unknown product,no,,Because,,
                %1$s,2021-02-29,No such day,no,,Because,,
                %1$s,%2$s,Ahead,no,,Because,,
                %1$s,2021-05-04,Word,perhaps,,Because,,
                %1$s,2021-05-04,,yes,7,,,
                %1$s,2021-05-05,Twice,yes,7,,,
                %1$s,2021-05-05,Twice,yes,8,,,
                """.formatted(product, LocalDate.now(ZoneOffset.UTC).plusDays(9)));
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("1");
        assertThat(result.at("/refused").asString()).isEqualTo("7");
        String at = IMPORTS + "/" + result.at("/import").asString();
        List<String> rules = ward.all(at + "/notes?refused=true").stream()
                .map(note ->
                        note.at("/line").asString() + " " + note.at("/rule").asString())
                .toList();
        assertThat(rules)
                .contains(
                        "3 unknown-product",
                        "4 wrong-date",
                        "5 future",
                        "6 wrong-word",
                        "7 no-what",
                        "8 rows-contradict",
                        "9 rows-contradict");
        HttpResponse<String> refused = head.get(at + "/refused.csv");
        assertThat(refused.body())
                .contains("Refused because", "Ward has no product of this name", "perhaps")
                .doesNotContain("Good");
        PageAsserts.assertSound(head.get(at).body());
        ward.release("Nobody's pump", "1");
        JsonNode again = ward.job(ward.send("POST", at + "/apply", BodyPublishers.noBody()))
                .at("/result");
        assertThat(again.at("/new").asString())
                .as("the product is known by now")
                .isEqualTo("1");
        assertThat(again.at("/refused").asString()).isEqualTo("6");
    }

    @Test
    void warnsOfWhatAnAuthorityWouldAskFor() {
        JsonNode result = brought("""
                %1$s,2021-05-03,Unjustified,no,,,,
                %1$s,2021-05-03,Unnumbered,yes,,,,
                """.formatted(product));
        assertThat(result.at("/new").asString()).as(result.toString()).isEqualTo("2");
        assertThat(ward.all(IMPORTS + "/" + result.at("/import").asString() + "/notes?refused=false").stream()
                        .map(note -> note.at("/rule").asString()))
                .contains("unreported-unjustified", "reported-unnumbered");
    }

    @Test
    void aCorrectedRowIsAFurtherVersionAndTheSameFileChangesNothing() {
        String row = product + ",2021-05-03,Patch,no,,%s,,\n";
        brought(row.formatted("First"));
        assertThat(brought(row.formatted("First")).at("/unchanged").asString()).isEqualTo("1");
        assertThat(brought(row.formatted("Better")).at("/changed").asString()).isEqualTo("1");
        assertThat(brought(row.formatted("First")).at("/older").asString())
                .as("what was corrected since does not come back")
                .isEqualTo("1");
        JsonNode newest = ward.all("/due/past?words=Better").stream()
                .filter(one -> one.at("/productName").asString().equals(product))
                .findFirst()
                .orElseThrow();
        JsonNode versions = ward.get("/due/past/" + newest.at("/id").asString());
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(1).at("/justification").asString()).isEqualTo("First");
        PageAsserts.assertSound(
                head.get("/due/past/" + newest.at("/id").asString()).body());
    }

    @Test
    void theTrailNamesTheFileAndTheRowsThatWereTaken() {
        JsonNode result = brought(product + ",2021-05-03,Patch,no,,Because,A. Smith,DMR\n");
        String id = result.at("/import").asString();
        JsonNode entry =
                JSON.readTree(jdbc.sql("""
                SELECT body FROM audit.entry WHERE what = 'past-corrections.imported' AND subject_id = :id
                """).param("id", id).query(String.class).single());
        assertThat(entry.toString())
                .contains("\"document\"", "\"mapping\"", "Report number")
                .doesNotContain("A. Smith");
        String counted = HexFormat.of()
                .formatHex(history.digest(id, entry.at("/manifest/changeSet").asString()));
        assertThat(counted).isEqualTo(entry.at("/manifest/sha256").asString());
    }

    @Test
    void onlyWhoEntersFactsBringsThem() {
        assertThat(auditor.get("/api/v1/due/past").status()).isEqualTo(200);
        assertThat(auditor.get("/api/v1" + IMPORTS).status()).isEqualTo(403);
        assertThat(auditor.post("/api/v1" + IMPORTS, HEADINGS).status()).isEqualTo(403);
    }

    @Test
    void aPersonBringsThemByThePages() {
        byte[] file = "Gerät;Tag;Massnahme;Gemeldet\n%s;03.05.2021;Korrektur;ja\n"
                .formatted(product)
                .getBytes(StandardCharsets.UTF_8);
        PageAsserts.assertSound(head.get(IMPORTS).body());
        String mapping = at(head.upload(IMPORTS, IMPORTS, "alt.csv", file));
        String page = head.get(mapping).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Which column is what", "Massnahme");
        String path = mapping.replaceFirst("/mapping$", "");
        Map<String, String> form = new HashMap<>(
                Map.of("column-0", "product", "column-1", "", "column-2", "what", "column-3", "reported"));
        assertThat(head.submit(mapping, path + "/check", form).body())
                .contains("No column is mapped to \"Decided on\"");
        form.put("column-1", "decidedOn");
        form.put("dates", "day-first");
        assertThat(at(head.submit(mapping, path + "/check", form))).isEqualTo(path);
        PageAsserts.assertSound(awaited(path, "Take them"));
        assertThat(at(head.submit(path, path + "/apply", Map.of()))).isEqualTo(path);
        PageAsserts.assertSound(awaited(path, "To the past corrections"));
        assertThat(head.get("/due/past?words=Korrektur").body()).contains(product, "2021-05-03");
        assertThat(head.get(IMPORTS + "/template.csv").body())
                .startsWith("\"Product\",\"Decided on\",\"What was done\"");
    }

    private static String at(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private String awaited(String path, String words) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> head.get(path).body().contains(words));
        return head.get(path).body();
    }
}
