package dev.ward.table;

import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is said of the rows of the files of one kind, in the table of the module that takes them. It
/// has `import_id`, `refused`, `line`, `number` (an identity), `rule`, `field`, `heading`, `value` and
/// `reason`.
public final class RowNotes<R extends Enum<R> & RowRule> {

    /// As far as a person reads on.
    public static final int MOST_WARNINGS = 1_000;

    static final int LONGEST_VALUE = 200;
    /// A file may claim one line for all of its rows.
    private static final int MOST_AT_ONCE = 50_000;

    private static final SortOrder BY_LINE = SortOrder.ascending("line");

    private final JdbcClient jdbc;
    private final String table;
    private final Class<R> rules;

    /// @param table  with its schema
    public RowNotes(JdbcClient jdbc, String table, Class<R> rules) {
        this.jdbc = jdbc;
        this.table = table;
        this.rules = rules;
    }

    /// A value as far as it is kept.
    public static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    public void clear(UUID importId) {
        jdbc.sql("DELETE FROM %s WHERE import_id = :id".formatted(table))
                .param("id", importId)
                .update();
    }

    /// Takes notes while a file is read.
    public NoteTaker<R> taker(UUID importId) {
        return new NoteTaker<>(table, rules, importId);
    }

    private record Numbered<R extends RowRule>(long number, RowNote<R> note) {}

    /// In the order of lines.
    ///
    /// @param refused  whether of rows that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<RowNote<R>> list(UUID importId, boolean refused, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, BY_LINE, 2);
        List<Numbered<R>> notes = jdbc.sql("""
                SELECT * FROM %s
                 WHERE import_id = :id AND refused = :refused AND (line, number) > (:line, :number)
                 ORDER BY line, number
                 LIMIT :limit
                """.formatted(table))
                .param("id", importId)
                .param("refused", refused)
                .param("line", cursor == null ? 0 : cursor.number(0))
                .param("number", cursor == null ? 0 : cursor.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> new Numbered<>(row.getLong("number"), note(row)))
                .list();
        return Slice.of(notes, limit, one -> Cursor.of(BY_LINE, one.note().line(), one.number()))
                .map(Numbered::note);
    }

    /// How many notes of each rule are kept.
    public Map<R, Long> kept(UUID importId) {
        Map<R, Long> kept = new EnumMap<>(rules);
        jdbc.sql("SELECT rule, count(*) FROM %s WHERE import_id = :id GROUP BY rule".formatted(table))
                .param("id", importId)
                .query(row -> {
                    kept.put(RowRule.of(rules, row.getString(1)), row.getLong(2));
                });
        return kept;
    }

    /// Why rows are refused, by their lines, as many as there are of a few rows.
    Map<Long, List<RowNote<R>>> refusals(UUID importId, Collection<Long> lines) {
        return jdbc
                .sql("""
                SELECT * FROM %s
                 WHERE import_id = :id AND refused AND line = ANY(:lines)
                 ORDER BY line, number
                 LIMIT :most
                """.formatted(table))
                .param("id", importId)
                .param("lines", lines.toArray(Long[]::new))
                .param("most", MOST_AT_ONCE)
                .query((row, _) -> note(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RowNote::line));
    }

    private RowNote<R> note(ResultSet row) throws SQLException {
        return new RowNote<>(
                row.getLong("line"),
                row.getString("field"),
                row.getString("heading"),
                row.getString("value"),
                RowRule.of(rules, row.getString("rule")),
                row.getString("reason"));
    }
}
