package dev.ward.finding;

import dev.ward.standards.match.MatchKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Makes the findings what the matches and the current SBOMs say, within what a change has touched.
@Repository
class ReconciliationRepository {

    /// What should be, of the releases with a new SBOM.
    private static final String DESIRED_OF_RELEASES = """
            SELECT c.release_id, c.component_id, m.vulnerability_id, min(m.kind) AS kind,
                   min(m.confidence) AS confidence
              FROM sbom.published_current_component c
              JOIN finding.match m
                ON m.component_id = c.component_id AND m.ended_at IS NULL
               AND (m.release_id IS NULL OR m.release_id = c.release_id)
             WHERE c.release_id = ANY(:releases)
             GROUP BY 1, 2, 3""";

    private static final String PRESENT_OF_RELEASES =
            "SELECT f.* FROM finding.finding f WHERE f.release_id = ANY(:releases)";

    /// The component is no longer there, whoever worked on the finding.
    private static final String GONE_FROM_RELEASE = "'closed'";

    /// What should be, of the components and vulnerabilities that revised records concern.
    private static final String DESIRED_OF_TOUCHED = """
            SELECT c.release_id, t.component_id, t.vulnerability_id, min(m.kind) AS kind,
                   min(m.confidence) AS confidence
              FROM (SELECT DISTINCT component_id, vulnerability_id FROM touched_pair) t
              JOIN finding.match m
                ON m.component_id = t.component_id AND m.vulnerability_id = t.vulnerability_id AND m.ended_at IS NULL
              JOIN sbom.published_current_component c
                ON c.component_id = t.component_id AND (m.release_id IS NULL OR m.release_id = c.release_id)
             GROUP BY 1, 2, 3""";

    private static final String PRESENT_OF_TOUCHED = """
            SELECT f.*
              FROM (SELECT DISTINCT component_id, vulnerability_id FROM touched_pair) t
              JOIN finding.finding f USING (component_id, vulnerability_id)
             WHERE f.state IN ('open', 'candidate', 'source-withdrawn', 'closed')""";

    /// What a person has worked on is not closed by a machine when its sources fall silent.
    private static final String GONE_FROM_SOURCES = """
            CASE WHEN f.state = 'source-withdrawn'
                   OR EXISTS (SELECT FROM finding.note n WHERE n.finding_id = f.id)
                 THEN 'source-withdrawn' ELSE 'closed' END""";

    /// Compares what should be with what is, and writes only what differs. What is new is written in an order in which
    /// it
    /// stands at the end of most indexes.
    private static final String RECONCILE = """
            WITH desired AS MATERIALIZED (%s),
            present AS MATERIALIZED (%s),
            compared AS MATERIALIZED (
                SELECT f.id, release_id, component_id, vulnerability_id,
                       CASE WHEN d.kind IS NOT NULL AND d.kind <> :name THEN 'open'
                            WHEN d.kind IS NOT NULL THEN 'candidate'
                            ELSE %s END AS state,
                       coalesce(d.kind, f.kind) AS kind, coalesce(d.confidence, f.confidence) AS confidence,
                       f.state AS old_state, f.kind AS old_kind, f.confidence AS old_confidence
                  FROM desired d
                  FULL JOIN present f USING (release_id, component_id, vulnerability_id)
                 WHERE d.kind IS NOT NULL OR f.state <> 'closed'
            ),
            opened AS (
                INSERT INTO finding.finding
                       (release_id, component_id, vulnerability_id, state, kind, confidence, opened_at, change_set)
                SELECT release_id, component_id, vulnerability_id, state, kind, confidence, :now::timestamptz, :changeSet
                  FROM compared
                 WHERE id IS NULL
                 ORDER BY release_id, component_id, vulnerability_id
                RETURNING id, state
            ),
            changed AS (
                UPDATE finding.finding f
                   SET state = c.state, kind = c.kind, confidence = c.confidence, change_set = :changeSet,
                       closed_at = CASE WHEN c.state = 'closed' THEN :now::timestamptz END,
                       closed_because = CASE WHEN c.state = 'closed' THEN :because::text END
                  FROM compared c
                 WHERE f.id = c.id
                   AND (c.state, c.kind, c.confidence)
                       IS DISTINCT FROM (c.old_state, c.old_kind, c.old_confidence)
                RETURNING f.id, f.state
            ),
            moved AS (
                SELECT release_id, vulnerability_id,
                       sum((state = 'open')::int - coalesce(old_state = 'open', false)::int) AS open
                  FROM compared
                 GROUP BY release_id, vulnerability_id
                HAVING sum((state = 'open')::int - coalesce(old_state = 'open', false)::int) <> 0
            ),
            rated AS (
                SELECT m.release_id, m.vulnerability_id, m.open, coalesce(c.rating, v.rating, 0) AS rating,
                       c.rating IS NULL AS fresh
                  FROM moved m
                  LEFT JOIN finding.counted c USING (vulnerability_id)
                  LEFT JOIN advisory.published_vulnerability v USING (vulnerability_id)
            ),
            counted AS (
                INSERT INTO finding.counted
                SELECT DISTINCT vulnerability_id, rating FROM rated WHERE fresh
            ),
            tallied AS (
                INSERT INTO finding.tally AS t (release_id, rating, open)
                SELECT release_id, rating, sum(open) FROM rated GROUP BY release_id, rating
                    ON CONFLICT (release_id, rating) DO UPDATE SET open = t.open + excluded.open
            )
            INSERT INTO finding.history (change_set, finding_id, state)
            SELECT :changeSet::bigint, id, state FROM opened
            UNION ALL
            SELECT :changeSet::bigint, id, state FROM changed
            """;

    private final JdbcClient jdbc;

    ReconciliationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param digest  SHA-256 over the sorted rows of what changed, in hex
    record Change(long opened, long closed, String digest) {

        boolean isNothing() {
            return opened == 0 && closed == 0;
        }
    }

    long openChangeSet(String cause, Instant now) {
        return jdbc.sql("INSERT INTO finding.change_set (at, cause) VALUES (:now, :cause) RETURNING number")
                .param("now", Timestamp.from(now))
                .param("cause", cause)
                .query(Long.class)
                .single();
    }

    void reconcileReleases(Collection<UUID> releases, long changeSet, Instant now) {
        reconcile(
                RECONCILE.formatted(DESIRED_OF_RELEASES, PRESENT_OF_RELEASES, GONE_FROM_RELEASE),
                Map.of("releases", releases.toArray(UUID[]::new), "because", "component-gone"),
                changeSet,
                now);
    }

    void reconcileTouched(long changeSet, Instant now) {
        reconcile(
                RECONCILE.formatted(DESIRED_OF_TOUCHED, PRESENT_OF_TOUCHED, GONE_FROM_SOURCES),
                Map.of("because", "no-record-says-so"),
                changeSet,
                now);
    }

    private void reconcile(String sql, Map<String, Object> parameters, long changeSet, Instant now) {
        jdbc.sql(sql)
                .params(parameters)
                .param("name", MatchKind.NAME.ordinal())
                .param("now", Timestamp.from(now))
                .param("changeSet", changeSet)
                .update();
    }

    /// Counts findings under the ratings that their vulnerabilities have now.
    void countByPresentRating() {
        jdbc.sql("""
                WITH rerated AS MATERIALIZED (
                    SELECT vulnerability_id, c.rating AS before, v.rating
                      FROM finding.counted c
                      JOIN advisory.published_vulnerability v USING (vulnerability_id)
                     WHERE c.rating <> v.rating
                ),
                noted AS (
                    UPDATE finding.counted c SET rating = r.rating
                      FROM rerated r
                     WHERE c.vulnerability_id = r.vulnerability_id
                ),
                moved AS (
                    SELECT f.release_id, r.before, r.rating, count(*) AS open
                      FROM rerated r
                      JOIN finding.finding f USING (vulnerability_id)
                     WHERE f.state = 'open'
                     GROUP BY 1, 2, 3
                )
                INSERT INTO finding.tally AS t (release_id, rating, open)
                SELECT release_id, rating, sum(open)
                  FROM (SELECT release_id, before AS rating, -open AS open FROM moved
                        UNION ALL
                        SELECT release_id, rating, open FROM moved) AS both_ways
                 GROUP BY release_id, rating
                    ON CONFLICT (release_id, rating) DO UPDATE SET open = t.open + excluded.open
                """).update();
    }

    /// Counts what changed and writes it down; a change set in which nothing changed is taken away again.
    Change closeChangeSet(long changeSet) {
        Change change =
                jdbc.sql("""
                SELECT count(*) FILTER (WHERE state IN ('open', 'candidate')) AS opened,
                       count(*) FILTER (WHERE state IN ('closed', 'source-withdrawn')) AS closed,
                       encode(sha256(convert_to(coalesce(
                           string_agg(finding_id || ' ' || state, E'\\n' ORDER BY finding_id), ''), 'UTF8')), 'hex')
                           AS digest
                  FROM finding.history
                 WHERE change_set = :changeSet
                """).param("changeSet", changeSet).query(Change.class).single();
        if (change.isNothing()) {
            jdbc.sql("DELETE FROM finding.change_set WHERE number = :changeSet")
                    .param("changeSet", changeSet)
                    .update();
        } else {
            jdbc.sql("""
                    UPDATE finding.change_set SET opened = :opened, closed = :closed, digest = :digest
                     WHERE number = :changeSet
                    """)
                    .param("opened", change.opened())
                    .param("closed", change.closed())
                    .param("digest", change.digest())
                    .param("changeSet", changeSet)
                    .update();
        }
        return change;
    }
}
