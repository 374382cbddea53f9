package dev.ward.handling;

import dev.ward.database.Rows;
import dev.ward.finding.FindingState;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpeningRepository {

    private final JdbcClient jdbc;

    OpeningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OpeningRule rule() {
        return jdbc.sql("SELECT r.* FROM handling.opening_rule r ORDER BY r.version DESC LIMIT 1")
                .query((row, _) -> rule(row))
                .single();
    }

    /// The newest first.
    List<OpeningRule> rules() {
        return jdbc.sql("SELECT r.* FROM handling.opening_rule r ORDER BY r.version DESC LIMIT 100")
                .query((row, _) -> rule(row))
                .list();
    }

    void insert(OpeningRule rule) {
        jdbc.sql("""
                INSERT INTO handling.opening_rule
                       (version, kev, exploited, score, confidence, because, since, by_name)
                VALUES (:version, :kev, :exploited, :score, :confidence, :because, :since, :by)
                """)
                .param("version", rule.version())
                .param("kev", rule.kev())
                .param("exploited", rule.exploited())
                .param("score", rule.score())
                .param("confidence", rule.exactly() ? 0 : 1)
                .param("because", rule.because())
                .param("since", Rows.utc(rule.since()))
                .param("by", rule.by())
                .update();
    }

    /// Those that the rule names and that no case holds or held of which the reader knows. An embargoed
    /// case does not tell of itself by what is missing here.
    private static String named(Reader reader, String columns, String end) {
        return """
                SELECT %1$s
                  FROM (SELECT v.vulnerability_id, v.name, v.summary, v.kev_since IS NOT NULL AS kev,
                               coalesce(v.exploitation = 'active', false) AS exploited, v.score,
                               coalesce(v.score >= :score::double precision, false) AS graded
                          FROM advisory.published_vulnerability v
                         WHERE v.live AND %2$s
                           AND (:kev AND v.kev_since IS NOT NULL
                                OR :exploited AND v.exploitation = 'active'
                                OR v.score >= :score::double precision)) v
                 CROSS JOIN LATERAL (
                       SELECT count(DISTINCT f.release_id) AS releases,
                              coalesce(bool_or(f.confidence <= :confidence), false) AS sure
                         FROM finding.published_finding f
                         JOIN product.published_release r USING (release_id)
                        WHERE f.vulnerability_id = v.vulnerability_id AND f.state = :open AND NOT r.archived
                          AND %3$s) f
                 WHERE f.releases > 0 AND (:kev AND v.kev OR :exploited AND v.exploited OR v.graded AND f.sure)
                   AND NOT EXISTS (SELECT FROM advisory.published_name n
                                     JOIN handling.case_vulnerability h ON h.name = n.name
                                     JOIN handling.vulnerability_case c ON c.id = h.case_id
                                    WHERE n.vulnerability_id = v.vulnerability_id AND %4$s)
                 %5$s
                """.formatted(
                        columns, reader.sees("v"), reader.sees("r"), reader.seesRestricted("c.restricted_to"), end);
    }

    private JdbcClient.StatementSpec asked(OpeningRule rule, String sql) {
        return jdbc.sql(sql)
                .param("kev", rule.kev())
                .param("exploited", rule.exploited())
                .param("score", rule.score())
                .param("confidence", rule.exactly() ? 0 : 1)
                .param("open", FindingState.OPEN.word());
    }

    int count(Reader reader, OpeningRule rule) {
        return asked(rule, named(reader, "count(*)", "")).query(Integer.class).single();
    }

    /// The gravest first.
    List<Opening> list(Reader reader, OpeningRule rule, int most) {
        return asked(
                        rule,
                        named(
                                reader,
                                "v.*, f.releases, v.graded AND f.sure AS by_score",
                                "ORDER BY v.kev DESC, v.exploited DESC, v.score DESC NULLS LAST, v.name LIMIT :most"))
                .param("most", most)
                .query((row, _) -> new Opening(
                        row.getString("name"),
                        row.getString("summary"),
                        row.getBoolean("kev"),
                        row.getBoolean("exploited"),
                        score(row),
                        row.getBoolean("by_score"),
                        row.getInt("releases")))
                .list();
    }

    private static @Nullable Double score(ResultSet row) throws SQLException {
        double score = row.getDouble("score");
        return row.wasNull() ? null : score;
    }

    private static OpeningRule rule(ResultSet row) throws SQLException {
        return new OpeningRule(
                row.getInt("version"),
                row.getBoolean("kev"),
                row.getBoolean("exploited"),
                score(row),
                row.getInt("confidence") == 0,
                row.getString("because"),
                Rows.instant(row, "since"),
                row.getString("by_name"));
    }
}
