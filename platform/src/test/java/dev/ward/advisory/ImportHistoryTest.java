package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.AuditVerification;
import dev.ward.audit.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class ImportHistoryTest {

    private final Heard heard;
    private final AuditVerification verification;
    private final JdbcClient jdbc;

    @Autowired
    ImportHistoryTest(Heard heard, AuditVerification verification, JdbcClient jdbc) {
        this.heard = heard;
        this.verification = verification;
        this.jdbc = jdbc;
    }

    @Test
    void letsTheTrailMissARowThatAnImportMadeKnown() {
        heard.hear(Source.OSV, Records.osv("TEST-9001", "2030-01-01") + Records.osv("TEST-9002", "2030-01-01"));
        SourceImport later = heard.hear(Source.OSV, Records.osv("TEST-9001", "2030-01-02"));
        assertThat(verification.verify()).isInstanceOf(Verdict.Whole.class);
        long entry = jdbc.sql("SELECT seq FROM audit.published_entry WHERE subject_id = :id")
                .param("id", later.id().toString())
                .query(Long.class)
                .single();

        jdbc.sql("DELETE FROM advisory.record_revision WHERE import_id = :id")
                .param("id", later.id().value())
                .update();

        assertThat(verification.verify())
                .isEqualTo(new Verdict.Broken(
                        entry, "the rows of its act are not those that it names: some were changed or removed"));
    }
}
