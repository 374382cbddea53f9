package dev.ward.assessment;

import dev.ward.finding.FindingState;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In which releases a vulnerability is.
@Repository
class PresenceRepository {

    /// Releases of a product that the vulnerability may be in and that have no answer yet: those in which it
    /// was found, and those that were never looked into as nobody sent what is in them.
    private static final String REACHED = """
            SELECT r.release_id, r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS name
              FROM product.published_release r
             WHERE r.product_id = :product AND %s
               AND NOT EXISTS (SELECT FROM assessment.presence p
                                WHERE p.vulnerability = :vulnerability AND p.release_id = r.release_id
                                  AND (p.shared OR p.assessment_id = :assessment))
               AND (EXISTS (SELECT FROM finding.published_finding f
                             WHERE f.release_id = r.release_id AND f.vulnerability_id = :id::uuid
                               AND f.state = ANY (:states))
                    OR NOT r.archived AND (:id::uuid IS NULL
                        OR NOT EXISTS (SELECT FROM sbom.published_snapshot s
                                        WHERE s.release_id = r.release_id AND s.current)))
            """;

    /// What may be in a release: also what a person has yet to say is a finding.
    private static final String[] REACHING = {FindingState.OPEN.word(), FindingState.CANDIDATE.word()};

    private final JdbcClient jdbc;
    private final PresenceConfigurationRepository configurations;

    PresenceRepository(JdbcClient jdbc, PresenceConfigurationRepository configurations) {
        this.jdbc = jdbc;
        this.configurations = configurations;
    }

    /// Takes in the releases that it may be in and that no assessment of it has.
    ///
    /// @return how many
    int takeIn(Reader reader, AssessmentId id, VulnerabilityFacts facts, ProductId product) {
        return jdbc.sql("""
                INSERT INTO assessment.presence (assessment_id, vulnerability, release_id, presence, shared)
                SELECT :assessment, :vulnerability, release_id, 'under-investigation',
                       (SELECT restricted_to IS NULL FROM assessment.assessment WHERE id = :assessment)
                  FROM (%s) reached
                    ON CONFLICT DO NOTHING
                """.formatted(REACHED.formatted(reader.sees("r"))))
                .param("assessment", id.value())
                .param("vulnerability", facts.name())
                .param("id", facts.id())
                .param("product", product.value())
                .param("states", REACHING, Types.ARRAY)
                .update();
    }

    /// The names of those that would be taken in, in the product's order.
    List<String> reached(Reader reader, AssessmentId id, VulnerabilityFacts facts, ProductId product, int most) {
        return jdbc.sql("SELECT name FROM (" + REACHED.formatted(reader.sees("r"))
                        + ") reached ORDER BY name LIMIT :most")
                .param("assessment", id.value())
                .param("vulnerability", facts.name())
                .param("id", facts.id())
                .param("product", product.value())
                .param("states", REACHING, Types.ARRAY)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<Assessment.Place> list(AssessmentId id) {
        Map<UUID, List<Assessment.Configured>> byConfiguration = configurations.list(id);
        return jdbc.sql("""
                SELECT p.*, r.released_on, r.archived,
                       r.product_name || coalesce(' ' || r.model_name, '') || ' ' || r.version AS name
                  FROM assessment.presence p
                  JOIN product.published_release r USING (release_id)
                 WHERE p.assessment_id = :id
                 ORDER BY r.released_on DESC NULLS FIRST, name DESC, p.release_id
                """)
                .param("id", id.value())
                .query((row, _) -> place(row, byConfiguration))
                .list();
    }

    /// @param grounds  the evidence on which an absence rests, by release; a release without has none
    /// @return how many of the releases are in the assessment
    int answer(
            AssessmentId id,
            Collection<UUID> releases,
            PresenceAnswer answer,
            Map<UUID, List<Assessment.Ground>> grounds) {
        Justification justification = answer.justification();
        return jdbc.sql("""
                UPDATE assessment.presence
                   SET presence = :presence, justification = :justification, evidence = :evidence, recheck_on = :recheck,
                       leans_on = coalesce(:grounds::jsonb -> release_id::text, '[]')
                 WHERE assessment_id = :id AND release_id = ANY (:releases)
                """)
                .param("presence", answer.presence().word())
                .param("justification", justification == null ? null : justification.word())
                .param("evidence", answer.evidence())
                .param("recheck", answer.recheckOn())
                .param("grounds", CanonicalRecord.of(grounds))
                .param("id", id.value())
                .param("releases", releases.toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    private static Assessment.Place place(ResultSet row, Map<UUID, List<Assessment.Configured>> byConfiguration)
            throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        return new Assessment.Place(
                release,
                row.getString("name"),
                row.getObject("released_on", LocalDate.class),
                row.getBoolean("archived"),
                Worded.get(Presence.values(), row.getString("presence")),
                justification(row.getString("justification")),
                row.getString("evidence"),
                row.getObject("recheck_on", LocalDate.class),
                List.of(CanonicalRecord.parse(row.getString("leans_on"), Assessment.Ground[].class)),
                byConfiguration.getOrDefault(release, List.of()));
    }

    private static @Nullable Justification justification(@Nullable String word) {
        return word == null ? null : Worded.get(Justification.values(), word);
    }
}
