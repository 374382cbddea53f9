package dev.ward.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.ExportVerification;
import dev.ward.audit.Verdict;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class AuditEntriesTest {

    private static final Reader READER = Reader.machine("test");
    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna", "Anna <Berg>");

    private final int port;
    private final AuditEntries entries;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final TestCallers callers;

    @Autowired
    AuditEntriesTest(
            @LocalServerPort int port,
            AuditEntries entries,
            AuditTrail trail,
            TransactionTemplate transaction,
            TestCallers callers) {
        this.port = port;
        this.entries = entries;
        this.trail = trail;
        this.transaction = transaction;
        this.callers = callers;
    }

    private void record(String id) {
        transaction.executeWithoutResult(_ -> trail.record(
                ANNA,
                Act.of("report.received", "report", id)
                        .before("state", "new")
                        .after("state", "seen")
                        .after("reporter", "Eve")
                        .personal("reporter")));
    }

    private static AuditFilter about(String subject) {
        return new AuditFilter(null, "report", subject, null, null, null);
    }

    @Test
    void opensWhatWasCommittedToUntilItIsErased() {
        record("r1");

        AuditEntry entry = entries.list(READER, about("r1"), null, 10).items().getFirst();
        assertThat(entry.actor().name()).isEqualTo(new AuditEntry.Value("Anna <Berg>", true));
        assertThat(entry.changes())
                .containsExactly(
                        new AuditEntry.Change("reporter", null, new AuditEntry.Value("Eve", true)),
                        new AuditEntry.Change(
                                "state", new AuditEntry.Value("new", false), new AuditEntry.Value("seen", false)));

        transaction.executeWithoutResult(_ -> trail.purge(ANNA, "report", "r1", "asked for"));

        assertThat(entries.find(READER, entry.seq()).orElseThrow().changes().getFirst())
                .isEqualTo(new AuditEntry.Change("reporter", null, new AuditEntry.Value(null, true)));
    }

    @Test
    void listsNewestFirstAndPageByPage() {
        for (int i = 0; i < 5; i++) {
            record("paged");
        }

        Slice<AuditEntry> first = entries.list(READER, about("paged"), null, 3);
        Slice<AuditEntry> second = entries.list(READER, about("paged"), first.next(), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(second.items().getFirst().seq())
                .isEqualTo(first.items().getLast().seq() - 1);
    }

    @Test
    void filtersByActorActAndTime() {
        record("filtered");

        assertThat(entries.list(
                                READER,
                                new AuditFilter("anna", null, "filtered", "report.received", null, null),
                                null,
                                9)
                        .items())
                .hasSize(1);
        assertThat(entries.list(READER, new AuditFilter("nobody", null, null, null, null, null), null, 9)
                        .items())
                .isEmpty();
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        assertThat(entries.list(READER, new AuditFilter("anna", null, null, null, tomorrow, null), null, 9)
                        .items())
                .isEmpty();
        assertThat(entries.list(READER, new AuditFilter("anna", null, "filtered", null, null, tomorrow), null, 9)
                        .items())
                .hasSize(1);
    }

    @Test
    void sendsAnExportThatVerifiesByItself() throws IOException {
        record("exported");

        HttpResponse<String> export =
                Browser.at(port).get("/api/v1/audit/export", "Authorization", "Bearer " + callers.token("auditor"));

        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(ExportVerification.verify(
                        new ByteArrayInputStream(export.body().getBytes(StandardCharsets.UTF_8)), List.of()))
                .isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void answersTheApi() {
        record("asked");
        String bearer = "Bearer " + callers.token("auditor");

        HttpResponse<String> list =
                Browser.at(port).get("/api/v1/audit?subject=report:asked&limit=1", "Authorization", bearer);
        assertThat(list.body())
                .contains(
                        "\"what\":\"report.received\"", "\"subjectId\":\"asked\"", "\"text\":\"Eve\"", "\"next\":null");
        assertThat(Browser.at(port)
                        .get("/api/v1/audit?from=yesterday", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsAPageWithOneEntryBesideTheList() {
        record("shown");
        long seq =
                entries.list(READER, about("shown"), null, 1).items().getFirst().seq();
        Browser browser = callers.signedIn(port, "auditor");

        HttpResponse<String> page = browser.get("/audit?subject=report:shown&panel=" + seq);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Anna &lt;Berg&gt;", "Entry " + seq, "report.received", "seen")
                .containsPattern("data-copy=\"\\d+:[0-9a-f]{64}\"");
        PageAsserts.assertSound(page.body());
        assertThat(browser.get("/audit?from=2026-11-22").statusCode()).isEqualTo(200);
    }
}
