package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of dispositions: lists, the manifest, the sample.
@Repository
class ScreenedRows {

    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;

    ScreenedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which rows of a disposition are listed.
    enum Part {
        ALL("TRUE"),
        SAMPLE("r.sampled"),
        PULLED("r.pulled_at IS NOT NULL");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    List<ScreenedRow> list(Reader reader, ScreeningId id, Part part, @Nullable UUID after, int rows) {
        return jdbc.sql("""
                SELECT r.finding_id, r.line, r.sampled, r.stands, r.pulled_at, r.pulled_because, o.why,
                       coalesce(v.name, r.vulnerability_id::text) AS vulnerability,
                       l.product_name || ' ' || l.version AS release,
                       c.name || coalesce(' ' || c.version, '') AS component
                  FROM assessment.screened_row r
                  JOIN product.published_release l USING (release_id)
                  LEFT JOIN advisory.published_vulnerability v USING (vulnerability_id)
                  LEFT JOIN sbom.published_component c USING (component_id)
                  LEFT JOIN assessment.screening_objection o USING (screening_id, finding_id)
                 WHERE r.screening_id = :id AND (:after::uuid IS NULL OR r.finding_id > :after::uuid) AND %s AND %s
                 ORDER BY r.finding_id LIMIT :rows
                """.formatted(part.condition, reader.sees("l")))
                .param("id", id.value())
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> row(row))
                .list();
    }

    private static ScreenedRow row(ResultSet row) throws SQLException {
        OffsetDateTime pulled = row.getObject("pulled_at", OffsetDateTime.class);
        return new ScreenedRow(
                row.getObject("finding_id", UUID.class),
                row.getString("vulnerability"),
                row.getString("release"),
                row.getString("component"),
                row.getString("line"),
                row.getBoolean("sampled"),
                row.getBoolean("stands"),
                pulled == null ? null : pulled.toInstant(),
                row.getString("pulled_because"),
                row.getString("why"));
    }

    /// How many findings of a vulnerability dispositions decide now.
    List<ScreenedCount> ofVulnerability(Reader reader, String name) {
        return jdbc.sql("""
                SELECT s.id, s.rule ->> 0 AS rule, s.verdict, count(*) AS findings
                  FROM advisory.published_name n
                  JOIN assessment.screened_row r ON r.vulnerability_id = n.vulnerability_id AND r.stands
                  JOIN assessment.screening s ON s.id = r.screening_id
                 WHERE n.name = :name AND %s
                 GROUP BY s.id, s.rule, s.verdict, s.number
                 ORDER BY s.number DESC LIMIT 20
                """.formatted(reader.sees("s")))
                .param("name", name)
                .query((row, _) -> count(row))
                .list();
    }

    /// The disposition that decides a finding now.
    Optional<ScreenedCount> ofFinding(Reader reader, UUID finding) {
        return jdbc.sql("""
                SELECT s.id, s.rule ->> 0 AS rule, s.verdict, 1 AS findings
                  FROM assessment.screened_row r
                  JOIN assessment.screening s ON s.id = r.screening_id
                 WHERE r.finding_id = :finding AND r.stands AND %s
                """.formatted(reader.sees("s")))
                .param("finding", finding)
                .query((row, _) -> count(row))
                .optional();
    }

    private static ScreenedCount count(ResultSet row) throws SQLException {
        return new ScreenedCount(
                new ScreeningId(row.getObject("id", UUID.class)),
                row.getString("rule"),
                Worded.get(Verdict.values(), row.getString("verdict")),
                row.getLong("findings"));
    }

    /// Writes the lines in the order of their findings, each but the last ended by a line feed. Call it
    /// in a transaction.
    void write(ScreeningId id, Part part, Writer to) {
        boolean[] begun = new boolean[1];
        try (var lines = jdbc
                .sql("""
                        SELECT r.line FROM assessment.screened_row r WHERE r.screening_id = :id AND %s ORDER BY r.finding_id
                        """.formatted(part.condition))
                .withFetchSize(FETCHED)
                .param("id", id.value())
                .query(String.class)
                .stream()) {
            lines.forEach(line -> {
                try {
                    if (begun[0]) {
                        to.write('\n');
                    }
                    to.write(line);
                    begun[0] = true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /// The SHA-256 of the lines, in small hexadecimal digits.
    String sha256(ScreeningId id, Part part) {
        return jdbc.sql("""
                SELECT encode(sha256(convert_to(coalesce(string_agg(r.line, E'\\n' ORDER BY r.finding_id), ''), 'UTF8')),
                              'hex')
                  FROM assessment.screened_row r WHERE r.screening_id = :id AND %s
                """.formatted(part.condition))
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /// @return whether the finding is in the sample, and nobody had objected to it before
    boolean object(ScreeningId id, UUID finding, String why, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO assessment.screening_objection (screening_id, finding_id, why, by, at)
                        SELECT screening_id, finding_id, :why, :by, :at FROM assessment.screened_row
                         WHERE screening_id = :id AND finding_id = :finding AND sampled
                            ON CONFLICT DO NOTHING
                        """)
                        .param("id", id.value())
                        .param("finding", finding)
                        .param("why", why)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void pull(ScreeningId id, UUID finding, Instant at, String because) {
        jdbc.sql("""
                UPDATE assessment.screened_row SET stands = false, pulled_at = :at, pulled_because = :because
                 WHERE screening_id = :id AND finding_id = :finding AND stands
                """)
                .param("id", id.value())
                .param("finding", finding)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("because", because)
                .update();
    }

    /// Why the second discipline does not agree, by finding.
    Map<String, String> objections(ScreeningId id) {
        Map<String, String> objections = new HashMap<>();
        jdbc.sql("SELECT finding_id::text AS finding, why FROM assessment.screening_objection WHERE screening_id = :id")
                .param("id", id.value())
                .query((row, _) -> objections.put(row.getString("finding"), row.getString("why")))
                .list();
        return objections;
    }
}
