package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A person writes a report from what Ward knows, keeps it signed, and says that it was submitted.
@WardTest
class DraftsTest {

    private static final Actor FIA = Actor.machine("fia");
    private static final Reader READER = Reader.machine("fia");

    private final String today = LocalDate.now(ZoneOffset.UTC).toString();
    private final RestClientOfTests ward;
    private final Cases cases;
    private final CaseTeams teams;
    private final DraftFleet fleet;
    private final Drafts drafts;
    private final DraftPdf pdf;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser head;
    private final String flaw = "CVE-2026-" + (10_000 + (int) (Math.random() * 80_000));
    private VulnerabilityCase one;

    @Autowired
    DraftsTest(
            @LocalServerPort int port,
            TestCallers callers,
            Cases cases,
            CaseTeams teams,
            AutowireCapableBeanFactory beans,
            Drafts drafts,
            DraftPdf pdf,
            JdbcClient jdbc) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.cases = cases;
        this.teams = teams;
        this.fleet = beans.createBean(DraftFleet.class);
        this.drafts = drafts;
        this.pdf = pdf;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.head = callers.signedIn(port, "regulatory-head");
        this.one = cases.open(FIA, new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(
                callers.caller("regulatory-head").actor(), new CaseDraft("A hole in a pump", "It could be stopped."));
    }

    private String here(String slug) {
        return "/cases/" + one.number() + "/due/drafts" + (slug.isEmpty() ? "" : "/" + slug);
    }

    private HttpResponse<String> submit(Browser browser, String slug, String act, Map<String, String> sent) {
        return browser.submit(here(slug), here(slug) + "/" + act, sent);
    }

    private HttpResponse<String> sign(String role, String slug) {
        Browser browser = callers.signedIn(port, role);
        Matcher seen = Pattern.compile("name=\"keepSeen\" value=\"([0-9a-f]{64})\"")
                .matcher(browser.get(here(slug)).body());
        assertThat(seen.find()).isTrue();
        return sign(browser, role, slug, seen.group(1));
    }

    private HttpResponse<String> sign(Browser browser, String role, String slug, String seen) {
        Map<String, String> sent = new HashMap<>();
        sent.put("keepSeen", seen);
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        return submit(browser, slug, "sign-version", sent);
    }

    private void fleet() {
        fleet.fill(ward, one.number(), flaw);
    }

    @Test
    @Statement("PR-9.2")
    void consigneesAndTotalsComeFromTheRegistry() {
        fleet();
        Draft draft = drafts.of(READER, DraftKind.FDA_806_10, one.number());
        String totals = draft.items().get(9).toString();
        assertThat(totals).contains("12, 1, 0, 10, 1, 9, 2, 9");
        assertThat(draft.items().get(9).missing()).contains("2 of Pump", "made and are in no place");
        DraftItem consignees = draft.items().get(11);
        assertThat(consignees.toString())
                .contains(
                        "1 consignee at 1 site, 9 distributed to them, 9 with a reached release there now",
                        "Main Street 1",
                        "555-01");
        assertThat(consignees.missing()).isNull();
        assertThat(draft.items().get(5).toString()).contains("P-00 to P-08", "L1");
        PageAsserts.assertSound(head.get(here("806-10")).body());
        assertThat(head.get(here("806-10") + "/consignees.csv").body()).contains("\"9\",\"9\"", "Clinic of Pump");
    }

    @Test
    void ofManyConsigneesTheFirstAreShownAndAllAreInTheFile() {
        fleet();
        fleet.ship(one.id(), Consignees.MOST_SHOWN);
        DraftItem item =
                drafts.of(READER, DraftKind.FDA_806_10, one.number()).items().get(11);
        assertThat(item.toString())
                .contains("2 consignees at 201 sites, 209 distributed to them", "the first 200 are shown", "House 199")
                .doesNotContain("Clinic of Pump");
        assertThat(item.missing())
                .contains("200 of Pump", "distributed and are registered with no customer")
                .contains("he telephone number of 200, the address of 200 of them");
        assertThat(head.get(here("806-10") + "/consignees.csv").body())
                .contains("House 000", "House 199", "Clinic of Pump");
    }

    @Test
    void aPersonFillsWhatWardDoesNotKnowOrPromisesIt() {
        String page = head.get(here("806-10")).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("(c)(8) Illnesses", "nobody has said that there were none");
        assertThat(submit(head, "806-10", "answer", Map.of("answerItem", "(c)(8)", "answerText", "None occurred."))
                        .statusCode())
                .isEqualTo(302);
        DraftItem harm =
                drafts.of(READER, DraftKind.FDA_806_10, one.number()).items().get(8);
        assertThat(harm.missing()).isNull();
        assertThat(harm.contents().toString()).contains("Ward did not know", "None occurred.");
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        submit(
                head,
                "806-10",
                "answer",
                Map.of("answerItem", "(c)(12)", "answerText", "The letter is being written.", "answerPromised", day));
        Draft draft = drafts.of(READER, DraftKind.FDA_806_10, one.number());
        assertThat(draft.items().get(12).missing()).as("promised, not there").isNotNull();
        assertThat(draft.items().get(13).contents().toString()).contains(day, "The letter is being written.");
        assertThat(draft.items().get(13).missing()).doesNotContain("(c)(12)").contains("(c)(9)");
        HttpResponse<String> unknown =
                submit(head, "806-10", "answer", Map.of("answerItem", "(c)(99)", "answerText", "x"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("The form has no item");
        HttpResponse<String> refused = submit(
                head,
                "806-10",
                "answer",
                Map.of("answerItem", "(c)(12)", "answerText", "Later.", "answerPromised", "2020-01-01"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("lies behind us", "Later.");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.published_entry WHERE what = 'report.item-answered'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void thePageShowsTheChosenTypeAndNoEmptyPhrase() {
        String page = head.get(here("806-10")).body();
        assertThat(page).contains("not a submission").doesNotContain("Nothing is known.", "value=\"C\" selected");
        submit(head, "806-10", "designate", Map.of("designateType", "C"));
        page = head.get(here("806-10")).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("value=\"C\" selected").doesNotContain("value=\"R\" selected");
    }

    @Test
    void noDataOfPatientsIsAskedForOrTaken() {
        assertThat(DraftKind.FDA_3500A.isOfPatient(new DraftItem("event 1 · A1", "Patient", "-", List.of(), null)))
                .isTrue();
        assertThat(DraftKind.FDA_3500A.isOfPatient(new DraftItem("event 1 · B1", "Event", "-", List.of(), null)))
                .isFalse();
    }

    @Test
    @Statement("PR-9.2")
    void aKeptDraftStaysAsItWasSignedAndItsSubmissionStopsTheClock() throws IOException {
        fleet();
        submit(head, "806-10", "designate", Map.of("designateType", "C"));
        HttpResponse<String> refused = sign(head, "regulatory-head", "806-10", "0".repeat(64));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Something has changed since you looked");
        assertThat(sign("regulatory-head", "806-10").statusCode()).isEqualTo(302);
        String before = head.get(here("806-10") + "/draft.json?version=1").body();
        submit(head, "806-10", "answer", Map.of("answerItem", "(c)(8)", "answerText", "None occurred."));
        assertThat(head.get(here("806-10") + "/draft.json?version=1").body()).isEqualTo(before);
        assertThat(head.get(here("806-10") + "/draft.json").body()).isNotEqualTo(before);
        assertThat(head.get(here("806-10") + "/consignees.csv?version=1").body())
                .contains("Clinic of Pump");
        eachPageHas("Case " + one.number(), "Version 1, draft, not submitted", "Signed by ", "Approval");

        assertThat(submit(
                                head,
                                "806-10",
                                "submitted",
                                Map.of("submittedVersion", "1", "submittedAt", today, "submittedReceipt", "ESG-77"))
                        .statusCode())
                .isEqualTo(302);
        eachPageHas("Version 1, submitted " + today + ", receipt ESG-77", "Signed by ");
        assertThat(jdbc.sql("""
                SELECT e.recipient || ' ' || e.moment || ' ' || e.origin FROM regulation.evidence e
                  JOIN handling.vulnerability_case c ON c.id = e.case_id WHERE c.id = :id AND e.type = 'reported'
                """).param("id", one.id()).query(String.class).list())
                .containsExactly("FDA " + today + " recorded");
        assertThat(submit(
                                head,
                                "806-10",
                                "submitted",
                                Map.of("submittedVersion", "1", "submittedAt", today, "submittedReceipt", "ESG-78"))
                        .statusCode())
                .as("once")
                .isEqualTo(409);
        String due = head.get("/cases/" + one.number() + "/due").body();
        PageAsserts.assertSound(due);
        assertThat(due).contains("Reports and records", "ESG-77");
        PageAsserts.assertSound(head.get(here("")).body());
        PageAsserts.assertSound(head.get(here("806-10")).body());
    }

    private void eachPageHas(String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.print(READER, one.number(), DraftKind.FDA_806_10, 1, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s+", " ")).contains(words);
            }
        }
    }

    @Test
    void aRecordOfWhatIsNotReportedIsSignedByTheDesignatedPerson() {
        assertThat(sign("designated-person", "806-20").statusCode()).isEqualTo(302);
        assertThat(head.get(here("806-20")).body())
                .contains("Version 1", "Review")
                .doesNotContain("It was submitted");
    }

    @Test
    void whoIsNotReadInSeesNothing() {
        teams.embargo(
                callers.caller("regulatory-head").actor(),
                new Reader(callers.caller("regulatory-head").actor().id(), true, null),
                one.number(),
                new EmbargoDraft(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T12:00", "UTC", "Say what is known."));
        Browser auditor = callers.signedIn(port, "auditor");
        for (String path : List.of(
                here(""),
                here("806-10"),
                here("806-10") + "/draft.pdf",
                here("806-10") + "/draft.json",
                here("806-10") + "/consignees.csv")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(head.get(path).statusCode()).as(path).isEqualTo(200);
        }
        Api program = Api.at(port, callers.token("auditor"));
        assertThat(program.get("/api/v1/cases/" + one.number() + "/drafts").status())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/cases/" + one.number() + "/drafts/806-10")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void programsReadDrafts() {
        Api program = Api.at(port, callers.token("auditor"));
        assertThat(program.get("/api/v1/cases/" + one.number() + "/drafts").body())
                .contains("\"kind\":\"806-10\"", "(c)(13)");
        assertThat(program.get("/api/v1/cases/" + one.number() + "/drafts/806-20")
                        .body())
                .contains("\"layout\":1", "21 CFR 806.20(b)", "It could be stopped.");
        assertThat(program.get("/api/v1/cases/" + one.number() + "/drafts/nothing")
                        .status())
                .isEqualTo(404);
        HttpResponse<String> file = head.get(here("806-10") + "/draft.pdf");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.body()).startsWith("%PDF");
    }

    @Test
    void whoReportsIsKeptInVersions() {
        String path = "/due/manufacturer";
        Browser office = callers.signedIn(port, "quality-regulatory");
        PageAsserts.assertSound(office.get(path).body());
        Matcher seen = Pattern.compile("name=\"makerSeen\" value=\"(\\d+)\"")
                .matcher(office.get(path).body());
        assertThat(seen.find()).isTrue();
        Map<String, String> sent = new HashMap<>(Map.of(
                "makerSeen",
                seen.group(1),
                "makerRegistration",
                "7654321",
                "makerName",
                "Example <b>",
                "makerPhone",
                "555"));
        assertThat(office.submit(path, path, sent).statusCode()).isEqualTo(302);
        assertThat(office.submit(path, path, sent).statusCode())
                .as("from what was seen before")
                .isEqualTo(412);
        sent.put("makerSeen", String.valueOf(Integer.parseInt(seen.group(1)) + 1));
        sent.put("makerRegistration", "12");
        assertThat(office.submit(path, path, sent).body()).contains("is no number of seven digits");
        sent.put("makerRegistration", "7654321");
        sent.put("makerSrn", "DE-MF-12");
        sent.put("makerRepresentativeSrn", "DE-MF-000000001");
        assertThat(office.submit(path, path, sent).body()).contains("is no SRN of the form DE-MF-000000001");
        sent.put("makerSrn", "CH-MF-000000001");
        assertThat(office.submit(path, path, sent).body()).contains("is no SRN of the form DE-AR-000000001");
        sent.put("makerRepresentativeSrn", "DE-AR-000000002");
        sent.put("makerRepresentativeName", "Example GmbH");
        assertThat(office.submit(path, path, sent).statusCode()).isEqualTo(302);
        assertThat(office.get(path).body())
                .contains("7654321", "Example &lt;b>", "CH-MF-000000001", "DE-AR-000000002", "Example GmbH");
        assertThat(callers.signedIn(port, "auditor").get(path).body())
                .contains("CH-MF-000000001", "SRN DE-AR-000000002");
        assertThat(drafts.of(READER, DraftKind.EU_FSCA, one.number()).toString())
                .contains("SRN CH-MF-000000001", "Example GmbH")
                .contains("The authorised representative's address is not entered.");
        submit(head, "806-10", "designate", Map.of("designateType", "R"));
        assertThat(drafts.of(READER, DraftKind.FDA_806_10, one.number())
                        .items()
                        .get(1)
                        .toString())
                .contains("7654321-")
                .containsPattern("-\\d{3}-R");
    }
}
