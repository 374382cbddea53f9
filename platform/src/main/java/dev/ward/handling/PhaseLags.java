package dev.ward.handling;

import dev.ward.identity.Reader;
import dev.ward.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which cases are further than their phase says, by the assessments of their vulnerabilities. Nobody but a
/// person moves a case on.
@Service
@Transactional(readOnly = true)
public class PhaseLags {

    private final JdbcClient jdbc;

    PhaseLags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Assessments of a case's vulnerabilities, in products.
    ///
    /// @param decided  of which a decision stands
    /// @param reached  of these, how many the vulnerability affects
    private record Progress(long all, long decided, long reached) {

        @Nullable PhaseLag of(Phase phase) {
            if (phase.compareTo(Phase.REMEDIATION_DEVELOPMENT) >= 0) {
                return null;
            }
            String rest = all > decided ? ", of %s not yet".formatted(Words.number(all - decided)) : "";
            if (reached > 0) {
                return new PhaseLag(
                        "Decided of %s%s: remediation can begin"
                                .formatted(Words.counted(decided, "assessment", "assessments"), rest),
                        Phase.REMEDIATION_DEVELOPMENT);
            }
            if (decided == all) {
                return new PhaseLag(
                        "Decided of %s: none says that a product is affected"
                                .formatted(Words.counted(decided, "assessment", "assessments")),
                        null);
            }
            return phase == Phase.RECEIPT
                    ? new PhaseLag("It is being assessed: verification has begun", Phase.VERIFICATION)
                    : null;
        }
    }

    /// Of those that lag, by the case's number.
    ///
    /// @param seen  cases that the reader was shown
    public Map<CaseNumber, PhaseLag> of(Reader reader, List<VulnerabilityCase> seen) {
        List<VulnerabilityCase> open =
                seen.stream().filter(VulnerabilityCase::isOpen).toList();
        Map<UUID, Progress> progress = progress(reader, open);
        Map<CaseNumber, PhaseLag> lags = new HashMap<>();
        for (VulnerabilityCase one : open) {
            Progress made = progress.get(one.id());
            PhaseLag lag = made == null ? null : made.of(one.phase());
            if (lag != null) {
                lags.put(one.number(), lag);
            }
        }
        return lags;
    }

    /// What was opened in the case, and what was assessed of its vulnerabilities elsewhere, under any of
    /// their names.
    private Map<UUID, Progress> progress(Reader reader, List<VulnerabilityCase> cases) {
        Map<UUID, Progress> progress = new HashMap<>();
        jdbc.sql("""
                WITH of AS (
                    SELECT a.case_id, a.assessment_id FROM handling.case_assessment a WHERE a.case_id = ANY (:cases)
                     UNION
                    SELECT v.case_id, s.assessment_id
                      FROM handling.case_vulnerability v
                      JOIN assessment.published_progress s ON s.vulnerability = v.name
                     WHERE v.case_id = ANY (:cases)
                     UNION
                    SELECT v.case_id, s.assessment_id
                      FROM handling.case_vulnerability v
                      JOIN advisory.published_name n ON n.name = v.name
                      JOIN assessment.published_progress s ON s.vulnerability_id = n.vulnerability_id
                     WHERE v.case_id = ANY (:cases))
                SELECT of.case_id, count(*) AS all_of, count(*) FILTER (WHERE s.state = 'decided') AS decided,
                       count(*) FILTER (WHERE s.state = 'decided' AND s.verdict <> 'not-affected') AS reached
                  FROM of
                  JOIN assessment.published_progress s USING (assessment_id)
                 WHERE %s AND %s
                 GROUP BY of.case_id
                """.formatted(reader.sees("s"), reader.seesRestricted("s.restricted_to")))
                .param("cases", cases.stream().map(VulnerabilityCase::id).toArray(UUID[]::new))
                .query(row -> {
                    progress.put(row.getObject("case_id", UUID.class), made(row));
                });
        return progress;
    }

    private static Progress made(ResultSet row) throws SQLException {
        return new Progress(row.getLong("all_of"), row.getLong("decided"), row.getLong("reached"));
    }
}
