package dev.ward.device.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is said of the rows of files.
@Repository
class RowNoteRepository {

    /// A file may claim one line for all of its rows.
    private static final int MOST_AT_ONCE = 50_000;

    private final JdbcClient jdbc;

    RowNoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param number  with the line, its place in the list
    record Numbered(long number, RowNote note) {}

    void clear(ImportId id) {
        jdbc.sql("DELETE FROM device.import_note WHERE import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("DELETE FROM device.import_rule WHERE import_id = :id")
                .param("id", id.value())
                .update();
    }

    /// Says how often each rule was broken, in place of what was said before.
    void count(ImportId id, Map<Rule, Long> counts) {
        jdbc.sql("DELETE FROM device.import_rule WHERE import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                INSERT INTO device.import_rule (import_id, rule, count)
                SELECT :id, r.rule, r.count FROM unnest(:rules::text[], :counts::bigint[]) AS r (rule, count)
                """)
                .param("id", id.value())
                .param("rules", counts.keySet().stream().map(Rule::word).toArray(String[]::new))
                .param("counts", counts.values().toArray(Long[]::new))
                .update();
    }

    /// Refusals before warnings, each in the order of the rules.
    Map<Rule, Long> counts(ImportId id) {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        jdbc.sql("SELECT rule, count FROM device.import_rule WHERE import_id = :id")
                .param("id", id.value())
                .query(row -> {
                    counts.put(Rule.of(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /// In the order of lines.
    ///
    /// @param line    of the last one of the part before; 0 for the first part
    /// @param number  likewise
    List<Numbered> list(ImportId id, boolean refused, long line, long number, int limit) {
        return jdbc.sql("""
                SELECT line, number, rule, heading, value, reason
                  FROM device.import_note
                 WHERE import_id = :id AND refused = :refused AND (line, number) > (:line, :number)
                 ORDER BY line, number
                 LIMIT :limit
                """)
                .param("id", id.value())
                .param("refused", refused)
                .param("line", line)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new Numbered(row.getLong("number"), note(row)))
                .list();
    }

    /// Why rows are refused, by their lines, as many as there are of a few rows.
    Map<Long, List<RowNote>> refusals(ImportId id, Collection<Long> lines) {
        return jdbc
                .sql("""
                SELECT line, rule, heading, value, reason
                  FROM device.import_note
                 WHERE import_id = :id AND refused AND line = ANY(:lines)
                 ORDER BY line, number
                 LIMIT :most
                """)
                .param("id", id.value())
                .param("lines", lines.toArray(Long[]::new))
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> note(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RowNote::line));
    }

    private static RowNote note(ResultSet row) throws SQLException {
        return new RowNote(
                row.getLong("line"),
                row.getString("heading"),
                row.getString("value"),
                Rule.of(row.getString("rule")),
                row.getString("reason"));
    }
}
