package dev.ward.regulation;

import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AwarenessRepository {

    private final JdbcClient jdbc;

    AwarenessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<AwarenessEntry>> of(Collection<UUID> cases) {
        return CaseRows.byCase(
                jdbc,
                "SELECT * FROM regulation.awareness WHERE case_id = ANY (:cases) ORDER BY number",
                cases,
                (row, _) -> read(row));
    }

    private static AwarenessEntry read(ResultSet row) throws SQLException {
        return new AwarenessEntry(
                Rows.id(row, "id"),
                row.getString("regime"),
                row.getString("moment"),
                row.getString("rests_on"),
                row.getBoolean("later"),
                row.getString("reason"),
                Rows.instant(row, "entered_at"),
                Rows.id(row, "entered_by"),
                row.getString("enterer_name"),
                Rows.instantOrNull(row, "confirmed_at"),
                row.getString("confirmer_name"));
    }

    void insert(UUID caseId, AwarenessEntry entry) {
        jdbc.sql("""
                INSERT INTO regulation.awareness
                       (id, case_id, regime, moment, rests_on, later, reason, entered_at, entered_by, enterer_name)
                VALUES (:id, :case, :regime, :moment, :restsOn, :later, :reason, :at, :by, :name)
                """)
                .param("id", entry.id())
                .param("case", caseId)
                .param("regime", entry.regime())
                .param("moment", entry.moment())
                .param("restsOn", entry.restsOn())
                .param("later", entry.later())
                .param("reason", entry.reason())
                .param("at", Rows.utc(entry.entered()))
                .param("by", entry.enteredBy())
                .param("name", entry.by())
                .update();
    }

    /// @return false when it waits no longer
    boolean confirm(UUID id, UUID by, String name, Instant at) {
        return jdbc.sql("""
                        UPDATE regulation.awareness
                           SET confirmed_at = :at, confirmed_by = :by, confirmer_name = :name
                         WHERE id = :id AND later AND confirmed_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("name", name)
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }
}
