package dev.ward.correction;

import dev.ward.database.Rows;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was decided of corrections and removals before Ward was used. Nothing here counts as a decision
/// of Ward.
@Service
@Transactional(readOnly = true)
public class PastCorrections {

    private static final SortOrder NEWEST = SortOrder.descending("decided");

    private static final String SELECT = """
            SELECT x.*, p.name AS product_name, i.name AS file, i.sha256
              FROM correction.past_correction x
              JOIN product.published_product p ON p.product_id = x.product_id
              JOIN correction.past_import i ON i.id = x.import_id
            """;

    private final JdbcClient jdbc;

    PastCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Numbered(long number, PastCorrection one) {}

    /// The newest decision first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<PastCorrection> list(Reader reader, PastCorrectionFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 2);
        String words = filter.words();
        List<Numbered> found = jdbc.sql(SELECT + """
                  JOIN correction.past_current k ON k.correction_id = x.id
                 WHERE %s
                   AND (:product::uuid IS NULL OR x.product_id = :product::uuid)
                   AND (:reported::text IS NULL OR x.reported = :reported::text)
                   AND (:words::text IS NULL
                        OR strpos(lower(concat_ws(' ', x.what, x.report_number, x.justification, x.decided_by, x.reference)),
                                  lower(:words::text)) > 0)
                   AND (:day::date IS NULL OR (x.decided_on, x.number) < (:day::date, :number::bigint))
                 ORDER BY x.decided_on DESC, x.number DESC
                 LIMIT :limit
                """.formatted(reader.sees("p")))
                .param("product", filter.product())
                .param("reported", filter.reported() == null ? null : filter.reported() ? "yes" : "no")
                .param("words", words == null || words.isBlank() ? null : words.strip())
                .param("day", cursor == null ? null : LocalDate.ofEpochDay(cursor.number(0)))
                .param("number", cursor == null ? null : cursor.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> new Numbered(row.getLong("number"), read(row)))
                .list();
        return Slice.of(
                        found,
                        limit,
                        last -> Cursor.of(NEWEST, last.one().decidedOn().toEpochDay(), last.number()))
                .map(Numbered::one);
    }

    /// All versions of what a decision is about, the newest first.
    ///
    /// @throws ProblemException  when there is none that is seen
    public List<PastCorrection> versions(Reader reader, UUID id) {
        List<PastCorrection> all = jdbc.sql(SELECT + """
                  JOIN correction.past_correction o ON o.id = :id
                 WHERE %s AND x.product_id = o.product_id AND x.decided_on = o.decided_on AND x.done = o.done
                 ORDER BY x.version DESC
                """.formatted(reader.sees("p")))
                .param("id", id)
                .query((row, _) -> read(row))
                .list();
        if (all.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no past correction \"%s\".".formatted(id));
        }
        return all;
    }

    private static PastCorrection read(ResultSet row) throws SQLException {
        return new PastCorrection(
                Rows.id(row, "id"),
                Rows.id(row, "product_id"),
                row.getString("product_name"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("what"),
                row.getInt("version"),
                row.getString("reported").equals("yes"),
                row.getString("report_number"),
                row.getString("justification"),
                row.getString("decided_by"),
                row.getString("reference"),
                new PastCorrection.Origin(
                        Rows.id(row, "import_id"),
                        row.getString("file"),
                        row.getString("sha256"),
                        row.getLong("line"),
                        Rows.instant(row, "imported_at")));
    }
}
