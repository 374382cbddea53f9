package dev.ward.regulation;

import dev.ward.database.Rows;
import dev.ward.regulation.KnownTimes.Time;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the first of each time of a case, and where it comes from.
@Repository
class TimeRepository {

    private static final String PUBLISHED = """
            SELECT h.published AS at, h.name, h.source
              FROM handling.published_case_vulnerability v
              JOIN advisory.published_heard h ON h.vulnerability_id = v.vulnerability_id
             WHERE v.case_id = ANY (:cases) AND h.published IS NOT NULL
             ORDER BY h.published, h.record_id LIMIT 1
            """;

    private static final String INGESTED = """
            SELECT h.heard_at AS at, h.name, h.source
              FROM handling.published_case_vulnerability v
              JOIN advisory.published_heard h ON h.vulnerability_id = v.vulnerability_id
             WHERE v.case_id = ANY (:cases) AND h.heard_at IS NOT NULL
             ORDER BY h.heard_at, h.record_id LIMIT 1
            """;

    private static final String MATCHED = """
            SELECT f.opened_at AS at, n.name, r.product_name, r.version
              FROM handling.published_case_vulnerability v
              JOIN finding.published_finding f ON f.vulnerability_id = v.vulnerability_id
              JOIN advisory.published_vulnerability n ON n.vulnerability_id = v.vulnerability_id
              JOIN product.published_release r ON r.release_id = f.release_id
             WHERE v.case_id = ANY (:cases)
             ORDER BY f.opened_at, f.finding_id LIMIT 1
            """;

    private static final String VIEWED = """
            SELECT w.viewed_at AS at, w.kind, w.viewer_name FROM regulation.first_view w
              JOIN (SELECT 'case' AS kind, unnest(:cases::uuid[]) AS id
                     UNION ALL
                    SELECT 'signal', s.signal_id FROM handling.published_case_signal s WHERE s.case_id = ANY (:cases)
                     UNION ALL
                    SELECT 'finding', f.finding_id FROM handling.published_case_vulnerability v
                      JOIN finding.published_finding f ON f.vulnerability_id = v.vulnerability_id
                     WHERE v.case_id = ANY (:cases)) of ON of.kind = w.kind AND of.id = w.record_id
             ORDER BY w.viewed_at, w.kind LIMIT 1
            """;

    private final JdbcClient jdbc;

    TimeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param cases  one, and those that were merged into it
    KnownTimes of(Collection<UUID> cases) {
        return new KnownTimes(
                first(
                        "Published",
                        cases,
                        PUBLISHED,
                        (row, _) -> "record %s of the source %s says so"
                                .formatted(row.getString("name"), row.getString("source")),
                        "no record of its vulnerabilities says when"),
                first(
                        "Ingested",
                        cases,
                        INGESTED,
                        (row, _) -> "record %s was heard here first, from the source %s"
                                .formatted(row.getString("name"), row.getString("source")),
                        "no source was heard to tell of its vulnerabilities"),
                first(
                        "Matched",
                        cases,
                        MATCHED,
                        (row, _) -> "Ward found %s in %s %s"
                                .formatted(
                                        row.getString("name"), row.getString("product_name"), row.getString("version")),
                        "Ward has found it in no release"),
                first(
                        "First viewed",
                        cases,
                        VIEWED,
                        (row, _) -> "%s opened the %s".formatted(row.getString("viewer_name"), row.getString("kind")),
                        "nobody has opened the case, its signals or its findings"));
    }

    private Time first(String what, Collection<UUID> cases, String sql, RowMapper<String> from, String unknown) {
        RowMapper<Time> read = (row, number) ->
                new Time(what, Rows.instant(row, "at"), Objects.requireNonNull(from.mapRow(row, number)));
        return jdbc.sql(sql)
                .param("cases", cases.toArray(UUID[]::new))
                .query(read)
                .optional()
                .orElseGet(() -> new Time(what, null, unknown));
    }
}
