package dev.ward.handling;

import dev.ward.identity.Reader;
import dev.ward.web.Slice;
import dev.ward.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which cases are further than their phase says, by the assessments of their vulnerabilities. Nobody
/// but a person moves a case on.
@Service
@Transactional(readOnly = true)
public class PhaseLags {

    private static final int MOST_LOOKED_AT = 2_000;

    private final Cases cases;
    private final JdbcClient jdbc;

    PhaseLags(Cases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /// Assessments of a case's vulnerabilities, in products.
    ///
    /// @param decided  of which a decision stands
    /// @param reached  of these, how many the vulnerability affects
    /// @param missing  that nobody has begun, though the vulnerability is found there; and one for each
    ///                 vulnerability that is neither found nor assessed anywhere
    private record Progress(long all, long decided, long reached, long missing) {

        @Nullable
        PhaseLag of(Phase phase) {
            if (phase.compareTo(Phase.REMEDIATION_DEVELOPMENT) >= 0) {
                return null;
            }
            boolean whole = decided == all && missing == 0;
            if (reached > 0) {
                String words = whole
                        ? "Decided: remediation can begin"
                        : "Decided in %s of %s that it takes: remediation can begin there"
                                .formatted(
                                        Words.number(decided),
                                        Words.counted(all + missing, "assessment", "assessments"));
                return new PhaseLag(words, Phase.REMEDIATION_DEVELOPMENT);
            }
            if (whole) {
                return new PhaseLag("Decided: no assessment says that a product is affected", null);
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

    /// Open cases that lag, the last opened first. So many are looked at that a page is answered at once; the next
    /// slice looks further.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<VulnerabilityCase> lagging(Reader reader, CaseFilter filter, @Nullable String after, int limit) {
        List<VulnerabilityCase> lagging = new ArrayList<>();
        String next = after;
        int looked = 0;
        do {
            Slice<VulnerabilityCase> slice = cases.list(reader, filter, next, limit);
            Map<CaseNumber, PhaseLag> lags = of(reader, slice.items());
            slice.items().stream().filter(one -> lags.containsKey(one.number())).forEach(lagging::add);
            looked += slice.items().size();
            next = slice.next();
        } while (next != null && lagging.size() < limit && looked < MOST_LOOKED_AT);
        return new Slice<>(lagging, next);
    }

    /// What was opened in the case, and what was assessed of its vulnerabilities elsewhere, under any of
    /// their names.
    private Map<UUID, Progress> progress(Reader reader, List<VulnerabilityCase> cases) {
        Map<UUID, Progress> progress = new HashMap<>();
        jdbc.sql("""
                WITH named AS (
                    SELECT v.case_id, v.name, n.vulnerability_id
                      FROM handling.case_vulnerability v
                      LEFT JOIN advisory.published_name n ON n.name = v.name
                     WHERE v.case_id = ANY (:cases)),
                known AS (
                    SELECT a.case_id, a.assessment_id FROM handling.case_assessment a WHERE a.case_id = ANY (:cases)
                     UNION
                    SELECT n.case_id, s.assessment_id
                      FROM named n JOIN assessment.published_progress s ON s.vulnerability = n.name
                     UNION
                    SELECT n.case_id, s.assessment_id
                      FROM named n JOIN assessment.published_progress s ON s.vulnerability_id = n.vulnerability_id),
                made AS (
                    SELECT k.case_id, s.product_id, s.vulnerability, s.vulnerability_id, s.state, s.verdict
                      FROM known k
                      JOIN assessment.published_progress s USING (assessment_id)
                     WHERE %1$s AND %2$s)
                SELECT m.case_id, count(*) AS all_of, count(*) FILTER (WHERE m.state = 'decided') AS decided,
                       count(*) FILTER (WHERE m.state = 'decided' AND m.verdict <> 'not-affected') AS reached,
                       (SELECT count(DISTINCT (n.vulnerability_id, r.product_id))
                          FROM named n
                          JOIN finding.published_finding f ON f.vulnerability_id = n.vulnerability_id
                               AND f.state IN ('open', 'candidate')
                          JOIN product.published_release r ON r.release_id = f.release_id
                         WHERE n.case_id = m.case_id AND NOT r.archived AND %3$s
                           AND NOT EXISTS (SELECT FROM assessment.published_screened w
                                            WHERE w.finding_id = f.finding_id)
                           AND NOT EXISTS (SELECT FROM made o
                                            WHERE o.case_id = n.case_id AND o.product_id = r.product_id
                                              AND (o.vulnerability = n.name
                                                   OR o.vulnerability_id = n.vulnerability_id)))
                       + (SELECT count(*)
                            FROM named n
                           WHERE n.case_id = m.case_id
                             AND NOT EXISTS (SELECT FROM finding.published_finding f
                                              WHERE f.vulnerability_id = n.vulnerability_id)
                             AND NOT EXISTS (SELECT FROM made o
                                              WHERE o.case_id = n.case_id
                                                AND (o.vulnerability = n.name
                                                     OR o.vulnerability_id = n.vulnerability_id))) AS missing
                  FROM made m
                 GROUP BY m.case_id
                """.formatted(reader.sees("s"), reader.seesRestricted("s.restricted_to"), reader.sees("r")))
                .param("cases", cases.stream().map(VulnerabilityCase::id).toArray(UUID[]::new))
                .query(row -> {
                    progress.put(row.getObject("case_id", UUID.class), made(row));
                });
        return progress;
    }

    private static Progress made(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong("all_of"), row.getLong("decided"), row.getLong("reached"), row.getLong("missing"));
    }
}
