package dev.ward.correction;

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
import org.springframework.stereotype.Component;

/// The past corrections that applications of files took, as they are kept. One file may be applied
/// several times: each took the rows of a stretch of numbers.
///
/// Call it within a transaction: rows are read a part at a time there.
@Component
public class CorrectionHistory implements RowHistory {

    public static final String WHAT = "past-corrections.imported";

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final int FETCHED = 1_000;
    /// Cells in which tables may say what they like.
    private static final List<String> FREE =
            List.of("what", "report_number", "justification", "decided_by", "reference");

    private final JdbcClient jdbc;

    CorrectionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Over a database without an application around it, as a command reads it.
    public static CorrectionHistory over(JdbcClient jdbc) {
        return new CorrectionHistory(jdbc);
    }

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public byte[] digest(String subjectId, String changeSet) {
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
    public Manifest manifest(UUID importId, Instant at) {
        Stretch stretch = jdbc.sql("""
                SELECT coalesce(min(number), 0) AS first, coalesce(max(number), 0) AS last
                  FROM correction.past_correction WHERE import_id = :import AND imported_at = :at
                """)
                .param("import", importId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stretch(row.getLong("first"), row.getLong("last")))
                .single();
        return rows(importId, stretch);
    }

    /// Of numbers, both within it.
    private record Stretch(long first, long last) {}

    /// Tabs and line feeds of a cell stand in it as `\t` and `\n`, a backslash as `\\`.
    private static String free(String cell) {
        return "replace(replace(replace(%s, '\\', '\\\\'), E'\\t', '\\t'), E'\\n', '\\n')".formatted(cell);
    }

    /// All that a row says, cells parted by tabs.
    private Manifest rows(UUID importId, Stretch stretch) {
        String sql = """
                SELECT line
                  FROM (SELECT array_to_string(
                                   ARRAY[product_id::text, to_char(decided_on, 'YYYY-MM-DD'), {what}, version::text, reported,
                                         {report_number}, {justification}, {decided_by}, {reference}, line::text],
                                   E'\\t', '') AS line
                          FROM correction.past_correction
                         WHERE import_id = :import AND number BETWEEN :first AND :last) taken
                 ORDER BY line COLLATE "C"
                """;
        for (String cell : FREE) {
            sql = sql.replace("{" + cell + "}", free(cell));
        }
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
