package dev.ward.finding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pairs whose answer depends on the device, and the devices that they must be asked of.
@Repository
class DeviceQuestionRepository {

    private final JdbcClient jdbc;

    DeviceQuestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A component, a statement, and a release that holds the component.
    record Question(UUID releaseId, long componentId, long recordId, int number) {

        StatementId statement() {
            return new StatementId(recordId, number);
        }
    }

    void forget(Collection<Long> records) {
        jdbc.sql("DELETE FROM finding.device_statement WHERE record_id = ANY(:records)")
                .param("records", records.toArray(Long[]::new))
                .update();
    }

    /// @param components  as long as `statements`: the two of one place are a pair
    void keep(List<Long> components, List<StatementId> statements) {
        jdbc.sql("""
                INSERT INTO finding.device_statement
                SELECT * FROM unnest(:components::bigint[], :records::bigint[], :numbers::int[])
                    ON CONFLICT DO NOTHING
                """)
                .param("components", components.toArray(Long[]::new))
                .param("records", statements.stream().map(StatementId::recordId).toArray(Long[]::new))
                .param("numbers", statements.stream().map(StatementId::number).toArray(Integer[]::new))
                .update();
    }

    /// What to ask when records changed, release by release.
    List<Question> ofRecords(Collection<Long> records) {
        return jdbc.sql("""
                SELECT c.release_id, d.component_id, d.record_id, d.statement AS number
                  FROM finding.device_statement d
                  JOIN sbom.published_current_component c USING (component_id)
                 WHERE d.record_id = ANY(:records)
                 ORDER BY c.release_id
                """)
                .param("records", records.toArray(Long[]::new))
                .query(Question.class)
                .list();
    }

    /// What to ask when releases have new SBOMs, release by release.
    List<Question> ofReleases(Collection<UUID> releases) {
        return jdbc.sql("""
                SELECT c.release_id, d.component_id, d.record_id, d.statement AS number
                  FROM sbom.published_current_component c
                  JOIN finding.device_statement d USING (component_id)
                  JOIN advisory.published_statement_key k ON k.record_id = d.record_id AND k.number = d.statement
                 WHERE c.release_id = ANY(:releases)
                 GROUP BY 1, 2, 3, 4
                 ORDER BY c.release_id
                """)
                .param("releases", releases.toArray(UUID[]::new))
                .query(Question.class)
                .list();
    }
}
