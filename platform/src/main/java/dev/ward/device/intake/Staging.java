package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables in which the rows of the one import that is worked on wait; nobody else looks into them.
@Repository
class Staging {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Staging(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Empties the tables.
    void clear() {
        jdbc.sql("TRUNCATE device.staged_row, device.staged_work").update();
    }

    /// Sends rows within the transaction at hand. Were the machine to lose them, the file would be read again: no need
    /// to
    /// wait for the disk.
    void send(List<CopyRows> tables) {
        jdbc.sql("SET LOCAL synchronous_commit = off").update();
        for (CopyRows rows : tables) {
            template.execute((Connection connection) -> {
                rows.send(connection);
                return true;
            });
        }
    }

    /// Lets the planner know how large the tables have become.
    void analyze() {
        jdbc.sql("SELECT device.analyze_staged()::text").query(String.class).optional();
    }
}
