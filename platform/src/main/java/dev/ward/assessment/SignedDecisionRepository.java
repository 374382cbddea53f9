package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.performance.HarmSeverity;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignedDecisionRepository {

    private static final String SELECT =
            "SELECT d.* FROM assessment.decision d JOIN assessment.assessment a ON a.id = d.assessment_id";

    private final JdbcClient jdbc;

    SignedDecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param table  of exploitability, by its id
    void insert(Decision decision, String table, Assessment of, VulnerabilityFacts facts) {
        Exploitability exploitability = decision.exploitability();
        HarmSeverity harm = decision.harm();
        Instant modified = facts.modified();
        jdbc.sql("""
                INSERT INTO assessment.decision (id, assessment_id, version, product_id, vulnerability, vulnerability_id,
                            verdict, exploitability, harm, matrix, exploitability_table, reassess_by, kev_since, exploitation, advisory_modified,
                            epss, epss_date, performance, content, sha256, decided_at)
                VALUES (:id, :assessment, :version, :product, :vulnerability, :vulnerabilityId, :verdict, :exploitability,
                        :harm, :matrix, :table, :reassess, :kev, :exploitation, :modified, :epss, :epssDate,
                        (SELECT coalesce(max(sequence), 0) FROM performance.published_version v
                          WHERE v.product_id = :product),
                        :content, :sha256, :at)
                """)
                .param("id", decision.id())
                .param("assessment", of.id().value())
                .param("version", decision.version())
                .param("product", of.product().value())
                .param("vulnerability", of.vulnerability())
                .param("vulnerabilityId", facts.id())
                .param("verdict", decision.verdict().word())
                .param("exploitability", exploitability == null ? null : exploitability.word())
                .param("harm", harm == null ? null : harm.name())
                .param("matrix", decision.matrix())
                .param("table", table)
                .param("reassess", decision.reassessBy())
                .param("kev", facts.kevSince())
                .param("exploitation", facts.exploitation())
                .param("modified", modified == null ? null : modified.atOffset(ZoneOffset.UTC))
                .param("epss", facts.epss())
                .param("epssDate", facts.epssDate())
                .param("content", decision.content())
                .param("sha256", decision.sha256())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO assessment.decision_release (decision_id, release_id, presence, justification, recheck_on)
                SELECT :id, release_id, presence, justification, recheck_on
                  FROM assessment.presence WHERE assessment_id = :assessment
                """)
                .param("id", decision.id())
                .param("assessment", of.id().value())
                .update();
        insertConfigurations(decision, of);
        insertChain(decision, of);
    }

    /// What the sources say now of the others of its chain.
    private void insertChain(Decision decision, Assessment of) {
        jdbc.sql("""
                INSERT INTO assessment.decision_chained (decision_id, number, name, vulnerability_id, kev_since,
                            exploitation, advisory_modified)
                SELECT :id, c.number, c.name, v.vulnerability_id, v.kev_since, v.exploitation,
                       (SELECT max(r.modified) FROM advisory.published_record r
                         WHERE r.vulnerability_id = v.vulnerability_id)
                  FROM unnest(:chain::text[]) WITH ORDINALITY AS c (name, number)
                  LEFT JOIN advisory.published_vulnerability v
                         ON v.vulnerability_id = assessment.vulnerability_called(c.name)
                """)
                .param("id", decision.id())
                .param("chain", of.determination().chain().toArray(String[]::new), Types.ARRAY)
                .update();
    }

    private void insertConfigurations(Decision decision, Assessment of) {
        jdbc.sql("""
                INSERT INTO assessment.decision_configuration (decision_id, release_id, configuration_id, presence, recheck_on)
                SELECT :id, release_id, configuration_id, presence, recheck_on
                  FROM assessment.presence_configuration WHERE assessment_id = :assessment
                """)
                .param("id", decision.id())
                .param("assessment", of.id().value())
                .update();
    }

    private static String seen(Reader reader) {
        return reader.sees("a") + " AND " + reader.seesRestricted("a.restricted_to");
    }

    /// The newest first.
    List<Decision> list(Reader reader, AssessmentId id) {
        return jdbc.sql(SELECT + " WHERE d.assessment_id = :id AND " + seen(reader) + " ORDER BY d.version DESC")
                .param("id", id.value())
                .query((row, _) -> decision(row))
                .list();
    }

    Optional<Decision> find(Reader reader, AssessmentId id, int version) {
        return jdbc.sql(SELECT + " WHERE d.assessment_id = :id AND d.version = :version AND " + seen(reader))
                .param("id", id.value())
                .param("version", version)
                .query((row, _) -> decision(row))
                .optional();
    }

    /// The newest decisions, counted by exploitability, harm and verdict; those too that are to be
    /// decided anew.
    List<RiskCount> counts(Reader reader) {
        return jdbc.sql("""
                SELECT d.exploitability, d.harm, d.verdict, count(*) AS decisions,
                       count(*) FILTER (WHERE a.state = 'outdated') AS outdated
                  FROM assessment.assessment a
                 CROSS JOIN LATERAL (SELECT d.exploitability, d.harm, d.verdict FROM assessment.decision d
                                      WHERE d.assessment_id = a.id ORDER BY d.version DESC LIMIT 1) d
                 WHERE d.exploitability IS NOT NULL AND %s
                 GROUP BY 1, 2, 3
                """.formatted(seen(reader)))
                .query((row, _) -> new RiskCount(
                        Worded.get(Exploitability.values(), row.getString("exploitability")),
                        HarmSeverity.valueOf(row.getString("harm")),
                        Worded.get(Verdict.values(), row.getString("verdict")),
                        row.getLong("decisions"),
                        row.getLong("outdated")))
                .list();
    }

    /// The newest decisions, of each cell the uncontrolled first, the last decided before.
    ///
    /// @param most  of each cell
    List<RiskDecision> named(Reader reader, int most) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT a.id, a.vulnerability, p.name AS product_name, d.exploitability, d.harm, d.verdict,
                           a.state = 'outdated' AS outdated,
                           row_number() OVER (PARTITION BY d.exploitability, d.harm
                                              ORDER BY d.verdict = 'uncontrolled' DESC, d.decided_at DESC, a.id)
                               AS place
                      FROM assessment.assessment a
                      JOIN product.published_product p USING (product_id)
                     CROSS JOIN LATERAL (SELECT d.* FROM assessment.decision d
                                          WHERE d.assessment_id = a.id ORDER BY d.version DESC LIMIT 1) d
                     WHERE d.exploitability IS NOT NULL AND %s) one
                 WHERE one.place <= :most ORDER BY one.place
                """.formatted(seen(reader)))
                .param("most", most)
                .query((row, _) -> new RiskDecision(
                        new AssessmentId(row.getObject("id", UUID.class)),
                        row.getString("vulnerability"),
                        row.getString("product_name"),
                        Worded.get(Exploitability.values(), row.getString("exploitability")),
                        HarmSeverity.valueOf(row.getString("harm")),
                        Worded.get(Verdict.values(), row.getString("verdict")),
                        row.getBoolean("outdated")))
                .list();
    }

    /// The last twelve months, the present one last.
    List<RiskMonth> months(Reader reader, Instant now) {
        return jdbc.sql("""
                WITH month AS (
                    SELECT m AS begun, m + interval '1 month' AS ended
                      FROM generate_series(date_trunc('month', :now::timestamp) - interval '11 months',
                                           date_trunc('month', :now::timestamp), interval '1 month') m),
                seen AS (
                    SELECT d.assessment_id, d.version, d.verdict, d.decided_at AT TIME ZONE 'UTC' AS at
                      FROM assessment.decision d JOIN assessment.assessment a ON a.id = d.assessment_id
                     WHERE %s)
                SELECT m.begun::date AS month,
                       count(*) FILTER (WHERE s.verdict = 'uncontrolled') AS uncontrolled,
                       count(*) FILTER (WHERE s.verdict = 'controlled') AS controlled,
                       (SELECT count(*) FROM seen o WHERE o.at >= m.begun AND o.at < m.ended) AS decided
                  FROM month m
                  LEFT JOIN LATERAL (SELECT DISTINCT ON (assessment_id) verdict FROM seen o
                                      WHERE o.at < m.ended ORDER BY assessment_id, version DESC) s ON true
                 GROUP BY m.begun, m.ended ORDER BY m.begun
                """.formatted(seen(reader)))
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, _) -> new RiskMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("uncontrolled"),
                        row.getLong("controlled"),
                        row.getLong("decided")))
                .list();
    }

    private Decision decision(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String exploitability = row.getString("exploitability");
        String harm = row.getString("harm");
        return new Decision(
                id,
                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                row.getInt("version"),
                Worded.get(Verdict.values(), row.getString("verdict")),
                exploitability == null ? null : Worded.get(Exploitability.values(), exploitability),
                harm == null ? null : HarmSeverity.valueOf(harm),
                row.getString("matrix"),
                row.getObject("reassess_by", LocalDate.class),
                row.getString("content"),
                row.getString("sha256"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                outdated(id));
    }

    private List<Decision.Outdated> outdated(UUID decision) {
        return jdbc.sql(
                        "SELECT trigger, because, at FROM assessment.outdated WHERE decision_id = :id ORDER BY at, trigger")
                .param("id", decision)
                .query((row, _) -> new Decision.Outdated(
                        row.getString("trigger"),
                        row.getString("because"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
