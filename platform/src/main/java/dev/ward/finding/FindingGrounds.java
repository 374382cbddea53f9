package dev.ward.finding;

import dev.ward.advisory.Advisories;
import dev.ward.advisory.Hearing;
import dev.ward.advisory.Source;
import dev.ward.advisory.SourceImport;
import dev.ward.identity.Reader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// On what the findings of a release rest: where a ground is missing, that there is no finding says nothing.
@Service
@Transactional(readOnly = true)
public class FindingGrounds {

    private final JdbcClient jdbc;
    private final Advisories advisories;

    FindingGrounds(JdbcClient jdbc, Advisories advisories) {
        this.jdbc = jdbc;
        this.advisories = advisories;
    }

    /// Whether matching has read everything that the release has, and everything that was published.
    public boolean isMatched(UUID release) {
        return jdbc.sql("""
                SELECT NOT EXISTS (SELECT FROM sbom.published_snapshot s
                                    WHERE s.release_id = :release
                                      AND s.sequence > (SELECT value FROM finding.mark WHERE name = 'sbom'))
                   AND NOT EXISTS (SELECT FROM advisory.published_record r
                                     JOIN finding.mark m ON m.name = 'advisory'
                                    WHERE r.change_set >= m.value AND (r.change_set, r.record_id) > (m.value, m.within))
                """).param("release", release).query(Boolean.class).single();
    }

    /// When CISA's catalogue of known exploited vulnerabilities was last heard; empty when it never was.
    public Optional<Instant> exploitedHeard(Reader reader) {
        for (Hearing one : advisories.heard(reader)) {
            SourceImport heard = one.heard();
            if (one.source() == Source.KEV && heard != null) {
                return Optional.ofNullable(heard.ended());
            }
        }
        return Optional.empty();
    }
}
