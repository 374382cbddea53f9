package dev.ward.finding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Makes the findings what the matches and the current SBOMs say, within what a change has touched.
@Repository
class ReconciliationRepository {

    private static final String DESIRED = """
            CREATE TEMP TABLE desired ON COMMIT DROP AS
            SELECT c.release_id, c.component_id, m.vulnerability_id, min(m.kind) AS kind,
                   min(m.confidence) AS confidence
              FROM sbom.published_current_component c
              JOIN finding.match m
                ON m.component_id = c.component_id AND m.ended_at IS NULL
               AND (m.release_id IS NULL OR m.release_id = c.release_id)
             WHERE %s
             GROUP BY 1, 2, 3
            """;

    private static final String GONE = "component-gone";

    private static final String SCOPE_OF_RELEASES = "SELECT id FROM finding.finding WHERE release_id = ANY(:releases)";
    private static final String SCOPE_OF_TOUCHED =
            "SELECT f.id FROM finding.finding f JOIN touched USING (component_id, vulnerability_id)";

    /// What a person has worked on is not closed by a machine when its sources fall silent.
    private static final String ASK_A_PERSON = """
            WITH told AS (
                UPDATE finding.finding f
                   SET state = 'source-withdrawn', change_set = :changeSet
                 WHERE f.id IN (%s) AND f.state IN ('open', 'candidate')
                   AND EXISTS (SELECT FROM finding.note n WHERE n.finding_id = f.id)
                   AND NOT EXISTS (SELECT FROM desired d
                                    WHERE d.release_id = f.release_id AND d.component_id = f.component_id
                                      AND d.vulnerability_id = f.vulnerability_id)
                RETURNING f.id
            )
            INSERT INTO finding.history (finding_id, change_set, state)
            SELECT id, :changeSet, 'source-withdrawn' FROM told
            """.formatted(SCOPE_OF_TOUCHED);

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
        UUID[] ids = releases.toArray(UUID[]::new);
        jdbc.sql(DESIRED.formatted("c.release_id = ANY(:releases)"))
                .param("releases", ids)
                .update();
        open(changeSet, now);
        jdbc.sql(close(SCOPE_OF_RELEASES, GONE))
                .param("releases", ids)
                .param("changeSet", changeSet)
                .param("now", Timestamp.from(now))
                .update();
    }

    void reconcileTouched(long changeSet, Instant now) {
        jdbc.sql(DESIRED.formatted(
                        "(c.component_id, m.vulnerability_id) IN (SELECT component_id, vulnerability_id FROM touched)"))
                .update();
        open(changeSet, now);
        jdbc.sql(ASK_A_PERSON).param("changeSet", changeSet).update();
        jdbc.sql(close(SCOPE_OF_TOUCHED, "no-record-says-so"))
                .param("changeSet", changeSet)
                .param("now", Timestamp.from(now))
                .update();
    }

    private void open(long changeSet, Instant now) {
        jdbc.sql("""
                WITH told AS (
                    INSERT INTO finding.finding AS f
                           (release_id, component_id, vulnerability_id, state, kind, confidence, opened_at, change_set)
                    SELECT release_id, component_id, vulnerability_id,
                           CASE WHEN kind = :name THEN 'candidate' ELSE 'open' END, kind, confidence, :now, :changeSet
                      FROM desired
                        ON CONFLICT (release_id, component_id, vulnerability_id) DO UPDATE
                       SET state = excluded.state, kind = excluded.kind, confidence = excluded.confidence,
                           closed_at = NULL, closed_because = NULL, change_set = excluded.change_set
                     WHERE (f.state, f.kind, f.confidence)
                           IS DISTINCT FROM (excluded.state, excluded.kind, excluded.confidence)
                    RETURNING f.id, f.state
                )
                INSERT INTO finding.history (finding_id, change_set, state)
                SELECT id, :changeSet, state FROM told
                """)
                .param("name", dev.ward.standards.match.MatchKind.NAME.ordinal())
                .param("now", Timestamp.from(now))
                .param("changeSet", changeSet)
                .update();
    }

    private static String close(String scope, String because) {
        return """
                WITH told AS (
                    UPDATE finding.finding f
                       SET state = 'closed', closed_at = :now, closed_because = '%s', change_set = :changeSet
                     WHERE f.id IN (%s) AND f.state NOT IN ('closed', %s)
                       AND NOT EXISTS (SELECT FROM desired d
                                        WHERE d.release_id = f.release_id AND d.component_id = f.component_id
                                          AND d.vulnerability_id = f.vulnerability_id)
                    RETURNING f.id
                )
                INSERT INTO finding.history (finding_id, change_set, state)
                SELECT id, :changeSet, 'closed' FROM told
                """.formatted(because, scope, because.equals(GONE) ? "''" : "'source-withdrawn'");
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
