package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.advisory.Grouping.Before;
import dev.ward.advisory.Grouping.Group;
import dev.ward.advisory.Grouping.Member;
import dev.ward.database.CopyRows;
import dev.ward.database.Uuids;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.match.Vulnerability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Groups anew the records whose names were touched, and all that are linked with them, and no others.
final class GroupingSteps {

    private final Staging staging;
    private final JdbcClient jdbc;
    private final ConflictSteps conflicts;
    private Set<UUID> ended = Set.of();
    private Map<UUID, UUID> merged = Map.of();
    private List<String> left = List.of();

    GroupingSteps(Staging staging) {
        this.staging = staging;
        this.jdbc = staging.jdbc();
        this.conflicts = new ConflictSteps(staging);
    }

    void clear() {
        jdbc.sql("TRUNCATE touched, grouped_vulnerability, grouped_name, grouped_record, grouped_conflict")
                .update();
    }

    /// Works out the groups and makes their vulnerabilities; records are yet to be told of them.
    void group(int batch, ChangeSet changeSet) {
        widen();
        Before before = before();
        Grouping grouping = Grouping.of(members(batch), before, Uuids::next);
        merged = grouping.merged();
        ended = grouping.ended();
        left = before.vulnerabilities().keySet().stream()
                .filter(name -> !grouping.names().containsKey(name))
                .toList();
        send(grouping);
        makeVulnerabilities(changeSet);
        conflicts.replace(grouping.conflicts(), changeSet);
    }

    /// Adds to the touched names all that are linked with them, from either side, and all of the same
    /// vulnerabilities.
    private void widen() {
        int round = 0;
        int added = 1;
        while (added > 0) {
            staging.analyze("touched");
            added = jdbc.sql("""
                    INSERT INTO touched (name, round)
                    SELECT DISTINCT found.name, :round + 1
                      FROM (SELECT a.alias AS name FROM touched t JOIN advisory.alias a ON a.name = t.name
                             WHERE t.round = :round AND NOT a.apart
                            UNION ALL
                            SELECT a.name FROM touched t JOIN advisory.alias a ON a.alias = t.name
                             WHERE t.round = :round AND NOT a.apart
                            UNION ALL
                            SELECT o.name FROM touched t JOIN advisory.name m ON m.name = t.name
                              JOIN advisory.name o ON o.vulnerability_id = m.vulnerability_id
                             WHERE t.round = :round) found
                    ON CONFLICT DO NOTHING
                    """).param("round", round).update();
            round++;
        }
    }

    private List<Member> members(int batch) {
        return jdbc.sql("""
                SELECT r.record_id, r.source, r.name, r.state, r.aliases, r.head, r.vulnerability_id
                  FROM touched t JOIN advisory.record r USING (name)
                 WHERE NOT EXISTS (SELECT FROM work w WHERE w.batch = :batch AND w.record_id = r.record_id)
                UNION ALL
                SELECT w.record_id, s.source, s.name, s.state, s.aliases, s.head, r.vulnerability_id
                  FROM work w JOIN staged_record s USING (ordinal) LEFT JOIN advisory.record r USING (record_id)
                 WHERE w.batch = :batch
                """)
                .param("batch", batch)
                .query((row, _) -> new Member(
                        row.getLong("record_id"),
                        row.getString("source"),
                        row.getString("name"),
                        row.getString("state").equals("PUBLISHED"),
                        texts(row, "aliases"),
                        row.getBytes("head"),
                        row.getObject("vulnerability_id", UUID.class)))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private Before before() {
        Map<String, UUID> vulnerabilities = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        Map<String, UUID> retired = new HashMap<>();
        jdbc.sql("""
                SELECT n.name, n.vulnerability_id, v.name AS called
                  FROM touched t JOIN advisory.name n USING (name) JOIN advisory.vulnerability v USING (vulnerability_id)
                """).query(row -> {
            UUID id = row.getObject("vulnerability_id", UUID.class);
            vulnerabilities.put(row.getString("name"), id);
            names.put(id, row.getString("called"));
        });
        jdbc.sql("""
                SELECT v.name, v.vulnerability_id
                  FROM touched t JOIN advisory.vulnerability v USING (name)
                 WHERE v.merged_into IS NOT NULL
                """).query(row -> {
            retired.put(row.getString("name"), row.getObject("vulnerability_id", UUID.class));
        });
        return new Before(vulnerabilities, names, retired);
    }

    private void send(Grouping grouping) {
        CopyRows vulnerabilities = new CopyRows("grouped_vulnerability", 10);
        CopyRows names = new CopyRows("grouped_name", 2);
        CopyRows records = new CopyRows("grouped_record", 2);
        for (Group group : grouping.groups()) {
            Vulnerability told = told(group);
            Severity severity = told.severity();
            vulnerabilities
                    .row()
                    .uuid(group.id())
                    .text(told.id())
                    .texts(told.aliases())
                    .text(told.summary())
                    .smallint(told.rating().ordinal())
                    .real(
                            severity == null || severity.cvss() == null
                                    ? null
                                    : severity.cvss().score())
                    .text(severity == null ? "" : severity.source())
                    .text(
                            severity == null || severity.cvss() == null
                                    ? ""
                                    : severity.cvss().vector())
                    .text(told.exploitation())
                    .texts(told.weaknesses());
        }
        grouping.names().forEach((name, id) -> names.row().text(name).uuid(id));
        grouping.records().forEach((record, id) -> records.row().bigint(record).uuid(id));
        staging.send(vulnerabilities, names, records);
        staging.analyze("grouped_vulnerability", "grouped_name", "grouped_record");
    }

    /// What the live records of a group say together, in an order that does not depend on when they came.
    private static Vulnerability told(Group group) {
        List<Advisory> heads = group.members().stream()
                .sorted(Comparator.comparing(Member::source).thenComparing(Member::name))
                .map(member -> AdvisoryCodec.decodeHead(new ByteReader(member.head())))
                .toList();
        return Vulnerability.of(group.cve(), group.names(), heads, null, null);
    }

    private void makeVulnerabilities(ChangeSet changeSet) {
        jdbc.sql("""
                INSERT INTO advisory.vulnerability AS v
                       (vulnerability_id, live, merged_into, change_set, name, aliases, summary, rating, score,
                        severity_source, vector, exploitation, weaknesses,
                        kev_since, kev_due, kev_ransomware, epss, epss_percentile)
                SELECT g.vulnerability_id, true, NULL, :changeSet, g.name, g.aliases, g.summary, g.rating, g.score,
                       g.severity_source, g.vector, g.exploitation, g.weaknesses,
                       k.added, k.due, k.ransomware, e.probability, e.percentile
                  FROM grouped_vulnerability g
                  LEFT JOIN LATERAL (
                       SELECT k.added, k.due, k.ransomware
                         FROM grouped_name n JOIN advisory.kev k ON k.cve = n.name AND k.removed_at IS NULL
                        WHERE n.vulnerability_id = g.vulnerability_id
                        ORDER BY k.cve <> g.name, k.cve LIMIT 1) k ON true
                  LEFT JOIN LATERAL (
                       SELECT e.probability, e.percentile
                         FROM grouped_name n JOIN advisory.epss e ON e.cve = n.name
                        WHERE n.vulnerability_id = g.vulnerability_id
                        ORDER BY e.cve <> g.name, e.cve LIMIT 1) e ON true
                ON CONFLICT (vulnerability_id) DO UPDATE
                   SET live = true, merged_into = NULL, change_set = excluded.change_set, name = excluded.name,
                       aliases = excluded.aliases, summary = excluded.summary, rating = excluded.rating,
                       score = excluded.score, severity_source = excluded.severity_source, vector = excluded.vector,
                       exploitation = excluded.exploitation, weaknesses = excluded.weaknesses,
                       kev_since = excluded.kev_since, kev_due = excluded.kev_due,
                       kev_ransomware = excluded.kev_ransomware, epss = excluded.epss,
                       epss_percentile = excluded.epss_percentile
                 WHERE (v.live, v.merged_into IS NULL, v.name, v.aliases, v.summary, v.rating, v.score,
                        v.severity_source, v.vector, v.exploitation, v.weaknesses, v.kev_since, v.kev_due,
                        v.kev_ransomware, v.epss, v.epss_percentile)
                       IS DISTINCT FROM
                       (true, true, excluded.name, excluded.aliases, excluded.summary, excluded.rating, excluded.score,
                        excluded.severity_source, excluded.vector, excluded.exploitation, excluded.weaknesses,
                        excluded.kev_since, excluded.kev_due, excluded.kev_ransomware, excluded.epss,
                        excluded.epss_percentile)
                """).param("changeSet", changeSet.number()).update();
    }

    /// Tells names and the other records of their vulnerabilities, and ends those that are no more.
    void finish(ChangeSet changeSet) {
        jdbc.sql("""
                INSERT INTO advisory.name AS n (name, vulnerability_id)
                SELECT name, vulnerability_id FROM grouped_name
                ON CONFLICT (name) DO UPDATE SET vulnerability_id = excluded.vulnerability_id
                 WHERE n.vulnerability_id <> excluded.vulnerability_id
                """).update();
        jdbc.sql("""
                UPDATE advisory.record r SET vulnerability_id = g.vulnerability_id, change_set = :changeSet
                  FROM grouped_record g
                 WHERE r.record_id = g.record_id AND r.vulnerability_id IS DISTINCT FROM g.vulnerability_id
                """).param("changeSet", changeSet.number()).update();
        if (!left.isEmpty()) {
            jdbc.sql("DELETE FROM advisory.name WHERE name = ANY(:names)")
                    .param("names", left.toArray(String[]::new))
                    .update();
        }
        if (!ended.isEmpty()) {
            jdbc.sql("""
                    UPDATE advisory.vulnerability SET live = false, change_set = :changeSet
                     WHERE vulnerability_id = ANY(:ids) AND live
                    """)
                    .param("changeSet", changeSet.number())
                    .param("ids", array(ended))
                    .update();
        }
        merged.forEach((given, kept) -> merge(given, kept, changeSet));
    }

    private void merge(UUID given, UUID kept, ChangeSet changeSet) {
        jdbc.sql("""
                UPDATE advisory.vulnerability
                   SET live = false, merged_into = :kept, change_set = :changeSet
                 WHERE vulnerability_id = :given OR merged_into = :given
                """)
                .param("given", given)
                .param("kept", kept)
                .param("changeSet", changeSet.number())
                .update();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
