package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.correction.RecallDraft;
import dev.ward.correction.RecallKind;
import dev.ward.correction.Recalls;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Api;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is sent and no clock waits for, who may sign what, and what drafts read of recalls.
@WardTest
class SubmittedDraftsTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Cases cases;
    private final Recalls recalls;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Browser head;
    private final Caller owner;
    private VulnerabilityCase one;

    @Autowired
    SubmittedDraftsTest(@LocalServerPort int port, TestCallers callers, Cases cases, Recalls recalls, JdbcClient jdbc) {
        this.cases = cases;
        this.recalls = recalls;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.head = callers.signedIn(port, "regulatory-head");
        this.owner = callers.caller("regulatory-head");
        this.one = cases.open(owner.actor(), new CaseDraft("A hole", null));
    }

    @BeforeEach
    void open() {
        one = cases.open(owner.actor(), new CaseDraft("A hole in a pump", "It could be stopped."));
    }

    private String here(DraftKind kind) {
        return "/cases/" + one.number() + "/due/drafts/" + kind.slug();
    }

    private HttpResponse<String> submitted(DraftKind kind, LocalDate day, String receipt) {
        return head.submit(
                here(kind),
                here(kind) + "/submitted",
                Map.of("submittedVersion", "1", "submittedAt", day.toString(), "submittedReceipt", receipt));
    }

    private static String seen(Browser browser, String page) {
        Matcher seen = Pattern.compile("name=\"keepSeen\" value=\"([0-9a-f]{64})\"")
                .matcher(browser.get(page).body());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private HttpResponse<String> sign(Browser browser, String role, DraftKind kind, String seen) {
        Map<String, String> sent = new HashMap<>();
        sent.put("keepSeen", seen);
        sent.put("identifier", TestCallers.email(role));
        sent.put("password", TestCallers.PASSWORD);
        return browser.submit(here(kind), here(kind) + "/sign-version", sent);
    }

    private HttpResponse<String> sign(DraftKind kind) {
        return sign(head, "regulatory-head", kind, seen(head, here(kind)));
    }

    @ParameterizedTest
    @EnumSource(names = {"EU_FSCA", "FDA_814_84"})
    @Statement("X3")
    void whatNoClockWaitsForIsKeptAsSubmittedAndSaysThatItStopsNone(DraftKind kind) {
        assertThat(sign(kind).statusCode()).isEqualTo(302);
        String kept = head.get(here(kind) + "/draft.json?version=1").body();
        assertThat(head.get(here(kind)).body()).contains("No clock waits for it: the record stops none.");
        HttpResponse<String> ahead = submitted(kind, today.plusDays(3), "REF-1");
        assertThat(ahead.statusCode()).isEqualTo(400);
        assertThat(ahead.body()).contains("lies ahead", "REF-1");

        assertThat(submitted(kind, today, "REF-2").statusCode()).isEqualTo(302);
        String page = head.get(here(kind)).body();
        PageAsserts.assertSound(page);
        assertThat(page)
                .contains("Submitted " + today + ", receipt REF-2", "No clock waits for it: none was stopped.")
                .doesNotContain("It was submitted");
        assertThat(head.get(here(kind) + "/draft.json?version=1").body()).isEqualTo(kept);
        assertThat(head.get("/cases/" + one.number() + "/due").body()).contains("REF-2");
        assertThat(submitted(kind, today, "REF-3").statusCode()).as("once").isEqualTo(409);

        assertThat(Api.at(port, callers.token("auditor"))
                        .get("/api/v1/cases/" + one.number() + "/drafts")
                        .body())
                .contains("\"submitted\":\"" + today, "\"receipt\":\"REF-2\"", "\"countsAsReported\":false");
        assertThat(jdbc.sql("SELECT count(*) FROM regulation.evidence WHERE case_id = :id")
                        .param("id", one.id())
                        .query(Long.class)
                        .single())
                .as("no fact of the case, which could stop a clock of an incident")
                .isZero();
        assertThat(audited("report.submitted"))
                .contains("\"kind\":\"" + kind.slug(), "\"countsAsReported\":\"false\"", "REF-2", sha256(kind));
    }

    private String sha256(DraftKind kind) {
        return jdbc.sql("SELECT sha256 FROM report.kept WHERE case_id = :id AND kind = :kind")
                .param("id", one.id())
                .param("kind", kind.slug())
                .query(String.class)
                .single();
    }

    private String audited(String what) {
        return jdbc.sql("SELECT body FROM audit.published_entry WHERE what = :what AND subject_id = :case")
                .param("what", what)
                .param("case", one.number().text())
                .query(String.class)
                .single();
    }

    @Test
    void whatAClockWaitsForCountsAsReported() {
        assertThat(sign(DraftKind.EU_MIR).statusCode()).isEqualTo(302);
        HttpResponse<String> before = submitted(DraftKind.EU_MIR, today.minusDays(2), "REF-4");
        assertThat(before.statusCode()).isEqualTo(400);
        assertThat(before.body()).contains("lies before this version was kept and signed", "REF-4");
        assertThat(submitted(DraftKind.EU_MIR, today, "REF-4").statusCode()).isEqualTo(302);
        assertThat(head.get(here(DraftKind.EU_MIR)).body()).doesNotContain("No clock waits for it");
        assertThat(audited("report.submitted")).contains("\"countsAsReported\":\"true\"");
    }

    @Test
    void aFileOfAnotherCaseShowsNothing() {
        assertThat(sign(DraftKind.EU_FSCA).statusCode()).isEqualTo(302);
        HttpResponse<String> refused = head.submit(
                here(DraftKind.EU_FSCA),
                here(DraftKind.EU_FSCA) + "/submitted",
                Map.of(
                        "submittedVersion",
                        "1",
                        "submittedAt",
                        today.toString(),
                        "submittedReceipt",
                        "REF-5",
                        "submittedFile",
                        UUID.randomUUID().toString()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is no file of the case");
    }

    @Test
    void theFormToSignARecordIsOfferedToTheDesignatedPersonAlone() {
        Browser designated = callers.signedIn(port, "designated-person");
        String words = "Only the designated person reviews, keeps and signs this record";
        String page = head.get(here(DraftKind.FDA_806_20)).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains(words).doesNotContain("Keep this draft");
        assertThat(callers.signedIn(port, "auditor")
                        .get(here(DraftKind.FDA_806_20))
                        .body())
                .contains(words)
                .doesNotContain("Keep this draft");
        assertThat(designated.get(here(DraftKind.FDA_806_20)).body())
                .contains("Keep this draft")
                .doesNotContain(words);
        assertThat(head.get(here(DraftKind.FDA_806_10)).body())
                .contains("Keep this draft")
                .doesNotContain(words);
        HttpResponse<String> refused =
                sign(head, "regulatory-head", DraftKind.FDA_806_20, seen(designated, here(DraftKind.FDA_806_20)));
        assertThat(refused.statusCode()).as("whoever sends it all the same").isEqualTo(403);
    }

    @Test
    void draftsReadTheRecallsOfTheCase() {
        Reader reader = new Reader(owner.actor().id(), true, null);
        UUID recall = recalls.open(owner.actor(), reader, one.number()).id();
        enter(reader, recall, RecallKind.NUMBER, "Z-0456-2026");
        enter(reader, recall, RecallKind.CLASS, "II");
        enter(reader, recall, RecallKind.INITIATED, today.toString());
        for (DraftKind kind :
                new DraftKind[] {DraftKind.FDA_806_10, DraftKind.FDA_806_20, DraftKind.FDA_814_84, DraftKind.FDA_HHE}) {
            String page = head.get(here(kind)).body();
            PageAsserts.assertSound(page);
            assertThat(page).as(kind.slug()).contains("Recall Z-0456-2026");
        }
    }

    private void enter(Reader reader, UUID recall, RecallKind kind, String value) {
        recalls.enter(
                owner.actor(),
                reader,
                one.number(),
                recall,
                new RecallDraft(kind.word(), value, value, "", "", "", "", "", "", ""));
    }
}
