package dev.ward.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.Cases;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An inspector sees what was laid open, and what was seen is written down.
@WardTest
class InspectionTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Cases cases;
    private final CaseTalk talk;
    private final InspectionRepository repository;
    private final JdbcClient jdbc;
    private final String account;
    private final Browser quality;
    private final Browser inspector;
    private final Api api;
    private final Api people;
    private final TestCallers callers;
    private CaseNumber shown = CaseNumber.of("C-0000-0000");
    private CaseNumber other = shown;

    @Autowired
    InspectionTest(
            Cases cases,
            CaseTalk talk,
            InspectionRepository repository,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.repository = repository;
        this.cases = cases;
        this.talk = talk;
        this.jdbc = jdbc;
        this.account = callers.account("inspector").toString();
        this.quality = callers.signedIn(port, "quality-regulatory");
        this.inspector = callers.signedIn(port, "inspector");
        this.api = Api.at(port, callers.token("quality-regulatory"));
        this.people = Api.at(port, callers.token("administrator"));
        this.callers = callers;
    }

    @BeforeEach
    void open() {
        shown = cases.open(ACTOR, new CaseDraft("Laid open", "Words of it")).number();
        other = cases.open(ACTOR, new CaseDraft("Kept away", null)).number();
        talk.say(ACTOR, READER, shown, null, "A comment to be read");
    }

    private static String day(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private Answer opened(String lastDay) {
        return api.post("/api/v1/inspections", """
                {"account":"%s","inspector":"Ines Pector","authority":"The agency","cases":["%s"],
                 "from":"2026-01-01","until":"%s","lastDay":"%s"}
                """.formatted(account, shown, day(0), lastDay));
    }

    @Test
    @Statement("X12")
    void laysOpenWhatIsInScopeAndNothingElse() {
        assertThat(quality.get("/inspections").body())
                .as("a case can be chosen")
                .contains("value=\"" + shown + "\"");
        HttpResponse<String> done = quality.submit(
                "/inspections",
                "/inspections",
                Map.of(
                        "account",
                        account,
                        "inspector",
                        "Ines Pector",
                        "authority",
                        "The agency",
                        "case",
                        shown.text(),
                        "from",
                        "2026-01-01",
                        "until",
                        day(0),
                        "lastDay",
                        day(3)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        String page = done.headers().firstValue("Location").orElseThrow();
        String id = page.substring(page.lastIndexOf('/') + 1);
        String here = "/inspection/" + id + "/cases/";

        String contents = inspector.get("/inspection").body();
        PageAsserts.assertSound(contents);
        assertThat(contents)
                .contains("The agency", "Laid open", "What you open is recorded.")
                .doesNotContain("Kept away");
        String due = "/api/v1/cases/" + shown + "/due/";
        assertThat(people.post(
                                due + "evidence",
                                "{\"type\":\"fix-validated\",\"at\":\"%s\",\"note\":\"Report 17\"}".formatted(day(-2)))
                        .status())
                .isEqualTo(201);
        assertThat(people.post(
                                due + "events",
                                "{\"kind\":\"malfunction\",\"aware\":\"%s\",\"description\":\"It stopped.\"}"
                                        .formatted(day(-2)))
                        .status())
                .isEqualTo(201);
        String room = inspector.get(here + shown).body();
        PageAsserts.assertSound(room);
        assertThat(room)
                .as("what is due, for reading alone")
                .contains(
                        "What is due",
                        "Why this date?",
                        "FDA-MDR-30",
                        "Five times, kept apart",
                        "Report 17",
                        "It stopped.")
                .doesNotContain("/sign-awareness", "href=\"/due", "<button class=\"btn btn-primary\">Keep");
        assertThat(room)
                .contains("Words of it", "A comment to be read", "Electronic copy", "What you open is recorded.");
        HttpResponse<String> copy = inspector.get("/api/v1" + here + shown);
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body())
                .contains("\"title\":\"Laid open\"", "A comment to be read")
                .contains("\"id\":\"FDA-MDR-30\"", "Report 17", "It stopped.", "\\\"facts\\\":[");
        assertThat(inspector.get(here + other).statusCode()).isEqualTo(404);
        assertThat(inspector.get("/api/v1" + here + other).statusCode()).isEqualTo(404);
        assertThat(inspector
                        .get("/inspection/" + UUID.randomUUID() + "/cases/" + shown)
                        .statusCode())
                .isEqualTo(404);
        assertThat(inspector
                        .get("/inspection/" + id + "/decisions/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        for (String path : List.of(
                "/cases",
                "/cases/" + shown,
                "/signals",
                "/findings",
                "/audit",
                "/products",
                "/inspections",
                page,
                "/records",
                "/api/v1/cases")) {
            assertThat(inspector.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(inspector.get("/search?q=Laid").body()).doesNotContain(shown.text());

        String seen = quality.get(page).body();
        PageAsserts.assertSound(seen);
        assertThat(seen)
                .contains("Case " + shown, "What is laid open", "Person of inspector")
                .doesNotContain(other.text());
        String csv = quality.get(page + "/seen.csv").body();
        assertThat(csv).contains("Case " + shown, here + shown, "/api/v1" + here + shown);
        assertThat(csv.lines().count()).isEqualTo(4);
        assertThat(api.get("/api/v1/inspections/" + id + "/seen").at("/items").size())
                .isEqualTo(3);
        PageAsserts.assertSound(quality.get("/inspections").body());
    }

    @Test
    void endsWithItsLastDayOrWhenSomebodyEndsIt() {
        String id = opened(day(0)).text("id");
        assertThat(inspector.get("/inspection/" + id + "/cases/" + shown).statusCode())
                .isEqualTo(200);

        UUID over = UUID.randomUUID();
        LocalDate yesterday = LocalDate.parse(day(-1));
        InspectionDraft draft = new InspectionDraft(
                new AccountId(UUID.fromString(account)),
                "Ines Pector",
                "The agency",
                List.of(),
                List.of(shown),
                yesterday,
                yesterday,
                yesterday);
        repository.insert(over, draft, ACTOR, Instant.now());
        assertThat(inspector.get("/inspection/" + over + "/cases/" + shown).statusCode())
                .isEqualTo(404);

        String second = opened(day(1)).text("id");
        assertThat(inspector.get("/inspection/" + second + "/cases/" + shown).statusCode())
                .isEqualTo(200);
        assertThat(api.post("/api/v1/inspections/" + second + "/end").text("endedBy"))
                .isNotEmpty();
        assertThat(inspector.get("/inspection/" + second + "/cases/" + shown).statusCode())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/inspections/" + second + "/end").status()).isEqualTo(409);
    }

    @Test
    void letsAnInspectorStandInForNobodyAndSeeNobody() {
        String someone = callers.account("quality-regulatory").toString();
        String body = "{\"deputy\":\"%s\",\"lastDay\":\"%s\",\"reason\":\"away\"}";
        assertThat(people.post("/api/v1/people/" + someone + "/deputies", body.formatted(account, day(2)))
                        .status())
                .isEqualTo(400);
        assertThat(people.post("/api/v1/people/" + account + "/deputies", body.formatted(someone, day(2)))
                        .status())
                .isEqualTo(400);
        assertThat(inspector.get("/account").body()).doesNotContain("Person of quality-regulatory");
        assertThat(inspector.get("/").body()).contains("What you open is recorded.");
    }

    @Test
    void hidesAnEmbargoedCaseThoughItIsInScope() {
        String id = opened(day(1)).text("id");
        assertThat(inspector.get("/inspection/" + id + "/cases/" + shown).statusCode())
                .isEqualTo(200);
        assertThat(quality.get("/inspections/" + id).body()).contains(shown.text());
        jdbc.sql("""
                UPDATE handling.vulnerability_case
                   SET embargo_until = now(), embargo_zone = 'UTC', embargo_leak = 'x',
                       restricted_to = ARRAY['00000000-0000-7000-8000-000000000000']::uuid[]
                 WHERE public_id = :number
                """).param("number", shown.text()).update();

        assertThat(inspector.get("/inspection/" + id + "/cases/" + shown).statusCode())
                .isEqualTo(404);
        assertThat(inspector.get("/inspection").body()).doesNotContain(shown.text());
        for (String path : List.of("/inspections/" + id, "/inspections/" + id + "/seen.csv")) {
            assertThat(quality.get(path).body())
                    .as(path)
                    .contains("withheld", "Person of inspector")
                    .doesNotContain(shown.text());
        }
        for (String path : List.of("/api/v1/inspections/" + id, "/api/v1/inspections/" + id + "/seen")) {
            assertThat(api.get(path).body()).as(path).contains("withheld").doesNotContain(shown.text());
        }
        assertThat(quality.get("/inspections").body()).doesNotContain(shown.text());
    }

    @Test
    void listsAllOfThemPageByPage() {
        String first = opened(day(1)).text("id");
        String second = opened(day(1)).text("id");

        Answer newest = api.get("/api/v1/inspections?limit=1");
        assertThat(newest.at("/items/0/id").asString()).isEqualTo(second);
        Answer behind = api.get(
                "/api/v1/inspections?limit=1&after=" + newest.at("/next").asString());
        assertThat(behind.at("/items").size()).isEqualTo(1);
        assertThat(behind.at("/items/0/id").asString()).isEqualTo(first);
        String page = quality.get("/inspections?after=" + newest.at("/next").asString())
                .body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("/inspections/" + first).doesNotContain("/inspections/" + second);
        assertThat(quality.get("/inspections?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(opened(day(-1)).status()).isEqualTo(400);
        Answer notOne = api.post("/api/v1/inspections", """
                {"account":"%s","inspector":"I","authority":"A","cases":["%s"],"from":"2026-01-01","until":"2026-02-01",
                 "lastDay":"%s"}
                """.formatted(UUID.randomUUID(), shown, day(1)));
        assertThat(notOne.status()).isEqualTo(400);
        assertThat(notOne.text("detail")).contains("role Inspector");
        Answer nothing = api.post("/api/v1/inspections", """
                {"account":"%s","inspector":"I","authority":"A","from":"2026-01-01","until":"2026-02-01","lastDay":"%s"}
                """.formatted(account, day(1)));
        assertThat(nothing.status()).isEqualTo(400);
        Answer backwards = api.post("/api/v1/inspections", """
                {"account":"%s","inspector":"I","authority":"A","cases":["%s"],"from":"2026-02-01","until":"2026-01-01",
                 "lastDay":"%s"}
                """.formatted(account, shown, day(1)));
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(jdbc.sql("""
                SELECT count(*) FROM information_schema.table_privileges
                 WHERE grantee = 'ward_app' AND table_schema = 'inspection' AND privilege_type IN ('UPDATE', 'DELETE')
                """).query(Long.class).single())
                .as("what was seen is neither changed nor removed")
                .isZero();
    }
}
