package dev.ward.handling;

import dev.ward.advisory.VulnerabilityId;
import dev.ward.database.Rows;
import dev.ward.device.DeviceStatus;
import dev.ward.finding.FindingState;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.SnapshotId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which vulnerabilities a case holds, and which releases it concerns.
@Repository
class ScopeRepository {

    private static final String NAMES = """
            SELECT n.name FROM advisory.published_name n
             WHERE n.vulnerability_id = (SELECT a.vulnerability_id FROM advisory.published_name a WHERE a.name = :name)
            """;

    static final String[] IN_FIELD = Arrays.stream(DeviceStatus.values())
            .filter(DeviceStatus::isInField)
            .map(DeviceStatus::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    ScopeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The name by which `advisory` calls what has this name; the name itself when it knows none.
    String principal(String name) {
        return jdbc.sql("""
                SELECT v.name FROM advisory.published_name n
                  JOIN advisory.published_vulnerability v USING (vulnerability_id)
                 WHERE n.name = :name
                """).param("name", name).query(String.class).optional().orElse(name);
    }

    /// @return false when the case held it already
    boolean add(VulnerabilityCase one, String name, boolean own, Instant at) {
        boolean exclusive = one.isOpen() && one.embargo() == null;
        if (exclusive) {
            refuseTwice(one, name);
        }
        int[] added = {0};
        Taken.refusing(
                () -> added[0] = jdbc.sql("""
                                INSERT INTO handling.case_vulnerability (case_id, name, own, exclusive, added_at)
                                VALUES (:case, :name, :own, :exclusive, :at)
                                ON CONFLICT (case_id, name) DO NOTHING
                                """)
                        .param("case", one.id())
                        .param("name", name)
                        .param("own", own)
                        .param("exclusive", exclusive)
                        .param("at", Rows.utc(at))
                        .update(),
                () -> taken(name, "another case"));
        return added[0] == 1;
    }

    private void refuseTwice(VulnerabilityCase one, String name) {
        holder(one.id(), name).ifPresent(number -> {
            throw taken(name, "the case \"%s\"".formatted(number));
        });
    }

    private static ProblemException taken(String name, String holder) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        "\"%s\" is handled in %s, which is open. Work there, or merge the two.".formatted(name, holder))
                .with("vulnerability", "is handled in " + holder);
    }

    /// The open case that everyone of the manufacturer sees and that holds the vulnerability under any of
    /// its names.
    private Optional<String> holder(UUID besides, String name) {
        return jdbc.sql("""
                SELECT c.public_id
                  FROM handling.case_vulnerability v
                  JOIN handling.vulnerability_case c ON c.id = v.case_id
                 WHERE v.exclusive AND v.case_id <> :case AND (v.name = :name OR v.name IN (%s))
                 LIMIT 1
                """.formatted(NAMES))
                .param("case", besides)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /// Other open cases that the reader sees and that hold one of the case's vulnerabilities.
    List<CaseNumber> overlapping(Reader reader, VulnerabilityCase one) {
        return jdbc
                .sql("""
                SELECT DISTINCT c.public_id
                  FROM handling.case_vulnerability mine
                  LEFT JOIN advisory.published_name a ON a.name = mine.name
                  LEFT JOIN advisory.published_name n ON n.vulnerability_id = a.vulnerability_id
                  JOIN handling.case_vulnerability v ON v.name = coalesce(n.name, mine.name) AND v.case_id <> mine.case_id
                  JOIN handling.vulnerability_case c ON c.id = v.case_id
                 WHERE mine.case_id = :case AND c.closed_at IS NULL AND %s
                 ORDER BY 1 LIMIT 20
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("case", one.id())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    boolean remove(UUID ofCase, String name) {
        return jdbc.sql("DELETE FROM handling.case_vulnerability WHERE case_id = :case AND name = :name")
                        .param("case", ofCase)
                        .param("name", name)
                        .update()
                == 1;
    }

    /// Says whether other open cases may hold what this one holds.
    void exclude(UUID ofCase, boolean exclusive) {
        jdbc.sql("UPDATE handling.case_vulnerability SET exclusive = :exclusive WHERE case_id = :case")
                .param("case", ofCase)
                .param("exclusive", exclusive)
                .update();
    }

    /// @throws ProblemException  when another open case holds one of its vulnerabilities
    void makeExclusive(VulnerabilityCase one) {
        one.vulnerabilities().forEach(name -> refuseTwice(one, name));
        Taken.refusing(() -> exclude(one.id(), true), () -> taken(one.title(), "another case"));
    }

    List<CaseVulnerability> vulnerabilities(Reader reader, VulnerabilityCase seen) {
        return jdbc.sql("""
                SELECT c.name, c.own, v.vulnerability_id, v.summary, v.kev_since IS NOT NULL AS kev,
                       ARRAY(SELECT x.name FROM advisory.published_name x
                              WHERE x.vulnerability_id = v.vulnerability_id AND x.name <> c.name
                              ORDER BY 1 LIMIT 50) AS aliases
                  FROM handling.case_vulnerability c
                  LEFT JOIN advisory.published_name n ON n.name = c.name
                  LEFT JOIN advisory.published_vulnerability v ON v.vulnerability_id = n.vulnerability_id AND %s
                 WHERE c.case_id = :case
                 ORDER BY c.added_at, c.name
                """.formatted(reader.sees("v")))
                .param("case", seen.id())
                .query((row, _) -> vulnerability(row))
                .list();
    }

    private static CaseVulnerability vulnerability(ResultSet row) throws SQLException {
        UUID known = row.getObject("vulnerability_id", UUID.class);
        return new CaseVulnerability(
                row.getString("name"),
                row.getBoolean("own"),
                known == null ? null : new VulnerabilityId(known),
                Rows.texts(row, "aliases"),
                row.getString("summary"),
                row.getBoolean("kev"));
    }

    void addRelease(UUID ofCase, ReleaseId release, String because, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.case_release (case_id, release_id, because, added_at, added_by)
                VALUES (:case, :release, :because, :at, :by)
                ON CONFLICT (case_id, release_id) DO UPDATE SET because = excluded.because
                """)
                .param("case", ofCase)
                .param("release", release.value())
                .param("because", because)
                .param("by", by)
                .param("at", Rows.utc(at))
                .update();
    }

    boolean removeRelease(UUID ofCase, ReleaseId release) {
        return jdbc.sql("DELETE FROM handling.case_release WHERE case_id = :case AND release_id = :release")
                        .param("case", ofCase)
                        .param("release", release.value())
                        .update()
                == 1;
    }

    /// Every release, those that are reached first.
    List<ScopeRow> scope(Reader reader, VulnerabilityCase seen, int most) {
        return jdbc.sql("""
                WITH found AS (
                    SELECT f.release_id, count(*) FILTER (WHERE f.state = :open) AS open,
                           count(*) FILTER (WHERE f.state = :candidate) AS candidates,
                           count(*) FILTER (WHERE f.state NOT IN (:open, :candidate)) AS past
                      FROM finding.published_finding f
                     WHERE f.vulnerability_id IN (SELECT n.vulnerability_id FROM handling.case_vulnerability c
                                                    JOIN advisory.published_name n ON n.name = c.name
                                                   WHERE c.case_id = :case)
                     GROUP BY f.release_id),
                rated AS (
                    SELECT r.release_id, r.product_id, r.product_name, r.model_name, r.version, r.released_on, h.because,
                           coalesce(f.open, 0) AS open, coalesce(f.candidates, 0) AS candidates, coalesce(f.past, 0) AS past,
                           CASE WHEN f.open > 0 THEN 0 WHEN f.candidates > 0 THEN 1 WHEN h.release_id IS NOT NULL THEN 2
                                WHEN f.past > 0 THEN 4
                                WHEN s.release_id IS NULL THEN 3 ELSE 5 END AS presence,
                           s.snapshot_id
                      FROM product.published_release r
                      LEFT JOIN sbom.published_snapshot s ON s.release_id = r.release_id AND s.current
                      LEFT JOIN found f ON f.release_id = r.release_id
                      LEFT JOIN handling.case_release h ON h.release_id = r.release_id AND h.case_id = :case
                     WHERE (NOT r.archived OR f.release_id IS NOT NULL OR h.release_id IS NOT NULL) AND %s
                     ORDER BY presence, r.product_name, r.version, r.release_id
                     LIMIT :most)
                SELECT r.*, (SELECT coalesce(sum(t.devices), 0) FROM device.published_tally t
                              WHERE t.release_id = r.release_id AND t.status = ANY (:inField) AND %s) AS devices
                  FROM rated r
                 ORDER BY r.presence, r.product_name, r.version, r.release_id
                """.formatted(reader.sees("r"), reader.seesOf("t.customer_id")))
                .param("case", seen.id())
                .param("open", FindingState.OPEN.word())
                .param("candidate", FindingState.CANDIDATE.word())
                .param("inField", IN_FIELD)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    private static ScopeRow row(ResultSet row) throws SQLException {
        UUID snapshot = row.getObject("snapshot_id", UUID.class);
        return new ScopeRow(
                new ReleaseId(row.getObject("release_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("model_name"),
                row.getString("version"),
                date(row),
                snapshot == null ? null : new SnapshotId(snapshot),
                ScopeRow.Presence.values()[row.getInt("presence")],
                row.getInt("open"),
                row.getInt("candidates"),
                row.getInt("past"),
                row.getString("because"),
                row.getLong("devices"));
    }

    private static @Nullable LocalDate date(ResultSet row) throws SQLException {
        return row.getObject("released_on", LocalDate.class);
    }
}
