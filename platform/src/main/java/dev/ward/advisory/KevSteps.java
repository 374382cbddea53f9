package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.advisory.ChangeSets.Changed;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes known the entries of CISA's catalogue that an import has staged. Of two entries for one CVE the
/// first counts. What is listed no more stays on record, and counts no more.
final class KevSteps {

    private static final String NOT_STAGED =
            "k.removed_at IS NULL AND NOT EXISTS (SELECT FROM staged_kev s WHERE s.cve = k.cve)";

    private final Staging staging;
    private final JdbcClient jdbc;
    private final boolean retires;

    /// @param retires  whether what was not staged is listed no more
    KevSteps(Staging staging, boolean retires) {
        this.staging = staging;
        this.jdbc = staging.jdbc();
        this.retires = retires;
    }

    /// Whether more than ten entries and more than a tenth of all were not staged: so many are never removed at once.
    static boolean lacksTooMuch(Staging staging) {
        return staging.jdbc()
                .sql("""
                SELECT count(*) FILTER (WHERE %s) > greatest(10, count(*) / 10)
                  FROM advisory.kev k WHERE k.removed_at IS NULL
                """.formatted(NOT_STAGED))
                .query(Boolean.class)
                .single();
    }

    /// Whether there is anything new, so that a change set is worth its number.
    boolean changesSomething() {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM (SELECT DISTINCT ON (cve) * FROM staged_kev ORDER BY cve, ordinal) s
                      LEFT JOIN advisory.kev k ON k.cve = s.cve AND k.removed_at IS NULL
                     WHERE (s.vendor, s.product, s.name, s.added::date, s.due::date, s.ransomware)
                           IS DISTINCT FROM (k.vendor, k.product, k.name, k.added, k.due, k.ransomware))
                    OR (:retires AND EXISTS (SELECT FROM advisory.kev k WHERE %s))
                """.formatted(NOT_STAGED))
                .param("retires", retires)
                .query(Boolean.class)
                .single();
    }

    Changed apply(ChangeSet changeSet) {
        jdbc.sql("TRUNCATE touched").update();
        list(changeSet);
        if (retires) {
            retire(changeSet);
        }
        staging.analyze("touched");
        tellVulnerabilities(changeSet);
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE round = 0) AS created, count(*) FILTER (WHERE round = 1) AS revised,
                       count(*) FILTER (WHERE round = 2) AS retired
                  FROM touched
                """)
                .query((row, _) -> new Changed(row.getLong("created"), row.getLong("revised"), row.getLong("retired")))
                .single();
    }

    private void list(ChangeSet changeSet) {
        jdbc.sql("""
                WITH changed AS (
                    INSERT INTO advisory.kev AS k
                           (cve, vendor, product, name, added, due, ransomware, change_set, first_seen)
                    SELECT DISTINCT ON (cve) cve, vendor, product, name, added::date, due::date, ransomware, :changeSet,
                           :now
                      FROM staged_kev
                     ORDER BY cve, ordinal
                    ON CONFLICT (cve) DO UPDATE
                       SET vendor = excluded.vendor, product = excluded.product, name = excluded.name,
                           added = excluded.added, due = excluded.due, ransomware = excluded.ransomware,
                           change_set = excluded.change_set, removed_at = NULL
                     WHERE k.removed_at IS NOT NULL
                        OR (k.vendor, k.product, k.name, k.added, k.due, k.ransomware) IS DISTINCT FROM
                           (excluded.vendor, excluded.product, excluded.name, excluded.added, excluded.due,
                            excluded.ransomware)
                    RETURNING cve, xmax = 0 AS created)
                INSERT INTO touched (name, round) SELECT cve, CASE WHEN created THEN 0 ELSE 1 END FROM changed
                """)
                .param("changeSet", changeSet.number())
                .param("now", Timestamp.from(changeSet.at()))
                .update();
    }

    private void retire(ChangeSet changeSet) {
        jdbc.sql("""
                WITH retired AS (
                    UPDATE advisory.kev k SET removed_at = :now, change_set = :changeSet WHERE %s RETURNING cve)
                INSERT INTO touched (name, round) SELECT cve, 2 FROM retired
                """.formatted(NOT_STAGED))
                .param("changeSet", changeSet.number())
                .param("now", Timestamp.from(changeSet.at()))
                .update();
    }

    private void tellVulnerabilities(ChangeSet changeSet) {
        jdbc.sql("""
                UPDATE advisory.vulnerability v
                   SET kev_since = k.added, kev_due = k.due, kev_ransomware = k.ransomware, change_set = :changeSet
                  FROM (SELECT DISTINCT n.vulnerability_id FROM touched t JOIN advisory.name n USING (name)) hit
                  LEFT JOIN LATERAL (
                       SELECT k.added, k.due, k.ransomware
                         FROM advisory.name n
                         JOIN advisory.vulnerability w USING (vulnerability_id)
                         JOIN advisory.kev k ON k.cve = n.name AND k.removed_at IS NULL
                        WHERE n.vulnerability_id = hit.vulnerability_id
                        ORDER BY k.cve <> w.name, k.cve LIMIT 1) k ON true
                 WHERE v.vulnerability_id = hit.vulnerability_id
                   AND (v.kev_since, v.kev_due, v.kev_ransomware) IS DISTINCT FROM (k.added, k.due, k.ransomware)
                """).param("changeSet", changeSet.number()).update();
    }
}
