package dev.ward.assessment;

import dev.ward.identity.Reader;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells of a release which risks are open in it.
@Component
public class ReleaseRisks {

    private final JdbcClient jdbc;

    ReleaseRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param uncontrolled  vulnerabilities whose risk was decided to be uncontrolled, in this release too
    /// @param undecided     vulnerabilities that were found in it and have no decision that stands or covers
    ///                      it, nor were screened
    public record Risks(long uncontrolled, long undecided) {}

    /// What a reader may not see decides nothing for them: it counts as undecided.
    @Transactional(readOnly = true)
    public Risks of(Reader reader, UUID release) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM assessment.published_decision d
                         WHERE d.release_id = :release AND d.verdict = 'uncontrolled' AND d.presence <> 'absent'
                           AND %1$s AND %2$s)
                       + (SELECT count(DISTINCT d.assessment_id) FROM assessment.published_covered d
                           WHERE d.release_id = :release AND d.verdict = 'uncontrolled' AND %1$s AND %2$s) AS uncontrolled,
                       (SELECT count(DISTINCT f.vulnerability_id) FROM finding.published_finding f
                         WHERE f.release_id = :release AND f.state <> 'closed'
                           AND NOT EXISTS (SELECT FROM assessment.published_decision d
                                            WHERE d.release_id = f.release_id AND d.vulnerability_id = f.vulnerability_id
                                              AND NOT d.outdated AND %1$s AND %2$s)
                           AND NOT EXISTS (SELECT FROM assessment.published_covered d
                                            WHERE d.release_id = :release AND d.finding_id = f.finding_id
                                              AND %1$s AND %2$s)
                           AND NOT EXISTS (SELECT FROM assessment.published_screened w
                                            WHERE w.finding_id = f.finding_id)) AS undecided
                """.formatted(reader.sees("d"), reader.seesRestricted("d.restricted_to")))
                .param("release", release)
                .query((row, _) -> new Risks(row.getLong("uncontrolled"), row.getLong("undecided")))
                .single();
    }
}
