package dev.ward.report;

import dev.ward.audit.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps which of the manufacturer's reports a case has.
@Repository
class DesignationRepository {

    private final JdbcClient jdbc;

    DesignationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReportNumber> find(UUID caseId) {
        return jdbc.sql("""
                SELECT type, sequence FROM report.designation WHERE case_id = :case ORDER BY number DESC LIMIT 1
                """)
                .param("case", caseId)
                .query((row, _) -> new ReportNumber(row.getString("type"), row.getInt("sequence")))
                .optional();
    }

    /// The next sequence number; nobody else gets one until the transaction ends.
    int next(int before) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('report.designation'))")
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT greatest(coalesce(max(sequence), 0), :before) + 1 FROM report.designation")
                .param("before", before)
                .query(Integer.class)
                .single();
    }

    void insert(UUID caseId, ReportNumber one, Actor by, Instant at) {
        jdbc.sql("""
                INSERT INTO report.designation (case_id, type, sequence, entered_at, entered_by, enterer_name)
                VALUES (:case, :type, :sequence, :at, :by, :name)
                """)
                .param("case", caseId)
                .param("type", one.type())
                .param("sequence", one.sequence())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }
}
