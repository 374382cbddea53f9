package dev.ward.e2e;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What stands in the database of a data folder, told by what it is and not by what it is numbered.
final class Books {

    /// What must be the same, whatever befell the server.
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("finding", """
                    SELECT r.version, encode(c.digest, 'hex'), v.name, f.state, f.kind, f.confidence, f.closed_because,
                           (SELECT string_agg(concat_ws(' ', a.source, a.name, m.statement, m.kind, m.confidence,
                                                        m.range, m.version, m.why), '; '
                                              ORDER BY a.source, a.name, m.statement)
                              FROM finding.match m JOIN advisory.record a USING (record_id)
                             WHERE m.component_id = f.component_id AND m.vulnerability_id = f.vulnerability_id
                               AND m.ended_at IS NULL)
                      FROM finding.finding f
                      JOIN product.release r ON r.id = f.release_id
                      JOIN sbom.component c USING (component_id)
                      JOIN advisory.vulnerability v USING (vulnerability_id)
                     WHERE f.state <> 'closed'"""),
            Map.entry("open in each release", """
                    SELECT r.version, t.rating, t.open FROM finding.tally t JOIN product.release r ON r.id = t.release_id
                     WHERE t.open <> 0"""),
            Map.entry("current SBOM", """
                    SELECT r.version, s.sha256, s.components, s.lost, s.marked,
                           (SELECT count(*) FROM sbom.occurrence o WHERE o.snapshot_id = s.snapshot_id),
                           (SELECT sum(occurrences) FROM sbom.snapshot_component o WHERE o.snapshot_id = s.snapshot_id),
                           (SELECT count(*) FROM sbom.dependency o WHERE o.snapshot_id = s.snapshot_id),
                           (SELECT count(*) FROM sbom.service o WHERE o.snapshot_id = s.snapshot_id),
                           (SELECT count(*) FROM sbom.unread o WHERE o.snapshot_id = s.snapshot_id)
                      FROM sbom.current_snapshot c
                      JOIN sbom.snapshot s USING (snapshot_id)
                      JOIN product.release r ON r.id = c.release_id"""),
            Map.entry("SBOM", """
                    SELECT DISTINCT r.version, s.sha256, s.size FROM sbom.snapshot s
                      JOIN product.release r ON r.id = s.release_id WHERE s.state = 'completed'"""),
            Map.entry("component", """
                    SELECT encode(digest, 'hex'), name, version,
                           (SELECT string_agg(k.use || ' ' || k.key, ', ' ORDER BY k.use, k.key)
                              FROM sbom.component_key k WHERE k.component_id = c.component_id)
                      FROM sbom.component c"""),
            Map.entry("record", """
                    SELECT r.source, r.name, r.state, encode(r.digest, 'hex'), v.name,
                           (SELECT count(*) FROM advisory.statement s WHERE s.record_id = r.record_id),
                           (SELECT count(*) FROM advisory.statement_key s WHERE s.record_id = r.record_id),
                           (SELECT count(*) FROM advisory.record_revision s WHERE s.record_id = r.record_id)
                      FROM advisory.record r LEFT JOIN advisory.vulnerability v USING (vulnerability_id)"""),
            Map.entry("vulnerability", """
                    SELECT name, aliases, live, rating, score, severity_source, vector, exploitation, weaknesses,
                           kev_since, kev_due, kev_ransomware, epss, epss_percentile
                      FROM advisory.vulnerability WHERE merged_into IS NULL"""),
            Map.entry("KEV", "SELECT cve, vendor, product, added, due, ransomware FROM advisory.kev"),
            Map.entry("EPSS", "SELECT cve, probability, percentile, date FROM advisory.epss"),
            Map.entry("document", "SELECT sha256, size FROM document.document"),
            Map.entry("new, retired by source", """
                    SELECT source, sum(created), sum(retired), count(DISTINCT sha256)
                      FROM advisory.import GROUP BY source"""));

    /// What must never be there, once the server is at rest.
    private static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry("a count of findings that is not their number", """
                    SELECT coalesce(t.release_id, n.release_id), t.rating, n.rating, t.open, n.open
                      FROM (SELECT * FROM finding.tally WHERE open <> 0) t
                      FULL JOIN (SELECT f.release_id, c.rating, count(*) AS open
                                   FROM finding.finding f JOIN finding.counted c USING (vulnerability_id)
                                  WHERE f.state = 'open' GROUP BY 1, 2) n
                        ON n.release_id = t.release_id AND n.rating = t.rating
                     WHERE n.open IS DISTINCT FROM t.open"""),
            Map.entry("a finding whose history ends otherwise", """
                    SELECT f.id, f.state, h.state FROM finding.finding f
                      LEFT JOIN LATERAL (SELECT state FROM finding.history h WHERE h.finding_id = f.id
                                          ORDER BY change_set DESC LIMIT 1) h ON true
                     WHERE h.state IS DISTINCT FROM f.state"""),
            Map.entry("a job that is not at its end", "SELECT * FROM job.job WHERE status IN ('queued', 'running')"),
            Map.entry("a job that failed", "SELECT * FROM job.job WHERE status = 'failed'"),
            Map.entry("a task of the scheduler", "SELECT * FROM job.scheduled_task"),
            Map.entry("an import that runs or failed", """
                    SELECT * FROM advisory.import WHERE outcome NOT IN ('completed', 'nothing_new')"""),
            Map.entry("an import that is not once in the trail", """
                    SELECT i.import_id, count(e.seq) FROM advisory.import i
                      LEFT JOIN audit.entry e ON e.subject_type = 'import' AND e.subject_id = i.import_id::text
                     GROUP BY 1 HAVING count(e.seq) <> 1"""),
            Map.entry("an SBOM that waits", "SELECT * FROM sbom.snapshot WHERE state IN ('received', 'rejected')"),
            Map.entry("an SBOM that is not once in the trail", """
                    SELECT s.snapshot_id FROM sbom.snapshot s
                      LEFT JOIN audit.entry e ON e.what = 'sbom.uploaded'
                            AND e.body::jsonb -> 'after' ->> 'sbom' = s.snapshot_id::text
                     GROUP BY 1 HAVING count(e.seq) <> 1"""),
            Map.entry("a place of no completed SBOM", """
                    SELECT o.snapshot_id FROM sbom.occurrence o LEFT JOIN sbom.snapshot s USING (snapshot_id)
                     WHERE s.state IS DISTINCT FROM 'completed' LIMIT 10"""),
            Map.entry("a part of no document", """
                    SELECT c.content_id FROM document.chunk c
                     WHERE NOT EXISTS (SELECT FROM document.document d WHERE d.content_id = c.content_id)
                       AND NOT EXISTS (SELECT FROM document.arrival a WHERE a.content_id = c.content_id)"""),
            Map.entry("a document that is not whole", """
                    SELECT d.sha256 FROM document.document d
                     WHERE d.size <> (SELECT coalesce(sum(length(c.bytes)), 0) FROM document.chunk c
                                       WHERE c.content_id = d.content_id)"""));

    private Books() {}

    /// Connects to the database of a data folder as its superuser.
    static Connection open(Path data) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("credentials.properties"))) {
            passwords.load(reader);
        }
        List<String> lock = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
        if (lock.size() < 4) {
            throw new IOException("PostgreSQL is only just starting");
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/ward?connectTimeout=2"
                        .formatted(lock.get(3).strip()),
                "postgres",
                passwords.getProperty("postgres"));
    }

    /// By heading, sorted rows.
    static Map<String, List<String>> read(Path data) throws IOException, SQLException {
        return read(data, SAME);
    }

    static Map<String, List<String>> faults(Path data) throws IOException, SQLException {
        Map<String, List<String>> faults = read(data, NEVER);
        faults.values().removeIf(List::isEmpty);
        return faults;
    }

    private static Map<String, List<String>> read(Path data, Map<String, String> questions)
            throws IOException, SQLException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        try (Connection connection = open(data)) {
            for (Map.Entry<String, String> question : questions.entrySet()) {
                answers.put(question.getKey(), rows(connection, question.getValue()));
            }
        }
        return answers;
    }

    /// Asks one question of the database of a data folder.
    static List<String> ask(Path data, String sql) throws IOException, SQLException {
        try (Connection connection = open(data)) {
            return rows(connection, sql);
        }
    }

    /// Asks for a number.
    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(rows(connection, sql).getFirst());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet set = statement.executeQuery(sql)) {
            int columns = set.getMetaData().getColumnCount();
            while (set.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(set.getString(i)));
                }
                rows.add(String.join(" | ", values));
            }
        }
        rows.sort(String::compareTo);
        return rows;
    }
}
