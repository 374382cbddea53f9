package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.advisory.ChangeSets.Changed;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes known the entries of CISA's catalogue that an import has staged. Of two entries for one CVE the
/// first counts.
final class KevSteps {

    private final JdbcClient jdbc;

    KevSteps(Staging staging) {
        this.jdbc = staging.jdbc();
    }

    /// Whether there is anything new, so that a change set is worth its number.
    boolean changesSomething() {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM (SELECT DISTINCT ON (cve) * FROM staged_kev ORDER BY cve, ordinal) s
                      LEFT JOIN advisory.kev k ON k.cve = s.cve
                     WHERE (s.vendor, s.product, s.name, s.added::date, s.due::date, s.ransomware)
                           IS DISTINCT FROM (k.vendor, k.product, k.name, k.added, k.due, k.ransomware))
                """).query(Boolean.class).single();
    }

    Changed apply(ChangeSet changeSet) {
        jdbc.sql("TRUNCATE touched").update();
        jdbc.sql("""
                WITH changed AS (
                    INSERT INTO advisory.kev AS k (cve, vendor, product, name, added, due, ransomware, change_set)
                    SELECT DISTINCT ON (cve) cve, vendor, product, name, added::date, due::date, ransomware, :changeSet
                      FROM staged_kev
                     ORDER BY cve, ordinal
                    ON CONFLICT (cve) DO UPDATE
                       SET vendor = excluded.vendor, product = excluded.product, name = excluded.name,
                           added = excluded.added, due = excluded.due, ransomware = excluded.ransomware,
                           change_set = excluded.change_set
                     WHERE (k.vendor, k.product, k.name, k.added, k.due, k.ransomware) IS DISTINCT FROM
                           (excluded.vendor, excluded.product, excluded.name, excluded.added, excluded.due,
                            excluded.ransomware)
                    RETURNING cve, xmax = 0 AS created)
                INSERT INTO touched (name, round) SELECT cve, CASE WHEN created THEN 0 ELSE 1 END FROM changed
                """).param("changeSet", changeSet.number()).update();
        jdbc.sql("""
                UPDATE advisory.vulnerability v
                   SET kev_since = k.added, kev_due = k.due, kev_ransomware = k.ransomware, change_set = :changeSet
                  FROM (SELECT DISTINCT n.vulnerability_id FROM touched t JOIN advisory.name n USING (name)) hit
                  JOIN LATERAL (
                       SELECT k.added, k.due, k.ransomware
                         FROM advisory.name n
                         JOIN advisory.vulnerability w USING (vulnerability_id)
                         JOIN advisory.kev k ON k.cve = n.name
                        WHERE n.vulnerability_id = hit.vulnerability_id
                        ORDER BY k.cve <> w.name, k.cve LIMIT 1) k ON true
                 WHERE v.vulnerability_id = hit.vulnerability_id
                   AND (v.kev_since, v.kev_due, v.kev_ransomware) IS DISTINCT FROM (k.added, k.due, k.ransomware)
                """).param("changeSet", changeSet.number()).update();
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE round = 0) AS created, count(*) FILTER (WHERE round = 1) AS revised
                  FROM touched
                """)
                .query((row, _) -> new Changed(row.getLong("created"), row.getLong("revised")))
                .single();
    }
}
