package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.job.JobId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class ImportTest {

    private final Heard heard;

    @Autowired
    ImportTest(Heard heard) {
        this.heard = heard;
    }

    @Test
    void publishesARecordItsStatementAndItsKey() {
        SourceImport of = heard.hear(Source.OSV, Records.osv("TEST-1001", "2030-01-01"));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(of.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0));
        assertThat(heard.rows("""
                SELECT concat_ws(' ', r.source, r.name, r.state, k.use, k.key, k.decision, v.name, v.rating, v.score)
                  FROM advisory.published_record r
                  JOIN advisory.published_statement s USING (record_id)
                  JOIN advisory.published_statement_key k USING (record_id, number)
                  JOIN advisory.published_vulnerability v USING (vulnerability_id)
                 WHERE r.name = 'TEST-1001'
                """)).containsExactly("OSV TEST-1001 PUBLISHED 0 pypi/pump-test-1001 0 TEST-1001 4 7.5");
        assertThat(heard.events).isNotEmpty();
    }

    @Test
    void letsTheRecordModifiedLastCount() {
        heard.hear(Source.OSV, Records.summed("TEST-1101", "2030-01-05", "first"));
        SourceImport older = heard.hear(Source.OSV, Records.summed("TEST-1101", "2030-01-04", "older"));
        SourceImport same = heard.hear(Source.OSV, Records.summed("TEST-1101", "2030-01-05", "first") + "\n");
        SourceImport equal = heard.hear(Source.OSV, Records.summed("TEST-1101", "2030-01-05", "read last"));
        SourceImport newer = heard.hear(Source.OSV, Records.summed("TEST-1101", "2030-01-06", "newer"));

        assertThat(older.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1, 0));
        assertThat(same.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 0));
        assertThat(same.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(equal.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(newer.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(heard.rows("SELECT summary FROM advisory.published_vulnerability WHERE name = 'TEST-1101'"))
                .containsExactly("newer");
        assertThat(heard.rows("""
                SELECT v.state FROM advisory.record_revision v JOIN advisory.record r USING (record_id)
                 WHERE r.name = 'TEST-1101'
                """)).hasSize(3);
        assertThat(heard.rows("""
                SELECT count(*) FROM advisory.statement_key k JOIN advisory.record r USING (record_id)
                 WHERE r.name = 'TEST-1101'
                """)).containsExactly("1");
    }

    @Test
    void takesTheNewestOfTwoRecordsInOneDocument() {
        SourceImport of = heard.hear(
                Source.OSV,
                Records.summed("TEST-1201", "2030-01-02", "newest")
                        + Records.summed("TEST-1201", "2030-01-01", "older"));

        assertThat(of.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0, 0));
        assertThat(heard.rows("SELECT summary FROM advisory.vulnerability WHERE name = 'TEST-1201'"))
                .containsExactly("newest");
    }

    @Test
    void doesNothingWhenTheSameDocumentComesAgain() {
        String document = Records.osv("TEST-1301", "2030-01-01");
        SourceImport first = heard.hear(Source.OSV, document);
        List<String> changeSets = heard.rows("SELECT count(*) FROM advisory.change_set");
        SourceImport again = heard.hear(Source.OSV, document);

        assertThat(again.outcome()).isEqualTo(ImportOutcome.NOTHING_NEW);
        assertThat(again.sha256()).isEqualTo(first.sha256());
        assertThat(heard.rows("SELECT count(*) FROM advisory.change_set")).isEqualTo(changeSets);
    }

    @Test
    void failsWhereNothingIsToldAndSaysWhy() {
        for (String document :
                List.of("", "[]", "<!doctype html><html><body>Sign in</body></html>", "{\"vulnerabilities\": []}")) {
            SourceImport of = heard.hear(Source.OSV, document);

            assertThat(of.outcome()).as(document).isEqualTo(ImportOutcome.FAILED);
            assertThat(of.problem()).as(document).contains("a document").contains("send another one");
            assertThat(heard.job(of.job()).problem()).isEqualTo(of.problem());
        }
    }

    @Test
    void refusesRecordsOfAnotherSource() {
        SourceImport of = heard.hear(Source.NVD, Records.osv("TEST-1401", "2030-01-01"));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.FAILED);
        assertThat(of.problem()).contains("is of the kind \"OSV records\", which is imported as \"osv\"");
        assertThat(heard.vulnerability("TEST-1401")).isEmpty();
    }

    @Test
    void readsGoodRecordsBesidePoisonousOnesAndListsThose() {
        SourceImport of = heard.hear(
                Source.OSV,
                Records.osv("TEST-1501", "2030-01-01")
                        + "{\"schema_version\": \"1.6.0\", \"id\": 7, \"modified\": []}\n"
                        + "{\"schema_version\": \"1.6.0\", \"id\": \"TEST-15\n"
                        + Records.summed("TEST-1502", "2030-01-01", "zero \\u0000 inside")
                        + Records.osv("X".repeat(3_000), "2030-01-01")
                        + Records.osv("TEST-1503", "2030-01-01", "Y".repeat(3_000)));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(heard.vulnerability("TEST-1501")).isNotEmpty();
        assertThat(heard.vulnerability("TEST-1502")).isNotEmpty();
        assertThat(heard.vulnerability("TEST-1503")).isNotEmpty();
        assertThat(of.counts().unread()).isGreaterThanOrEqualTo(4);
        assertThat(heard.rows("SELECT reason FROM advisory.unread WHERE import_id = '%s'".formatted(of.id())))
                .hasSize((int) of.counts().unread())
                .anyMatch(reason -> reason.contains("3,000 characters"));
    }

    @Test
    void readsWhatStandsBeforeTheCutOfAGzip() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            lines.append(Records.osv("TEST-16" + i, "2030-01-01", "flaw " + random.nextLong(), ""));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        SourceImport of = heard.hear(Source.OSV, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(of.counts().created()).isBetween(1L, 199L);
        assertThat(of.counts().unread()).isPositive();
    }

    @Test
    void goesOnAfterAKillBetweenACommitAndTheEnd() {
        SourceImport of = heard.hear(Source.OSV, Records.osv("TEST-1701", "2030-01-01"));
        int events = heard.events.size();
        heard.undo(of);

        SourceImport again = heard.again(of);

        assertThat(again.outcome()).isEqualTo(ImportOutcome.COMPLETED);
        assertThat(again.counts()).isEqualTo(of.counts());
        assertThat(heard.events).hasSize(events + 1);
        assertThat(heard.rows("""
                SELECT count(*) FROM advisory.record_revision v JOIN advisory.record r USING (record_id)
                 WHERE r.name = 'TEST-1701'
                """)).containsExactly("1");
    }

    @Test
    void takesTwoImportsOfOneSourceOneAfterTheOther() {
        List<JobId> jobs = List.of(
                heard.submit(Source.OSV, many("TEST-18", "first")), heard.submit(Source.OSV, many("TEST-18", "other")));
        List<SourceImport> ended = jobs.stream().map(heard::await).toList();

        assertThat(ended).extracting(SourceImport::outcome).containsOnly(ImportOutcome.COMPLETED);
        assertThat(ended.stream().mapToLong(of -> of.counts().created()).sum()).isEqualTo(500);
        assertThat(ended.stream().mapToLong(of -> of.counts().revised()).sum()).isEqualTo(500);
    }

    @Test
    void writesOneEntryIntoTheAuditTrail() {
        SourceImport of = heard.hear(Source.OSV, Records.osv("TEST-1901", "2030-01-01"));

        assertThat(heard.rows("SELECT body FROM audit.entry WHERE body LIKE '%" + of.id() + "%'"))
                .singleElement()
                .asString()
                .contains("advisory.imported", String.valueOf(of.sha256()), "manifest");
    }

    private static byte[] many(String prefix, String summary) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(Records.summed(prefix + i, "2030-01-01", summary));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
