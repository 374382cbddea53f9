package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PauseRepository {

    private final JdbcClient jdbc;

    PauseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<PauseEntry>> of(Collection<UUID> cases) {
        return CaseRows.byCase(jdbc, """
                SELECT p.*, e.moment AS end_moment, e.reason AS end_reason, e.entered_at AS end_entered_at,
                       e.enterer_name AS end_enterer_name
                  FROM regulation.pause p
                  LEFT JOIN regulation.pause_end e ON e.pause_id = p.id
                 WHERE p.case_id = ANY (:cases) ORDER BY p.number
                """, cases, (row, _) -> read(row));
    }

    private static PauseEntry read(ResultSet row) throws SQLException {
        String end = row.getString("end_moment");
        return new PauseEntry(
                Rows.id(row, "id"),
                row.getString("clock"),
                row.getString("moment"),
                row.getString("reason"),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"),
                end == null
                        ? null
                        : new PauseEntry.End(
                                end,
                                row.getString("end_reason"),
                                Rows.instant(row, "end_entered_at"),
                                row.getString("end_enterer_name")));
    }

    void insert(UUID caseId, PauseEntry entry, Actor by) {
        jdbc.sql("""
                INSERT INTO regulation.pause (id, case_id, clock, moment, reason, entered_at, entered_by, enterer_name)
                VALUES (:id, :case, :clock, :moment, :reason, :at, :by, :name)
                """)
                .param("id", entry.id())
                .param("case", caseId)
                .param("clock", entry.clock())
                .param("moment", entry.moment())
                .param("reason", entry.reason())
                .param("at", Rows.utc(entry.entered()))
                .param("by", by.id())
                .param("name", entry.by())
                .update();
    }

    /// @return false when it was ended before
    boolean end(UUID pause, PauseEntry.End end, Actor by) {
        return jdbc.sql("""
                        INSERT INTO regulation.pause_end (pause_id, moment, reason, entered_at, entered_by, enterer_name)
                        VALUES (:pause, :moment, :reason, :at, :by, :name)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("pause", pause)
                        .param("moment", end.moment())
                        .param("reason", end.reason())
                        .param("at", Rows.utc(end.entered()))
                        .param("by", by.id())
                        .param("name", end.by())
                        .update()
                == 1;
    }
}
