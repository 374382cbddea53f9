package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.regulation.EventRecord.Report;
import dev.ward.regulation.EventRecord.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps events, the verdicts upon them and the numbers of their reports.
@Repository
class VerdictRepository {

    private final JdbcClient jdbc;

    VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EventRecord> records(List<AdverseEvent> events) {
        UUID[] ids = events.stream().map(AdverseEvent::id).toArray(UUID[]::new);
        Map<UUID, List<Verdict>> verdicts = new HashMap<>();
        jdbc.sql("""
                SELECT a.* FROM regulation.association a WHERE a.event_id = ANY (:events) ORDER BY a.event_id, a.version
                """).param("events", ids).query((ResultSet row) -> {
            verdicts.computeIfAbsent(Rows.id(row, "event_id"), _ -> new ArrayList<>())
                    .add(verdict(row));
        });
        Map<UUID, List<Report>> reports = new HashMap<>();
        jdbc.sql("""
                SELECT r.* FROM regulation.event_report r WHERE r.event_id = ANY (:events)
                 ORDER BY r.event_id, r.entered_at, r.authority, r.report
                """).param("events", ids).query((ResultSet row) -> {
            reports.computeIfAbsent(Rows.id(row, "event_id"), _ -> new ArrayList<>())
                    .add(new Report(
                            row.getString("authority"),
                            row.getString("report"),
                            Rows.instant(row, "entered_at"),
                            row.getString("enterer_name")));
        });
        return events.stream()
                .map(event -> new EventRecord(
                        event,
                        verdicts.getOrDefault(event.id(), List.of()),
                        reports.getOrDefault(event.id(), List.of())))
                .toList();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                Rows.id(row, "id"),
                row.getInt("version"),
                row.getString("association"),
                row.getString("reason"),
                row.getBoolean("milder"),
                Rows.instant(row, "signed_at"),
                Rows.id(row, "signed_by"),
                row.getString("signer_name"),
                Rows.instantOrNull(row, "confirmed_at"),
                row.getString("confirmer_name"));
    }

    void insert(UUID caseId, AdverseEvent event, Actor actor) {
        jdbc.sql("""
                INSERT INTO regulation.adverse_event
                       (id, case_id, kind, happened_on, aware_moment, description, devices,
                        entered_at, entered_by, enterer_name)
                VALUES (:id, :case, :kind, :happened, :aware, :description, :devices, :at, :by, :name)
                """)
                .param("id", event.id())
                .param("case", caseId)
                .param("kind", event.kind())
                .param("happened", event.happened())
                .param("aware", event.aware())
                .param("description", event.description())
                .param("devices", event.devices().toArray(String[]::new))
                .param("at", Rows.utc(event.entered()))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    /// @return false when the event has this number already
    boolean insert(UUID event, Report report, Actor actor) {
        return jdbc.sql("""
                        INSERT INTO regulation.event_report
                               (event_id, authority, report, entered_at, entered_by, enterer_name)
                        VALUES (:event, :authority, :report, :at, :by, :name)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("event", event)
                        .param("authority", report.authority())
                        .param("report", report.number())
                        .param("at", Rows.utc(report.entered()))
                        .param("by", actor.id())
                        .param("name", report.by())
                        .update()
                == 1;
    }

    /// Until the end of the transaction only its owner says anything of the event.
    void hold(UUID event) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('regulation.association:' || :event, 0))::text")
                .param("event", event.toString())
                .query(String.class)
                .single();
    }

    void insert(UUID event, Verdict verdict) {
        jdbc.sql("""
                INSERT INTO regulation.association
                       (id, event_id, version, association, reason, milder, signed_at, signed_by, signer_name)
                VALUES (:id, :event, :version, :association, :reason, :milder, :at, :by, :name)
                """)
                .param("id", verdict.id())
                .param("event", event)
                .param("version", verdict.version())
                .param("association", verdict.association())
                .param("reason", verdict.reason())
                .param("milder", verdict.milder())
                .param("at", Rows.utc(verdict.signed()))
                .param("by", verdict.signedBy())
                .param("name", verdict.by())
                .update();
    }

    void confirm(UUID verdict, UUID by, String name, Instant at) {
        jdbc.sql("""
                UPDATE regulation.association
                   SET confirmed_at = :at, confirmed_by = :by, confirmer_name = :name
                 WHERE id = :id AND milder AND confirmed_at IS NULL
                """)
                .param("id", verdict)
                .param("by", by)
                .param("name", name)
                .param("at", Rows.utc(at))
                .update();
    }

    /// A day of a form; null when it is empty.
    ///
    /// @throws java.time.DateTimeException  when it is none
    static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }
}
