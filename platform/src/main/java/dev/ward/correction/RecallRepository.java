package dev.ward.correction;

import dev.ward.audit.Actor;
import dev.ward.correction.RecallEntry.Status;
import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps recalls and what was entered of them.
@Repository
class RecallRepository {

    private static final int MOST_OPEN = 1_000;

    private final JdbcClient jdbc;

    RecallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(UUID caseId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('correction.recall:' || :case, 0))::text")
                .param("case", caseId.toString())
                .query(String.class)
                .single();
    }

    List<Recall> of(UUID caseId) {
        Map<UUID, List<RecallEntry>> entries = new HashMap<>();
        jdbc.sql("""
                SELECT e.* FROM correction.recall_entry e JOIN correction.recall r ON r.id = e.recall_id
                 WHERE r.case_id = :case ORDER BY e.number
                """).param("case", caseId).query((ResultSet row) -> {
            entries.computeIfAbsent(Rows.id(row, "recall_id"), _ -> new ArrayList<>())
                    .add(entry(row));
        });
        return jdbc.sql("SELECT r.* FROM correction.recall r WHERE r.case_id = :case ORDER BY r.number")
                .param("case", caseId)
                .query((row, _) -> {
                    UUID id = Rows.id(row, "id");
                    return new Recall(id, row.getInt("number"), entries.getOrDefault(id, List.of()));
                })
                .list();
    }

    /// @param owner  whose cases alone; null for all that the reader may see
    List<OpenRecall> open(Reader reader, @Nullable AccountId owner) {
        return jdbc.sql("""
                SELECT r.id, c.case_id, c.public_id, c.title
                  FROM correction.recall r
                  JOIN handling.published_case c ON c.case_id = r.case_id
                 WHERE (:owner::uuid IS NULL OR c.owner_id = :owner::uuid) AND %s
                   AND NOT EXISTS (SELECT FROM correction.recall_entry t
                                    WHERE t.recall_id = r.id AND t.kind = 'terminated'
                                      AND NOT EXISTS (SELECT FROM correction.recall_entry o WHERE o.corrects = t.id))
                 ORDER BY r.id
                 LIMIT :most
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("owner", owner == null ? null : owner.value())
                .param("most", MOST_OPEN)
                .query((row, _) -> new OpenRecall(
                        Rows.id(row, "id"),
                        Rows.id(row, "case_id"),
                        CaseNumber.of(row.getString("public_id")),
                        row.getString("title")))
                .list();
    }

    /// One that goes on, and whose.
    record OpenRecall(UUID recall, UUID caseId, CaseNumber number, String title) {}

    private static RecallEntry entry(ResultSet row) throws SQLException {
        RecallKind kind = Worded.get(RecallKind.values(), row.getString("kind"));
        return new RecallEntry(
                Rows.id(row, "id"),
                kind,
                row.getString("said"),
                row.getObject("on_day", LocalDate.class),
                kind == RecallKind.STATUS
                        ? new Status(
                                row.getInt("notified"),
                                row.getInt("responding"),
                                row.getInt("corrected"),
                                row.getInt("returned"),
                                row.getObject("checks", Integer.class))
                        : null,
                row.getString("note"),
                row.getObject("corrects", UUID.class),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"));
    }

    Optional<CaseNumber> caseOf(Reader reader, UUID recall) {
        return jdbc.sql("""
                SELECT c.public_id FROM correction.recall x
                  JOIN handling.published_case c ON c.case_id = x.case_id
                 WHERE x.id = :id AND %s
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("id", recall)
                .query(String.class)
                .optional()
                .map(CaseNumber::of);
    }

    void insert(UUID caseId, UUID recall, int number) {
        jdbc.sql("INSERT INTO correction.recall (id, case_id, number) VALUES (:id, :case, :number)")
                .param("id", recall)
                .param("case", caseId)
                .param("number", number)
                .update();
    }

    void insert(UUID recall, RecallEntry one, Actor actor) {
        Status status = one.status();
        jdbc.sql("""
                INSERT INTO correction.recall_entry
                       (id, recall_id, kind, said, on_day, notified, responding, corrected, returned, checks, note, corrects,
                        entered_at, entered_by, enterer_name)
                VALUES (:id, :recall, :kind, :said, :day, :notified, :responding, :corrected, :returned, :checks, :note,
                        :corrects, :at, :by, :name)
                """)
                .param("id", one.id())
                .param("recall", recall)
                .param("kind", one.kind().word())
                .param("said", one.said())
                .param("day", one.day())
                .param("notified", status == null ? null : status.notified())
                .param("responding", status == null ? null : status.responding())
                .param("corrected", status == null ? null : status.corrected())
                .param("returned", status == null ? null : status.returned())
                .param("checks", status == null ? null : status.checks())
                .param("note", one.note())
                .param("corrects", one.corrects())
                .param("at", Rows.utc(one.entered()))
                .param("by", actor.id())
                .param("name", one.by())
                .update();
    }
}
