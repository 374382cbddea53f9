package dev.ward.assessment;

import dev.ward.device.DeviceStatus;
import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether a vulnerability is in releases as they run in configurations.
@Repository
class PresenceConfigurationRepository {

    private static final String[] IN_FIELD = Arrays.stream(DeviceStatus.values())
            .filter(DeviceStatus::isInField)
            .map(DeviceStatus::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    PresenceConfigurationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is said, by release, and, of a release of which something is said, the configurations of
    /// which nothing is.
    Map<UUID, List<Assessment.Configured>> list(AssessmentId id) {
        Map<UUID, List<Assessment.Configured>> said = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT s.release_id, s.configuration_id, c.name, s.presence, s.justification, s.evidence, s.recheck_on, s.leans_on
                  FROM assessment.presence_configuration s
                  JOIN product.published_configuration c USING (configuration_id)
                 WHERE s.assessment_id = :id
                UNION ALL
                SELECT r.release_id, r.configuration_id, c.name, 'under-investigation', NULL, '', NULL, '[]'
                  FROM product.published_configuration_release r
                  JOIN product.published_configuration c USING (configuration_id)
                 WHERE (NOT c.archived OR EXISTS (SELECT FROM device.published_device d
                                              WHERE d.release_id = r.release_id AND d.in_field
                                                AND d.configuration_id = c.configuration_id))
                   AND r.release_id IN (SELECT release_id FROM assessment.presence_configuration WHERE assessment_id = :id)
                   AND NOT EXISTS (SELECT FROM assessment.presence_configuration s
                                    WHERE s.assessment_id = :id AND s.release_id = r.release_id
                                      AND s.configuration_id = r.configuration_id)
                 ORDER BY release_id, name, configuration_id
                """).param("id", id.value()).query(row -> {
            said.computeIfAbsent(row.getObject("release_id", UUID.class), _ -> new ArrayList<>())
                    .add(configured(row));
        });
        return said;
    }

    private static Assessment.Configured configured(ResultSet row) throws SQLException {
        String justification = row.getString("justification");
        return new Assessment.Configured(
                row.getObject("configuration_id", UUID.class),
                row.getString("name"),
                Worded.get(Presence.values(), row.getString("presence")),
                justification == null ? null : Worded.get(Justification.values(), justification),
                row.getString("evidence"),
                row.getObject("recheck_on", LocalDate.class),
                List.of(CanonicalRecord.parse(row.getString("leans_on"), Assessment.Ground[].class)));
    }

    /// The configurations in use that hold releases of an assessment, by release, with their names.
    Map<UUID, Map<UUID, String>> known(AssessmentId id) {
        Map<UUID, Map<UUID, String>> known = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT p.release_id, c.configuration_id, c.name
                  FROM assessment.presence p
                  JOIN product.published_configuration_release r USING (release_id)
                  JOIN product.published_configuration c USING (configuration_id)
                 WHERE p.assessment_id = :id
                   AND ((NOT c.archived OR EXISTS (SELECT FROM device.published_device d
                                              WHERE d.release_id = p.release_id AND d.in_field
                                                AND d.configuration_id = c.configuration_id))
                        OR EXISTS (SELECT FROM assessment.presence_configuration s
                                    WHERE s.assessment_id = :id AND s.release_id = p.release_id
                                      AND s.configuration_id = c.configuration_id))
                 ORDER BY p.release_id, c.name, c.configuration_id
                """).param("id", id.value()).query(row -> {
            known.computeIfAbsent(row.getObject("release_id", UUID.class), _ -> new LinkedHashMap<>())
                    .put(row.getObject("configuration_id", UUID.class), row.getString("name"));
        });
        return known;
    }

    void answer(
            AssessmentId id,
            UUID release,
            Collection<UUID> configurations,
            PresenceAnswer answer,
            List<Assessment.Ground> grounds) {
        Justification justification = answer.justification();
        jdbc.sql("""
                INSERT INTO assessment.presence_configuration (assessment_id, release_id, configuration_id, presence,
                            justification, evidence, recheck_on, leans_on)
                SELECT :id, :release, c, :presence, :justification, :evidence, :recheck, :grounds::jsonb
                  FROM unnest(:configurations::uuid[]) AS c
                    ON CONFLICT (assessment_id, release_id, configuration_id) DO UPDATE
                   SET presence = excluded.presence, justification = excluded.justification, evidence = excluded.evidence,
                       recheck_on = excluded.recheck_on, leans_on = excluded.leans_on
                """)
                .param("id", id.value())
                .param("release", release)
                .param("presence", answer.presence().word())
                .param("justification", justification == null ? null : justification.word())
                .param("evidence", answer.evidence())
                .param("recheck", answer.recheckOn(), Types.DATE)
                .param("grounds", CanonicalRecord.of(grounds))
                .param("configurations", configurations.toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    /// Lets releases be answered as a whole again.
    void forget(AssessmentId id, Collection<UUID> releases) {
        jdbc.sql(
                        "DELETE FROM assessment.presence_configuration WHERE assessment_id = :id AND release_id = ANY (:releases)")
                .param("id", id.value())
                .param("releases", releases.toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    /// The devices in the field of releases that were answered by configuration; those of which no
    /// configuration is known under null.
    List<Devices> devices(Reader reader, AssessmentId id) {
        return jdbc.sql("""
                SELECT d.release_id, d.configuration_id, sum(d.devices) AS devices
                  FROM (SELECT u.release_id, u.configuration_id, sum(u.devices) AS devices
                          FROM device.published_configuration_tally u
                         WHERE u.status = ANY (:inField) AND %1$s AND u.release_id = ANY (:releases::uuid[])
                         GROUP BY 1, 2
                        UNION ALL
                        SELECT u.release_id, NULL, sum(u.devices)
                          FROM device.published_tally u
                         WHERE u.status = ANY (:inField) AND %1$s AND u.release_id = ANY (:releases::uuid[])
                         GROUP BY 1
                        UNION ALL
                        SELECT u.release_id, NULL, -sum(u.devices)
                          FROM device.published_configuration_tally u
                         WHERE u.status = ANY (:inField) AND %1$s AND u.release_id = ANY (:releases::uuid[])
                         GROUP BY 1
                        UNION ALL
                        SELECT u.release_id, u.configuration_id, sum(u.quantity)
                          FROM device.published_population u
                         WHERE u.status = ANY (:inField) AND %1$s AND u.release_id = ANY (:releases::uuid[])
                         GROUP BY 1, 2) d
                 GROUP BY 1, 2
                HAVING sum(d.devices) > 0
                """.formatted(reader.seesOf("u.customer_id")))
                .param("inField", IN_FIELD, Types.ARRAY)
                .param("releases", answered(id), Types.ARRAY)
                .query((row, _) -> new Devices(
                        row.getObject("release_id", UUID.class),
                        row.getObject("configuration_id", UUID.class),
                        row.getLong("devices")))
                .list();
    }

    private UUID[] answered(AssessmentId id) {
        return jdbc.sql("SELECT DISTINCT release_id FROM assessment.presence_configuration WHERE assessment_id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /// @param configuration  null for the devices of which none is known
    record Devices(UUID release, @Nullable UUID configuration, long count) {}
}
