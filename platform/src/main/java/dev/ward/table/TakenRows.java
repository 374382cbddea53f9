package dev.ward.table;

import dev.ward.audit.Manifest;
import dev.ward.audit.RowHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that applications of files took, as a module keeps them in a table with `import_id`,
/// `imported_at` and `number` (an identity). One file may be applied several times: each took the rows of
/// a stretch of numbers.
///
/// Call it within a transaction: rows are read a part at a time there.
public class TakenRows implements RowHistory {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final String what;
    private final String table;
    private final String cells;

    /// @param what   the act that took them
    /// @param table  with its schema
    /// @param cells  all that a row says, as SQL that gives text
    protected TakenRows(JdbcClient jdbc, String what, String table, List<String> cells) {
        this.jdbc = jdbc;
        this.what = what;
        this.table = table;
        this.cells = String.join(", ", cells);
    }

    /// A cell in which tables may say what they like: its tabs and line feeds stand as `\t` and `\n`, a
    /// backslash as `\\`.
    protected static String free(String cell) {
        return "replace(replace(replace(%s, '\\', '\\\\'), E'\\t', '\\t'), E'\\n', '\\n')".formatted(cell);
    }

    @Override
    public final String what() {
        return what;
    }

    @Override
    public final byte[] digest(String subjectId, String changeSet) {
        Matcher numbers = NUMBERS.matcher(changeSet);
        if (!numbers.matches()) {
            return new byte[0];
        }
        Stretch stretch = new Stretch(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
        return rows(UUID.fromString(subjectId), stretch).sha256();
    }

    /// Of what one application took.
    ///
    /// @param at  when it did
    public final Manifest manifest(UUID importId, Instant at) {
        Stretch stretch = jdbc.sql("""
                SELECT coalesce(min(number), 0) AS first, coalesce(max(number), 0) AS last
                  FROM %s WHERE import_id = :import AND imported_at = :at
                """.formatted(table))
                .param("import", importId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stretch(row.getLong("first"), row.getLong("last")))
                .single();
        return rows(importId, stretch);
    }

    /// Of numbers, both within it.
    private record Stretch(long first, long last) {}

    /// All that a row says, cells parted by tabs.
    private Manifest rows(UUID importId, Stretch stretch) {
        String sql = """
                SELECT line
                  FROM (SELECT array_to_string(ARRAY[{cells}], E'\\t', '') AS line
                          FROM {table}
                         WHERE import_id = :import AND number BETWEEN :first AND :last) taken
                 ORDER BY line COLLATE "C"
                """.replace("{cells}", cells).replace("{table}", table);
        try (Stream<String> lines = jdbc
                .sql(sql)
                .withFetchSize(FETCHED)
                .param("import", importId)
                .param("first", stretch.first())
                .param("last", stretch.last())
                .query(String.class)
                .stream()) {
            return Manifest.over(stretch.first() + "-" + stretch.last(), lines);
        }
    }
}
