package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.performance.HarmSeverity;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what was decided elsewhere; only imports write it.
@Repository
class PastDecisionRepository {

    /// Whoever is not read into an embargo sees no decision where a restricted one stands.
    private static final String DECIDED = """
            (EXISTS (SELECT FROM assessment.published_decision d
                      WHERE d.release_id = x.release_id AND d.vulnerability = x.vulnerability
                        AND NOT d.outdated AND {seen})
             OR EXISTS (SELECT FROM assessment.published_decision d
                      WHERE d.release_id = x.release_id AND d.vulnerability_id = x.vulnerability_id
                        AND NOT d.outdated AND {seen})
             OR EXISTS (SELECT FROM assessment.published_screened s
                      WHERE s.release_id = x.release_id AND s.vulnerability_id = x.vulnerability_id))
            """;

    private static final String WAITING = """
             AND NOT EXISTS (SELECT FROM assessment.published_decision d
                      WHERE d.release_id = x.release_id AND d.vulnerability = x.vulnerability
                        AND NOT d.outdated AND {seen})
             AND NOT EXISTS (SELECT FROM assessment.published_decision d
                      WHERE d.release_id = x.release_id AND d.vulnerability_id = n.vulnerability_id
                        AND NOT d.outdated AND {seen})
             AND NOT EXISTS (SELECT FROM assessment.published_screened s
                      WHERE s.release_id = x.release_id AND s.vulnerability_id = n.vulnerability_id)
            """;

    /// What nobody has rated counts as grave, as in the lists of findings.
    private static final String CURRENT = """
              FROM assessment.past_current c
              JOIN assessment.past_decision x ON x.id = c.decision_id
              JOIN product.published_release r ON r.release_id = x.release_id
              LEFT JOIN advisory.published_name n ON n.name = x.vulnerability
              LEFT JOIN advisory.published_vulnerability v ON v.vulnerability_id = n.vulnerability_id
             WHERE (:product::uuid IS NULL OR x.product_id = :product::uuid)
               AND (:release::uuid IS NULL OR x.release_id = :release::uuid)
               AND (:status::text IS NULL OR x.status = :status::text)
               AND (:name::text IS NULL OR x.vulnerability = :name::text OR n.vulnerability_id = :vulnerability::uuid)
            """;

    private static final String SELECT = """
            SELECT x.*, i.name AS file, i.sha256, i.vex_id,
                   r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS release_name, {decided} AS decided
              FROM ({rows}) x
              JOIN product.published_release r ON r.release_id = x.release_id
              JOIN assessment.past_import i ON i.id = x.import_id
            """;

    private final JdbcClient jdbc;

    PastDecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row and its place in the list.
    record Placed(int risk, int gravity, long number, PastDecision decision) {}

    private static String select(Reader reader, String rows) {
        return SELECT.replace("{decided}", DECIDED.replace("{seen}", reader.seesRestricted("d.restricted_to")))
                .replace("{rows}", rows);
    }

    private static String current(Reader reader, PastFilter filter) {
        return CURRENT
                + (filter.waiting() ? WAITING.replace("{seen}", reader.seesRestricted("d.restricted_to")) : "")
                + " AND "
                + reader.sees("r");
    }

    private JdbcClient.StatementSpec asked(String sql, PastFilter filter, @Nullable VulnerabilityFacts of) {
        PastStatus status = filter.status();
        return jdbc.sql(sql)
                .param("product", filter.product())
                .param("release", filter.release())
                .param("status", status == null ? null : status.word())
                .param("name", of == null ? null : of.name())
                .param("vulnerability", of == null ? null : of.id());
    }

    /// The worst first.
    ///
    /// @param after  the place behind which it goes on; null for the beginning
    List<Placed> list(
            Reader reader, PastFilter filter, @Nullable VulnerabilityFacts of, @Nullable Placement after, int rows) {
        String page = "SELECT x.*, n.vulnerability_id, coalesce(v.risk_order, 2) AS risk" + current(reader, filter)
                + (after == null
                        ? ""
                        : " AND (coalesce(v.risk_order, 2), -x.gravity, x.number) > (:risk, -:gravity, :number)")
                + " ORDER BY coalesce(v.risk_order, 2), x.gravity DESC, x.number LIMIT :rows";
        JdbcClient.StatementSpec statement = asked(
                        select(reader, page) + " ORDER BY x.risk, x.gravity DESC, x.number", filter, of)
                .param("rows", rows);
        if (after != null) {
            statement = statement
                    .param("risk", after.risk())
                    .param("gravity", after.gravity())
                    .param("number", after.number());
        }
        return statement
                .query((row, _) ->
                        new Placed(row.getInt("risk"), row.getInt("gravity"), row.getLong("number"), decision(row)))
                .list();
    }

    record Placement(int risk, int gravity, long number) {}

    /// @param most  where counting ends
    long count(Reader reader, PastFilter filter, int most) {
        return asked(
                        "SELECT count(*) FROM (SELECT x.number" + current(reader, filter) + " LIMIT :most) x",
                        filter,
                        null)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /// All versions of what a decision is about, the newest first.
    List<PastDecision> versions(Reader reader, UUID id) {
        String versions = """
                SELECT o.*, n.vulnerability_id
                  FROM assessment.past_decision one
                  JOIN assessment.past_decision o USING (release_id, vulnerability, component)
                  LEFT JOIN advisory.published_name n ON n.name = o.vulnerability
                 WHERE one.id = :id
                """;
        return jdbc.sql(select(reader, versions) + " WHERE " + reader.sees("r") + " ORDER BY x.version DESC")
                .param("id", id)
                .query((row, _) -> decision(row))
                .list();
    }

    Optional<PastDecision> find(Reader reader, UUID id) {
        return versions(reader, id).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static PastDecision decision(ResultSet row) throws SQLException {
        return new PastDecision(
                row.getObject("id", UUID.class),
                new PastDecision.Place(
                        row.getObject("release_id", UUID.class),
                        row.getString("release_name"),
                        row.getObject("product_id", UUID.class)),
                row.getString("vulnerability"),
                row.getString("component"),
                row.getInt("version"),
                Worded.get(PastStatus.values(), row.getString("status")),
                said(row),
                new PastDecision.Origin(
                        row.getObject("import_id", UUID.class),
                        row.getString("file"),
                        row.getString("sha256"),
                        row.getObject("vex_id", UUID.class),
                        row.getLong("line"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()),
                row.getBoolean("decided"));
    }

    private static PastDecision.Said said(ResultSet row) throws SQLException {
        String harm = row.getString("harm");
        return new PastDecision.Said(
                worded(Justification.values(), row.getString("justification")),
                row.getString("cvss"),
                worded(Exploitability.values(), row.getString("exploitability")),
                harm == null ? null : HarmSeverity.valueOf(harm),
                worded(Verdict.values(), row.getString("verdict")),
                row.getString("decision"),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reference"),
                row.getString("notes"));
    }

    private static <T extends Worded> @Nullable T worded(T[] choices, @Nullable String word) {
        return word == null ? null : Worded.get(choices, word);
    }
}
