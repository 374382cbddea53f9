package dev.ward.correction.past;

import dev.ward.identity.Reader;
import dev.ward.table.RowNotes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Compares the rows of the one import that is worked on with what is known, all at once, and takes what
/// is new.
@Repository
class CorrectionSteps {

    private final JdbcClient jdbc;

    CorrectionSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear() {
        jdbc.sql("TRUNCATE correction.past_staged, correction.past_work").update();
    }

    /// Lets the planner know how large the tables have become.
    void analyze() {
        jdbc.sql("SELECT correction.analyze_past()::text").query(String.class).optional();
    }

    /// The work of rows that are refused for another rule first, and for this one too.
    static String also(CorrectionRule rule) {
        return "also " + rule.word();
    }

    /// Says of each row what is to be done with it, and what is wrong with it beside that. What a later
    /// file or a correction says is not taken back by an older row.
    ///
    /// @param received  when the file came
    /// @return how many rows of each work
    Map<String, Long> decide(Reader reader, Instant received) {
        jdbc.sql("""
                INSERT INTO correction.past_work (number, work, product_id, version)
                WITH placed AS (
                    SELECT s.*, p.product_id, s.reported = '' AS unread, sha256(convert_to(lower(s.what), 'UTF8')) AS done
                      FROM correction.past_staged s
                      LEFT JOIN product.published_product p ON lower(p.name) = lower(s.product) AND %s
                ), compared AS (
                    SELECT p.*, min(encode(p.digest, 'hex')) OVER same <> max(encode(p.digest, 'hex')) OVER same AS contradict,
                           row_number() OVER (PARTITION BY p.product_id, p.decided_on, p.done, p.unread
                                              ORDER BY p.number) AS nth
                      FROM placed p
                    WINDOW same AS (PARTITION BY p.product_id, p.decided_on, p.done, p.unread)
                )
                SELECT c.number,
                       CASE WHEN c.unread THEN 'unread'
                            WHEN c.product_id IS NULL THEN 'unknown-product'
                            WHEN c.contradict THEN 'rows-contradict'
                            WHEN c.nth > 1 THEN 'same-row'
                            WHEN d.id IS NULL THEN 'new'
                            WHEN d.digest = c.digest THEN 'unchanged'
                            WHEN i.received_at > :received OR EXISTS (
                                SELECT FROM correction.past_correction o
                                 WHERE o.product_id = c.product_id AND o.decided_on = c.decided_on
                                   AND o.done = c.done AND o.digest = c.digest)
                                THEN 'older'
                            ELSE 'changed' END,
                       c.product_id, coalesce(d.version, 0) + 1
                  FROM compared c
                  LEFT JOIN correction.past_current k
                         ON k.product_id = c.product_id AND k.decided_on = c.decided_on AND k.done = c.done
                  LEFT JOIN correction.past_correction d ON d.id = k.correction_id
                  LEFT JOIN correction.past_import i ON i.id = d.import_id
                UNION ALL
                SELECT c.number, 'also unknown-product', NULL, NULL
                  FROM compared c
                 WHERE c.unread AND c.product <> '' AND c.product_id IS NULL
                """.formatted(reader.sees("p")))
                .param("received", received.atOffset(ZoneOffset.UTC))
                .update();
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("SELECT work, count(*) FROM correction.past_work GROUP BY work")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// What is said of rows that one rule is about; of those that are not refused, of the first ones.
    ///
    /// @param heading  of the field's column
    void note(UUID importId, CorrectionRule rule, CorrectionField field, String heading, String reason) {
        jdbc.sql("""
                INSERT INTO correction.past_note (import_id, refused, line, rule, field, heading, value, reason)
                SELECT :id, :refused, s.line, :rule, :field, :heading,
                       left(CASE :field WHEN 'product' THEN s.product ELSE s.what END, 200), :reason
                  FROM correction.past_work w
                  JOIN correction.past_staged s USING (number)
                 WHERE w.work IN (:rule, :also)
                 ORDER BY s.number
                 LIMIT CASE WHEN :refused THEN NULL ELSE :most END
                """)
                .param("id", importId)
                .param("rule", rule.word())
                .param("also", also(rule))
                .param("refused", rule.refuses())
                .param("field", field.word())
                .param("heading", heading)
                .param("reason", reason)
                .param("most", RowNotes.MOST_WARNINGS)
                .update();
    }

    /// Takes what is new or was corrected, each as a further version, within the transaction at hand.
    void apply(UUID importId, Instant now) {
        jdbc.sql("""
                WITH taken AS (
                    INSERT INTO correction.past_correction (id, product_id, decided_on, what, done, version, reported, report_number,
                                justification, decided_by, reference, digest, import_id, line, imported_at)
                    SELECT gen_random_uuid(), w.product_id, s.decided_on, s.what,
                           sha256(convert_to(lower(s.what), 'UTF8')), w.version, s.reported, s.report_number,
                           s.justification, s.decided_by, s.reference, s.digest, :import, s.line, :now
                      FROM correction.past_work w
                      JOIN correction.past_staged s USING (number)
                     WHERE w.work IN ('new', 'changed')
                     ORDER BY s.number
                    RETURNING id, product_id, decided_on, done
                )
                INSERT INTO correction.past_current (product_id, decided_on, done, correction_id)
                SELECT product_id, decided_on, done, id FROM taken
                    ON CONFLICT (product_id, decided_on, done) DO UPDATE SET correction_id = excluded.correction_id
                """)
                .param("import", importId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
