package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which further releases decisions cover: those in which the vulnerability is found in the same
/// components, in the same versions, as long as nothing new asks for another decision and the day has
/// not come that the signers named.
@Service
@Transactional
public class Coverage {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps what a decision covers, within its transaction.
    void keep(Decision decision, LocalDate until) {
        jdbc.sql("INSERT INTO assessment.decision_cover (decision_id, covers_until) VALUES (:id, :until)")
                .param("id", decision.id())
                .param("until", until)
                .update();
        jdbc.sql("""
                INSERT INTO assessment.covered_component (decision_id, component_id)
                SELECT DISTINCT d.id, f.component_id
                  FROM assessment.decision d
                  JOIN assessment.decision_release r ON r.decision_id = d.id
                  JOIN finding.published_finding f ON f.release_id = r.release_id
                       AND f.vulnerability_id = d.vulnerability_id AND f.state IN ('open', 'candidate')
                 WHERE d.id = :id
                """).param("id", decision.id()).update();
    }

    /// The releases that the decisions of an assessment cover now.
    @Transactional(readOnly = true)
    public List<CoveredRelease> ofAssessment(Reader reader, AssessmentId id) {
        return list(reader, id.value(), null);
    }

    /// What decisions of other releases say of a release now.
    @Transactional(readOnly = true)
    public List<CoveredRelease> ofRelease(Reader reader, UUID release) {
        return list(reader, null, release);
    }

    private List<CoveredRelease> list(Reader reader, @Nullable UUID assessment, @Nullable UUID release) {
        return jdbc.sql("""
                SELECT w.release_id, w.assessment_id, w.vulnerability, w.version, w.verdict, w.covers_until,
                       r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS name,
                       string_agg(DISTINCT c.name || coalesce(' ' || c.version, ''), ', ') AS components
                  FROM assessment.published_covered w
                  JOIN product.published_release r USING (release_id)
                  JOIN sbom.published_component c USING (component_id)
                 WHERE (:assessment::uuid IS NULL OR w.assessment_id = :assessment::uuid)
                   AND (:release::uuid IS NULL OR w.release_id = :release::uuid) AND %s AND %s
                 GROUP BY 1, 2, 3, 4, 5, 6, 7
                 ORDER BY w.vulnerability, name, w.release_id LIMIT :most
                """.formatted(reader.sees("w"), reader.seesRestricted("w.restricted_to")))
                .param("assessment", assessment)
                .param("release", release)
                .param("most", MOST)
                .query((row, _) -> new CoveredRelease(
                        row.getObject("release_id", UUID.class),
                        row.getString("name"),
                        row.getString("components"),
                        row.getString("vulnerability"),
                        new AssessmentId(row.getObject("assessment_id", UUID.class)),
                        row.getInt("version"),
                        Worded.get(Verdict.values(), row.getString("verdict")),
                        row.getObject("covers_until", LocalDate.class)))
                .list();
    }
}
