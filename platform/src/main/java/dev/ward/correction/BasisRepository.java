package dev.ward.correction;

import dev.ward.assessment.Verdict;
import dev.ward.correction.Basis.Fact;
import dev.ward.correction.Basis.Kind;
import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what was decided of the vulnerabilities of cases, and by which matrix.
@Repository
class BasisRepository {

    /// A decision that is hidden with another case counts for nobody but that case.
    private static final String DECISIONS = """
            WITH held AS MATERIALIZED (
                SELECT v.case_id, v.vulnerability_id FROM handling.published_case_vulnerability v
                 WHERE v.case_id = ANY (:cases)),
            taken AS (
                SELECT h.case_id, d.decision_id FROM held h
                  JOIN assessment.published_decision d ON d.vulnerability_id = h.vulnerability_id
                 WHERE d.restricted_to IS NULL
                 UNION
                SELECT a.case_id, d.decision_id FROM handling.published_case_assessment a
                  JOIN assessment.published_decision d ON d.assessment_id = a.assessment_id
                 WHERE a.case_id = ANY (:cases))
            SELECT DISTINCT t.case_id, d.assessment_id, d.vulnerability, p.name AS product, d.verdict, d.harm, j.version,
                   j.matrix, d.outdated
              FROM taken t
              JOIN assessment.published_decision d ON d.decision_id = t.decision_id
              JOIN assessment.published_judged_by j ON j.decision_id = t.decision_id
              JOIN product.published_product p ON p.product_id = d.product_id
             ORDER BY t.case_id, d.vulnerability, p.name, d.assessment_id
            """;

    private static final String SCREENINGS = """
            SELECT v.case_id, s.screening_id, s.verdict, count(DISTINCT s.release_id) AS releases
              FROM handling.published_case_vulnerability v
              JOIN assessment.published_screened s ON s.vulnerability_id = v.vulnerability_id
             WHERE v.case_id = ANY (:cases)
             GROUP BY v.case_id, s.screening_id, s.verdict
             ORDER BY v.case_id, s.screening_id
            """;

    private final JdbcClient jdbc;

    BasisRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By case; in the order of vulnerabilities and products.
    Map<UUID, List<Fact>> decisions(Collection<UUID> cases) {
        UUID[] ids = cases.toArray(UUID[]::new);
        Map<UUID, List<Fact>> all = new HashMap<>();
        jdbc.sql(DECISIONS).param("cases", ids).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "case_id"), _ -> new ArrayList<>()).add(decision(row));
        });
        jdbc.sql(SCREENINGS).param("cases", ids).query((ResultSet row) -> {
            String id = Rows.id(row, "screening_id").toString();
            all.computeIfAbsent(Rows.id(row, "case_id"), _ -> new ArrayList<>())
                    .add(new Fact(
                            "screening " + id,
                            Kind.DECISION,
                            "Screened in bulk",
                            "%s in %d releases (%s)".formatted(row.getString("verdict"), row.getLong("releases"), id)));
        });
        return all;
    }

    private static Fact decision(ResultSet row) throws SQLException {
        StringBuilder value = new StringBuilder(row.getString("verdict"));
        String harm = row.getString("harm");
        if (harm != null && !value.toString().equals(Verdict.NOT_AFFECTED.word())) {
            value.append(", harm ").append(harm);
        }
        value.append(", version ").append(row.getInt("version")).append(", by ").append(row.getString("matrix"));
        if (row.getBoolean("outdated")) {
            value.append("; a new fact asks for another decision");
        }
        return new Fact(
                "decision " + row.getString("assessment_id"),
                Kind.DECISION,
                "%s in %s".formatted(row.getString("vulnerability"), row.getString("product")),
                value.toString());
    }
}
