package dev.ward.assessment.past;

import dev.ward.assessment.Justification;
import dev.ward.assessment.VexId;
import dev.ward.table.RowNotes;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lays the statements of a document of our own at the releases that they speak of, all at once, so that
/// they are compared and taken as the rows of a table are.
@Repository
class PastVexSteps {

    /// As far as it has a place in an index.
    private static final int LONGEST_COMPONENT = 500;

    private final JdbcClient jdbc;

    PastVexSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of statements, each counted at every release that it speaks of.
    ///
    /// @param met      components and releases that they were found at, at most as many as were asked for
    /// @param staged   that are compared with what is known
    /// @param refused  that speak of no release, or of a day to come
    /// @param outdone  of whose product the document says something later, or graver at the same time
    record Laid(long met, long staged, long refused, long outdone) {

        long all() {
            return staged + refused + outdone;
        }
    }

    /// Stages the statements of a document within the transaction at hand. A release is one whose
    /// current SBOM holds the package in its version, as for what suppliers say, or one that is called
    /// as the document calls its product. Only CSAF's own words of a justification are taken as such;
    /// others are kept with the notes, and so is what the document calls the product.
    ///
    /// @param today  decisions of a later day are refused
    /// @param most   where looking for them ends
    Laid stage(UUID importId, VexId vex, LocalDate today, long most) {
        return jdbc.sql("""
                WITH said AS (
                    SELECT s.number, s.product, s.purl, s.package, s.version, s.status, s.justification, s.words, d.author,
                           concat_ws(', version ', nullif(d.document_id, ''), nullif(d.version, '')) AS reference,
                           coalesce(s.said_at, d.stated_at) AS at,
                           (coalesce(s.said_at, d.stated_at) AT TIME ZONE 'UTC')::date AS on_day,
                           array_position(ARRAY['affected', 'under-investigation', 'fixed', 'not-affected'], s.status) AS mild,
                           (SELECT coalesce(v.name, n.said)
                              FROM unnest(s.names) WITH ORDINALITY AS n (said, nth)
                              LEFT JOIN advisory.published_name k ON k.name = n.said
                              LEFT JOIN advisory.published_vulnerability v ON v.vulnerability_id = k.vulnerability_id
                             ORDER BY v.name IS NULL, n.said !~ '^CVE-[0-9]{4}-[0-9]{4,19}$', n.nth LIMIT 1) AS vulnerability
                      FROM assessment.vex_statement s
                      JOIN assessment.vex_document d ON d.id = s.document_id
                     WHERE s.document_id = :vex),
                held AS (
                    SELECT DISTINCT k.release_id, c.product_line, c.version,
                           substring(split_part(split_part(c.purls[1], '?', 1), '#', 1) FROM '@([^@/]+)$') AS purl_version
                      FROM sbom.published_component c
                      JOIN sbom.published_current_component k USING (component_id)
                     WHERE c.product_line IN (SELECT package FROM said)),
                met AS MATERIALIZED (
                    SELECT s.number, h.release_id, left(s.purl, :longest) AS component
                      FROM said s
                      JOIN held h ON h.product_line = s.package
                           AND (s.version IS NULL OR s.version IN (h.version, h.purl_version))
                     UNION ALL
                    SELECT s.number, r.release_id, ''
                      FROM said s
                      JOIN product.published_release r ON lower(s.product)
                           = lower(r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version)
                     LIMIT :most),
                placed AS (SELECT DISTINCT number, release_id, component FROM met),
                beside AS (
                    SELECT s.*, p.release_id, coalesce(p.component, '') AS component,
                           CASE WHEN p.release_id IS NULL THEN s.number END AS alone
                      FROM said s
                      LEFT JOIN placed p USING (number)),
                vague AS (
                    SELECT b.*, bool_or(b.at IS NULL) OVER (PARTITION BY b.vulnerability, b.release_id, b.component, b.alone)
                               AS undated
                      FROM beside b),
                laid AS (
                    SELECT v.*, rank() OVER (PARTITION BY v.vulnerability, v.release_id, v.component, v.alone
                                             ORDER BY coalesce(v.on_day > :today, false),
                                                      CASE WHEN v.undated THEN NULL ELSE v.at END DESC NULLS LAST,
                                                      v.mild, v.number) AS nth
                      FROM vague v),
                judged AS (
                    SELECT l.*,
                           CASE WHEN l.on_day > :today THEN 'future'
                                WHEN l.release_id IS NULL THEN 'not-placed'
                                WHEN l.nth > 1 THEN 'older' END AS rule,
                           CASE WHEN l.justification = ANY (:ours::text[]) THEN l.justification END AS our_justification,
                           concat_ws(E'\n', 'The document speaks of: ' || l.product,
                                     CASE WHEN l.justification <> '' AND l.justification <> ALL (:ours::text[])
                                          THEN 'Its word for the justification: ' || l.justification END) AS notes
                      FROM laid l),
                staged AS (
                    INSERT INTO assessment.past_staged (number, line, product, release, vulnerability, component, status,
                                justification, decision, decided_by, decided_on, reference, notes, gravity, digest, release_id)
                    SELECT row_number() OVER (ORDER BY number, release_id), number + 1, product, '', vulnerability, component,
                           status, our_justification, nullif(words, ''), nullif(author, ''), on_day, nullif(reference, ''), notes,
                           :gravity,
                           sha256(convert_to(jsonb_build_array(status, our_justification, words, author, on_day, reference,
                                                               notes)::text, 'UTF8')),
                           release_id
                      FROM judged WHERE rule IS NULL
                    RETURNING number),
                noted AS (
                    INSERT INTO assessment.past_note (import_id, refused, line, rule, field, heading, value, reason)
                    SELECT :import, rule <> 'older', number + 1, rule,
                           CASE rule WHEN 'not-placed' THEN 'product' WHEN 'future' THEN 'decidedOn' ELSE 'vulnerability' END,
                           CASE rule WHEN 'not-placed' THEN 'Product' WHEN 'future' THEN 'Decided on' ELSE 'Vulnerability' END,
                           CASE rule WHEN 'not-placed' THEN left(product, 200) WHEN 'future' THEN on_day::text
                                     ELSE vulnerability END,
                           CASE rule WHEN 'not-placed' THEN 'no SBOM of a release holds this package in this version, and no '
                                                            || 'release is called so'
                                     WHEN 'future' THEN 'nothing was decided yet on a day to come'
                                     ELSE 'the document says otherwise of it later, or graver where no days tell' END
                      FROM (SELECT j.*, row_number() OVER (PARTITION BY rule ORDER BY number) AS told FROM judged j
                             WHERE rule IS NOT NULL) n
                     WHERE rule <> 'older' OR told <= :warnings
                    RETURNING rule)
                SELECT (SELECT count(*) FROM met) AS met, (SELECT count(*) FROM staged) AS staged,
                       count(*) FILTER (WHERE rule IN ('future', 'not-placed')) AS refused,
                       count(*) FILTER (WHERE rule = 'older') AS outdone
                  FROM judged
                """)
                .param("import", importId)
                .param("vex", vex.value())
                .param("today", today)
                .param("most", most)
                .param("longest", LONGEST_COMPONENT)
                .param("gravity", PastLine.UNSAID_GRAVITY)
                .param("warnings", RowNotes.MOST_WARNINGS)
                .param(
                        "ours",
                        Arrays.stream(Justification.values())
                                .map(Justification::word)
                                .toArray(String[]::new),
                        Types.ARRAY)
                .query((row, _) -> new Laid(
                        row.getLong("met"), row.getLong("staged"), row.getLong("refused"), row.getLong("outdone")))
                .single();
    }
}
