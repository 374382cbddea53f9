package dev.ward.correction.past;

import dev.ward.identity.Reader;
import dev.ward.table.ComparedRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Compares the rows of the one import that is worked on with what is known, all at once, and takes what
/// is new.
@Repository
class CorrectionSteps extends ComparedRows<CorrectionRule, CorrectionField> {

    CorrectionSteps(JdbcClient jdbc) {
        super(
                jdbc,
                "correction.past",
                "correction.analyze_past",
                "CASE :field WHEN 'product' THEN s.product ELSE s.what END");
    }

    /// Says of each row what is to be done with it, and what is wrong with it beside that. What a later
    /// file or a correction says is not taken back by an older row.
    @Override
    protected void decide(Reader reader, Instant received) {
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
    }

    /// Takes what is new or was corrected, each as a further version, within the transaction at hand.
    @Override
    protected void apply(UUID importId, Instant now) {
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
