package dev.ward.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.job.JobStatus;
import dev.ward.job.Jobs;
import dev.ward.web.Answer;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sets of rules are brought as files, and take the place of what is effective on their days.
@WardTest
class RuleVersionsTest {

    private static final String RULES = "/api/v1/obligations/rules";

    private final Cases cases;
    private final RuleBooks books;
    private final BookRepository repository;
    private final RuleVersionRepository versions;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Browser security;
    private final Browser head;
    private final Api regulatory;
    private final Api auditor;

    @Autowired
    RuleVersionsTest(
            Cases cases,
            RuleBooks books,
            BookRepository repository,
            RuleVersionRepository versions,
            Jobs jobs,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.books = books;
        this.repository = repository;
        this.versions = versions;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.security = callers.signedIn(port, "product-security");
        this.head = callers.signedIn(port, "regulatory-head");
        this.regulatory = Api.at(port, callers.token("regulatory-head"));
        this.auditor = Api.at(port, callers.token("auditor"));
    }

    /// A pack of a country with one clock, which starts with awareness.
    private static String pack(String id, String version, int days) {
        return """
                {"id": "ID", "version": "VERSION", "name": "Vigilance of ID", "regime": "ID", "authority": "An authority",
                 "status": "in-force", "effectiveFrom": "2024-01-01", "source": {"citation": "A law of ID"},
                 "outcomes": [{"key": "none", "name": "Nothing is due"}],
                 "rows": [{"when": [], "outcome": "none"}],
                 "clocks": [{"id": "ID-REPORT", "name": "Report to ID", "start": ["aware ID"], "length": DAYS,
                             "unit": "calendar-days", "stop": ["reported:ID"]}]}
                """.replace("ID", id).replace("VERSION", version).replace("DAYS", String.valueOf(days));
    }

    private Answer bring(Api by, String file) {
        return by.file(RULES + "?because=" + URLEncoder.encode("Decided on Monday", StandardCharsets.UTF_8), file);
    }

    private void brought(String file) {
        Answer answer = bring(regulatory, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        judged();
    }

    private void judged() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jobs.newest(Reader.machine("test"), EvaluationWork.KIND)
                        .orElseThrow()
                        .status()
                        .equals(JobStatus.COMPLETED));
    }

    private VulnerabilityCase learned(String regime, LocalDate day) {
        VulnerabilityCase one = cases.open(Actor.machine("test"), new CaseDraft("A hole", null));
        String here = "/cases/" + one.number() + "/due";
        Map<String, String> sent = new HashMap<>(
                Map.of("awarenessRegime", regime, "awarenessAt", day.toString(), "awarenessRestsOn", "A mail"));
        sent.put("identifier", TestCallers.email("product-security"));
        sent.put("password", TestCallers.PASSWORD);
        assertThat(security.submit(here, here + "/sign-awareness", sent).statusCode())
                .isEqualTo(302);
        return one;
    }

    private List<String> kept(VulnerabilityCase one, String clock) {
        return jdbc.sql("""
                SELECT d.last_day::text FROM clock.published_deadline d
                 WHERE d.owner_id = :case AND d.clock = :clock AND d.state <> 'void'
                """)
                .param("case", one.id())
                .param("clock", clock)
                .query(String.class)
                .list();
    }

    private static LocalDate ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days);
    }

    @Test
    @Statement("X2")
    void aPackIsEnabledByAFileAndNeedsNoCode() {
        brought(pack("UK", "1.0.0", 15));
        VulnerabilityCase one = learned("UK", ago(3));
        assertThat(kept(one, "UK-REPORT")).containsExactly(ago(-12).toString());
        String shown = head.get("/due/rules/UK").body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains("Version 1.0.0", "Decided on Monday", "Version 0.0.0 (does not decide)", "Not law")
                .contains("What changed since version 0.0.0", "Clock UK-REPORT, length", "15 calendar days");
        String list = head.get("/due/rules").body();
        PageAsserts.assertSound(list);
        assertThat(list).contains("Vigilance of UK", "Brought by", "Bring a set of rules");
        assertThat(security.get("/due/rules").body()).doesNotContain("Bring a set of rules");
        Map<String, String> sent = Map.of("withdrawVersion", "1.0.0", "withdrawBecause", "It was a mistake");
        assertThat(head.submit("/due/rules/UK", "/due/rules/UK/withdraw", sent).statusCode())
                .isEqualTo(302);
        judged();
        assertThat(kept(one, "UK-REPORT")).as("it decides no more").isEmpty();
        assertThat(head.get("/due/rules/UK").body()).contains("It was a mistake", "Version 1.0.0 (does not decide)");
        assertThat(head.submit("/due/rules/UK", "/due/rules/UK/withdraw", sent).statusCode())
                .as("twice")
                .isEqualTo(409);
    }

    @Test
    void whatIsReadCanBeChangedAndBrought() {
        String file = auditor.get(RULES + "/21CFR814-84").body();
        assertThat(bring(regulatory, file).body()).contains("is there already");
        String next = file.replace("\"version\" : \"1.0.0\"", "\"version\" : \"1.1.0\"")
                .replaceFirst("\"name\" : \"[^\"]+\"", "\"name\" : \"Annual reports, named anew\"");
        brought(next);
        assertThat(auditor.get(RULES + "/21CFR814-84/1.1.0").body()).isEqualTo(next);
        assertThat(auditor.get(RULES + "/21CFR814-84").body())
                .as("decides today")
                .isEqualTo(next);
        assertThat(auditor.get(RULES + "/21CFR814-84/1.0.0").body()).isEqualTo(file);
        assertThat(auditor.get(RULES).body())
                .contains("\"id\":\"21CFR814-84\",\"version\":\"1.1.0\"", "Decided on Monday");
        assertThat(security.get("/due/rules/21CFR814-84/1.0.0/file").body()).isEqualTo(file);
        assertThat(auditor.get(RULES + "/21CFR814-84/7.0.0").status()).isEqualTo(404);
        assertThat(auditor.get(RULES + "/NOTHING").status()).isEqualTo(404);
        assertThat(auditor.post(RULES + "/21CFR814-84/1.1.0/withdrawal", "{\"because\": \"No\"}")
                        .status())
                .isEqualTo(403);
        assertThat(regulatory
                        .post(RULES + "/21CFR814-84/1.0.0/withdrawal", "{\"because\": \"No\"}")
                        .status())
                .as("came with Ward")
                .isEqualTo(409);
    }

    @Test
    @Statement("X1")
    void aVersionThatBecomesEffectiveInTheMiddleOfACaseDoesNotJudgeIt() {
        VulnerabilityCase before = learned("FDA", ago(25));
        VulnerabilityCase after = learned("FDA", ago(15));
        assertThat(kept(before, "FDA-CUST-30")).containsExactly(ago(-5).toString());
        assertThat(kept(after, "FDA-CUST-30")).containsExactly(ago(-15).toString());
        brought(auditor.get(RULES + "/FDA-FINAL-2016/1.0.0")
                .body()
                .replace("\"version\" : \"1.0.0\"", "\"version\" : \"2.0.0\"")
                .replace("\"effectiveFrom\" : \"2016-12-28\"", "\"effectiveFrom\" : \"" + ago(20) + "\"")
                .replace("\"length\" : 30", "\"length\" : 20"));
        assertThat(kept(before, "FDA-CUST-30")).as("began before it").containsExactly(ago(-5).toString());
        assertThat(kept(after, "FDA-CUST-30")).containsExactly(ago(-5).toString());
        assertThat(decided(before)).containsExactly("1.0.0");
        assertThat(decided(after)).containsExactly("2.0.0");
        assertThat(jdbc.sql("""
                        SELECT j.edition FROM regulation.judgement j WHERE j.case_id = :case ORDER BY j.number
                        """).param("case", after.id()).query(Long.class).list())
                .as("what was judged before keeps by what")
                .hasSize(2)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(security.get("/cases/" + after.number() + "/due").body()).contains("Dates that moved");
        String shown = security.get("/due/rules/FDA-FINAL-2016").body();
        PageAsserts.assertSound(shown);
        assertThat(shown)
                .contains("a later version decides what begins after " + ago(21))
                .contains("30 calendar days", "20 calendar days", "cannot be shown or not met");
    }

    private List<String> decided(VulnerabilityCase one) {
        return jdbc.sql("""
                SELECT o.version FROM regulation.outcome o WHERE o.case_id = :case AND o.rule_set = 'FDA-FINAL-2016'
                """).param("case", one.id()).query(String.class).list();
    }

    @Test
    @Statement("X2")
    void aFileWithFaultsIsRefusedWithEachOfThem() {
        long edition = repository.head().edition();
        String file = pack("CA", "1.0.0", 15)
                .replace("\"when\": []", "\"when\": [\"yes\"]")
                .replace("reported:CA", "reported:CAA")
                .replace("\"in-force\"", "\"valid\"");
        Answer refused = bring(regulatory, file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("/status", "\\\"valid\\\" is none of", "/rows/0: a row has 2 cells, not 1");
        var page = head.submit(
                "/due/rules/bring", "/due/rules/bring", Map.of("text", file.replace("A law", "</textarea><b>A law")));
        assertThat(page.statusCode()).isEqualTo(400);
        PageAsserts.assertSound(page.body());
        assertThat(page.body()).contains("Refused", "/status", "/rows/0").doesNotContain("<b>A law");
        assertThat(bring(regulatory, pack("CA", "1.0.0", 15).replace("\"A law of CA\"", "\"\\u0000\""))
                        .status())
                .isEqualTo(400);
        assertThat(bring(regulatory, "").status()).isEqualTo(400);
        assertThat(bring(regulatory, " ".repeat(300 << 10)).body()).contains("larger than 256 KiB");
        assertThat(regulatory.file(RULES, pack("CA", "1.0.0", 15)).body()).contains("The because is missing");
        assertThat(bring(auditor, pack("CA", "1.0.0", 15)).status()).isEqualTo(403);
        assertThat(repository.head().edition()).as("nothing was kept").isEqualTo(edition);
    }

    @Test
    void aTextIsLookedAtBeforeItIsTaken() {
        String file = pack("JP", "1.0.0", 30);
        String empty = head.get("/due/rules/bring").body();
        PageAsserts.assertSound(empty);
        var looked = head.submit("/due/rules/bring", "/due/rules/bring", Map.of("text", file));
        assertThat(looked.statusCode()).isEqualTo(200);
        PageAsserts.assertSound(looked.body());
        assertThat(looked.body()).contains("What differs from version 0.0.0", "Take it into the rules");
        assertThat(versions.find("JP", "1.0.0")).isEmpty();
        assertThat(head.submit("/due/rules/bring", "/due/rules/bring", Map.of("text", file, "take", "yes"))
                        .statusCode())
                .as("without a reason")
                .isEqualTo(400);
        var taken = head.submit(
                "/due/rules/bring",
                "/due/rules/bring",
                Map.of("text", file, "take", "yes", "because", "Decided on Monday"));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(versions.find("JP", "1.0.0")).isPresent();
    }

    @Test
    void twoServersReadTheSameBookAndAnOlderOneCanBeReadStill() {
        RuleBooks other = new RuleBooks(repository, versions);
        long edition = repository.head().edition();
        brought(pack("CH", "1.0.0", 10));
        assertThat(books.clocks()).contains("CH-REPORT");
        assertThat(other.clocks()).contains("CH-REPORT");
        assertThat(other.current()).isSameAs(other.current());
        assertThat(other.bookOf(edition).ruleSets())
                .noneMatch(set -> set.id().equals("CH") && set.version().equals("1.0.0"));
        brought(pack("CH", "1.1.0", 12));
        assertThat(other.current().ruleSets())
                .filteredOn(set -> set.id().equals("CH"))
                .extracting(set -> set.version())
                .containsExactly("1.1.0");
    }

    @Test
    void whatFitsNoMoreIsToldAndStopsNothing() {
        brought(pack("AU", "1.0.0", 10));
        jdbc.sql("""
                INSERT INTO regulation.rule_version
                       (id, edition, rule_set, version, status, effective_from, content, sha256, because, entered_at,
                        entered_by, enterer_name)
                SELECT gen_random_uuid(), b.edition + 1, 'AU', '2.0.0', status, effective_from,
                       replace(replace(content, '1.0.0', '2.0.0'), 'aware AU', 'aware MARS'), sha256, because, entered_at,
                       entered_by, enterer_name
                  FROM regulation.rule_version v, regulation.book b WHERE v.rule_set = 'AU'
                """).update();
        jdbc.sql("UPDATE regulation.book SET edition = edition + 1, token = gen_random_uuid()")
                .update();
        assertThat(books.clocks()).as("the one before decides").contains("AU-REPORT");
        assertThat(learned("AU", ago(1))).isNotNull();
        assertThat(security.get("/due/rules").body()).contains("AU 2.0.0 decides no more", "\"MARS\" is no regime");
        jdbc.sql("UPDATE regulation.rule_version SET withdrawn_edition = edition + 1, withdrawn_at = now(),"
                        + " withdrawn_because = 'A test' WHERE version = '2.0.0' AND rule_set = 'AU'")
                .update();
    }
}
