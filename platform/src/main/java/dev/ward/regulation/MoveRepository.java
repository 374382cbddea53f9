package dev.ward.regulation;

import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Ends of clocks that became others.
@Repository
class MoveRepository {

    private final JdbcClient jdbc;

    MoveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many ends moved.
    ///
    /// @param reopened  of those that were over before and no longer were
    record Counted(long all, long reopened) {}

    Counted since(Instant since) {
        return jdbc.sql("""
                SELECT count(*) AS n, count(*) FILTER (WHERE m.reopened) AS reopened
                  FROM clock.published_move m WHERE m.moved_at >= :since
                """)
                .param("since", Rows.utc(since))
                .query((row, _) -> new Counted(row.getLong("n"), row.getLong("reopened")))
                .single();
    }

    /// Those of a case that its reader may see, the newest first.
    List<EndMove> of(UUID caseId) {
        return jdbc.sql("""
                SELECT d.clock, d.name, m.*
                  FROM clock.published_move m
                  JOIN clock.published_deadline d ON d.deadline_id = m.deadline_id
                 WHERE d.owner_kind = :kind AND d.owner_id = :case
                 ORDER BY m.number DESC
                """)
                .param("kind", Evaluations.OWNER)
                .param("case", caseId)
                .query((row, _) -> new EndMove(
                        row.getString("clock"),
                        row.getString("name"),
                        Rows.instant(row, "moved_at"),
                        end(row, "was_last_day", "was_over_at"),
                        end(row, "last_day", "over_at"),
                        row.getBoolean("reopened")))
                .list();
    }

    private static String end(ResultSet row, String day, String over) throws SQLException {
        LocalDate last = row.getObject(day, LocalDate.class);
        return last == null ? Rows.instant(row, over).toString() : last.toString();
    }
}
