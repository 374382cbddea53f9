package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.advisory.ChangeSets.Changed;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes known the scores that an import has staged, as far as no newer edition is known.
final class EpssSteps {

    /// Scores in one transaction.
    private static final int BATCH = 50_000;

    private final Staging staging;
    private final JdbcClient jdbc;

    EpssSteps(Staging staging) {
        this.staging = staging;
        this.jdbc = staging.jdbc();
    }

    /// @param older  scores of an edition before the one that is known
    record Decision(int batches, long older) {}

    Decision decide() {
        jdbc.sql("""
                CREATE TEMPORARY TABLE work AS
                SELECT (row_number() OVER () - 1) / :size AS batch, s.*, e.cve IS NULL AS created
                  FROM (SELECT DISTINCT ON (cve) * FROM staged_epss ORDER BY cve, date DESC, ordinal) s
                  LEFT JOIN advisory.epss e ON e.cve = s.cve
                 WHERE e.cve IS NULL
                    OR s.date >= e.date
                       AND (s.probability, s.percentile, s.date, s.model)
                           IS DISTINCT FROM (e.probability, e.percentile, e.date, e.model)
                """).param("size", BATCH).update();
        jdbc.sql("CREATE INDEX work_batch ON work (batch)").update();
        staging.analyze("work");
        long older = jdbc.sql("""
                SELECT count(*) FROM staged_epss s JOIN advisory.epss e USING (cve) WHERE s.date < e.date
                """).query(Long.class).single();
        int batches = jdbc.sql("SELECT coalesce(max(batch) + 1, 0) FROM work")
                .query(Integer.class)
                .single();
        return new Decision(batches, older);
    }

    Changed apply(int batch, ChangeSet changeSet) {
        jdbc.sql("""
                INSERT INTO advisory.epss (cve, probability, percentile, date, model)
                SELECT cve, probability, percentile, date, model FROM work WHERE batch = :batch
                ON CONFLICT (cve) DO UPDATE
                   SET probability = excluded.probability, percentile = excluded.percentile,
                       date = excluded.date, model = excluded.model
                """).param("batch", batch).update();
        jdbc.sql("""
                UPDATE advisory.vulnerability v
                   SET epss = e.probability, epss_percentile = e.percentile, change_set = :changeSet
                  FROM (SELECT DISTINCT ON (n.vulnerability_id) n.vulnerability_id, e.probability, e.percentile
                          FROM work t
                          JOIN advisory.name m ON m.name = t.cve
                          JOIN advisory.vulnerability w USING (vulnerability_id)
                          JOIN advisory.name n USING (vulnerability_id)
                          JOIN advisory.epss e ON e.cve = n.name
                         WHERE t.batch = :batch
                         ORDER BY n.vulnerability_id, e.cve <> w.name, e.cve) e
                 WHERE v.vulnerability_id = e.vulnerability_id
                   AND (v.epss, v.epss_percentile) IS DISTINCT FROM (e.probability, e.percentile)
                """)
                .param("batch", batch)
                .param("changeSet", changeSet.number())
                .update();
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS revised
                  FROM work WHERE batch = :batch
                """)
                .param("batch", batch)
                .query((row, _) -> new Changed(row.getLong("created"), row.getLong("revised")))
                .single();
    }
}
