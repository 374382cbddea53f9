package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import dev.ward.table.RowNote;
import dev.ward.table.RowRule;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables in which the lines of one request wait: they belong to its connection, and are empty after its
/// transaction.
@Repository
class ReportStaging {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReportStaging(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Sends rows within the transaction at hand.
    void send(Stage stage, CopyRows rows) {
        template.execute(stage.definition());
        template.execute((Connection connection) -> {
            rows.send(connection);
            return true;
        });
        if (stage.isLarge()) {
            jdbc.sql(stage.sql("ANALYZE device.staged_row")).update();
        }
    }

    /// What was found while it was decided.
    List<RowNote<Rule>> notes(Stage stage) {
        return jdbc.sql(stage.sql("SELECT line, value, rule, reason FROM device.import_note ORDER BY line"))
                .query((row, _) -> new RowNote<>(
                        row.getLong("line"),
                        Field.SERIAL.word(),
                        Field.SERIAL.word(),
                        row.getString("value"),
                        RowRule.of(Rule.class, row.getString("rule")),
                        row.getString("reason")))
                .list();
    }
}
