package dev.ward.handling;

import dev.ward.database.Rows;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the history of a signal or a case.
final class StepRows {

    private StepRows() {}

    /// The oldest first.
    static List<Step> of(JdbcClient jdbc, String sql, UUID of) {
        return jdbc.sql(sql)
                .param("of", of)
                .query((row, _) -> new Step(
                        Rows.instant(row, "at"),
                        row.getString("actor_name"),
                        row.getString("what"),
                        row.getString("detail"),
                        row.getString("because")))
                .list();
    }
}
