package dev.ward.assessment.past;

import dev.ward.identity.Reader;
import dev.ward.table.ComparedRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Compares the rows of the one import that is worked on with what is known, all at once, and takes what is new.
@Repository
class PastSteps extends ComparedRows<PastRule, PastField> {

    /// Of a status that no day tells apart from another, the graver is kept.
    private static final String[] MILDNESS = {"affected", "under-investigation", "fixed", "not-affected"};

    PastSteps(JdbcClient jdbc) {
        super(
                jdbc,
                "assessment.past",
                "assessment.analyze_past",
                "CASE :field WHEN 'product' THEN s.product WHEN 'release' THEN s.release ELSE s.vulnerability END");
    }

    /// Says of each row what is to be done with it, and what is wrong with it beside that. A CVE that no
    /// source knows yet is taken all the same. What a later file or a correction says is not taken back by
    /// an older row; of statements of VEX, their days tell which is later; where they do not, the graver
    /// stays.
    @Override
    protected void decide(Reader reader, Instant received) {
        // Of names that are looked up by several columns the planner expects one row, and would compare each with each.
        jdbc.sql("SET LOCAL enable_nestloop = off").update();
        jdbc.sql("""
                INSERT INTO assessment.past_work (number, work, release_id, product_id, vulnerability, version)
                WITH named AS (
                    SELECT DISTINCT product, model, release FROM assessment.past_staged WHERE release_id IS NULL
                ), placed AS (
                    SELECT n.product, n.model, n.release, p.product_id, count(r.release_id) AS releases,
                           min(r.release_id::text)::uuid AS release_id
                      FROM named n
                      LEFT JOIN product.published_product p ON lower(p.name) = lower(n.product) AND %s
                      LEFT JOIN product.published_release r
                             ON r.product_id = p.product_id AND r.version = n.release
                            AND (n.model IS NULL OR lower(r.model_name) = lower(n.model))
                     GROUP BY n.product, n.model, n.release, p.product_id
                ), called AS (
                    SELECT s.vulnerability AS said, coalesce(v.name, s.vulnerability) AS vulnerability,
                           n.name IS NOT NULL OR s.vulnerability ~ '^CVE-[0-9]{4}-[0-9]{4,19}$' AS known
                      FROM (SELECT DISTINCT vulnerability FROM assessment.past_staged) s
                      LEFT JOIN advisory.published_name n ON n.name = s.vulnerability
                      LEFT JOIN advisory.published_vulnerability v ON v.vulnerability_id = n.vulnerability_id
                ), resolved AS (
                    SELECT s.number, s.component, s.digest, s.release_id IS NOT NULL AS dated, s.decided_on, s.status,
                           s.status = '' AS unread,
                           coalesce(r.product_id, p.product_id) AS product_id,
                           coalesce(r.release_id, p.release_id) AS release_id, c.vulnerability,
                           CASE WHEN r.release_id IS NULL AND p.product_id IS NULL
                                THEN CASE WHEN s.product <> '' THEN 'unknown-product' END
                                WHEN s.release = '' THEN NULL
                                WHEN p.releases = 0 THEN 'unknown-release'
                                WHEN p.releases > 1 THEN 'ambiguous-release' END AS unplaced,
                           CASE WHEN s.vulnerability <> '' AND NOT c.known THEN 'unknown-vulnerability' END AS unnamed
                      FROM assessment.past_staged s
                      LEFT JOIN product.published_release r ON r.release_id = s.release_id
                      LEFT JOIN placed p ON s.release_id IS NULL AND p.product = s.product AND p.release = s.release
                                        AND p.model IS NOT DISTINCT FROM s.model
                      JOIN called c ON c.said = s.vulnerability
                ), compared AS (
                    SELECT r.*, min(encode(r.digest, 'hex')) OVER same <> max(encode(r.digest, 'hex')) OVER same AS contradict,
                           row_number() OVER (PARTITION BY r.release_id, r.vulnerability, r.component, r.unread
                                              ORDER BY r.number) AS nth
                      FROM resolved r
                    WINDOW same AS (PARTITION BY r.release_id, r.vulnerability, r.component, r.unread)
                )
                SELECT c.number,
                       CASE WHEN c.unread THEN 'unread'
                            WHEN coalesce(c.unplaced, c.unnamed) IS NOT NULL THEN coalesce(c.unplaced, c.unnamed)
                            WHEN c.contradict THEN 'rows-contradict'
                            WHEN c.nth > 1 THEN 'same-row'
                            WHEN d.id IS NULL THEN 'new'
                            WHEN d.digest = c.digest THEN 'unchanged'
                            WHEN c.dated AND d.decided_on > c.decided_on THEN 'older'
                            WHEN c.dated AND d.decided_on < c.decided_on THEN 'changed'
                            WHEN c.dated AND array_position(:mildness::text[], c.status)
                                         > array_position(:mildness::text[], d.status)
                                THEN 'older'
                            WHEN i.received_at > :received OR EXISTS (
                                SELECT FROM assessment.past_decision o
                                 WHERE o.release_id = c.release_id AND o.vulnerability = c.vulnerability
                                   AND o.component = c.component AND o.digest = c.digest) THEN 'older'
                            ELSE 'changed' END,
                       c.release_id, c.product_id, c.vulnerability, coalesce(d.version, 0) + 1
                  FROM compared c
                  LEFT JOIN assessment.past_current k
                         ON k.release_id = c.release_id AND k.vulnerability = c.vulnerability AND k.component = c.component
                  LEFT JOIN assessment.past_decision d ON d.id = k.decision_id
                  LEFT JOIN assessment.past_import i ON i.id = d.import_id
                UNION ALL
                SELECT c.number, 'also ' || fault.rule, c.release_id, c.product_id, c.vulnerability, NULL
                  FROM compared c, LATERAL (VALUES (c.unplaced), (c.unnamed)) AS fault (rule)
                 WHERE fault.rule IS NOT NULL AND (c.unread OR fault.rule <> coalesce(c.unplaced, c.unnamed))
                """.formatted(reader.sees("p")))
                .param("received", received.atOffset(ZoneOffset.UTC))
                .param("mildness", MILDNESS)
                .update();
        jdbc.sql("SET LOCAL enable_nestloop = on").update();
    }

    /// Takes what is new or was corrected, each as a further version, within the transaction at hand.
    @Override
    protected void apply(UUID importId, Instant now) {
        jdbc.sql("""
                WITH taken AS (
                    INSERT INTO assessment.past_decision (id, release_id, product_id, vulnerability, component, version, status,
                                justification, cvss, exploitability, harm, verdict, decision, decided_by, decided_on, reference,
                                notes, gravity, digest, import_id, line, imported_at)
                    SELECT gen_random_uuid(), w.release_id, w.product_id, w.vulnerability, s.component, w.version, s.status,
                           s.justification, s.cvss, s.exploitability, s.harm, s.verdict, s.decision, s.decided_by, s.decided_on,
                           s.reference, s.notes, s.gravity, s.digest, :import, s.line, :now
                      FROM assessment.past_work w
                      JOIN assessment.past_staged s USING (number)
                     WHERE w.work IN ('new', 'changed')
                     ORDER BY s.number
                    RETURNING id, release_id, vulnerability, component
                )
                INSERT INTO assessment.past_current (release_id, vulnerability, component, decision_id)
                SELECT release_id, vulnerability, component, id FROM taken
                    ON CONFLICT (release_id, vulnerability, component) DO UPDATE SET decision_id = excluded.decision_id
                """)
                .param("import", importId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
