package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.signature.CanonicalRecord;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AssessmentRepository {

    private static final String SELECT = """
            SELECT a.*, p.name AS product_name
              FROM assessment.assessment a
              JOIN product.published_product p USING (product_id)
            """;

    private final JdbcClient jdbc;
    private final PresenceRepository presences;

    AssessmentRepository(JdbcClient jdbc, PresenceRepository presences) {
        this.jdbc = jdbc;
        this.presences = presences;
    }

    /// @param restrictedTo  null for everyone of the manufacturer
    void insert(
            AssessmentId id,
            VulnerabilityFacts facts,
            ProductId product,
            @Nullable Set<UUID> restrictedTo,
            Instant now) {
        jdbc.sql("""
                INSERT INTO assessment.assessment (id, vulnerability, vulnerability_id, product_id, state, exploitability,
                            harm, determination, mitigation, restricted_to, opened_at, changed_at)
                VALUES (:id, :vulnerability, :vulnerabilityId, :product, 'open', :exploitability::jsonb, :harm::jsonb,
                        :determination::jsonb, :mitigation::jsonb, :restricted, :now, :now)
                """)
                .param("id", id.value())
                .param("vulnerability", facts.name())
                .param("vulnerabilityId", facts.id())
                .param("product", product.value())
                .param("exploitability", CanonicalRecord.of(ExploitabilityPart.EMPTY))
                .param("harm", CanonicalRecord.of(HarmPart.EMPTY))
                .param("determination", CanonicalRecord.of(DeterminationPart.EMPTY))
                .param("mitigation", CanonicalRecord.of(MitigationPart.EMPTY))
                .param("restricted", array(restrictedTo), Types.ARRAY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID @Nullable [] array(@Nullable Set<UUID> ids) {
        return ids == null ? null : ids.stream().sorted().toArray(UUID[]::new);
    }

    /// @param restrictedTo  null for everyone of the manufacturer
    void restrict(Collection<UUID> assessments, @Nullable Set<UUID> restrictedTo) {
        jdbc.sql("UPDATE assessment.assessment SET restricted_to = :restricted WHERE id = ANY (:ids)")
                .param("restricted", array(restrictedTo), Types.ARRAY)
                .param("ids", assessments.toArray(UUID[]::new), Types.ARRAY)
                .update();
        // What somebody else assessed meanwhile stays theirs.
        jdbc.sql("""
                UPDATE assessment.presence p
                   SET shared = :shared AND NOT EXISTS (
                           SELECT FROM assessment.presence other
                            WHERE other.vulnerability = p.vulnerability AND other.release_id = p.release_id
                              AND other.shared AND other.assessment_id <> p.assessment_id)
                 WHERE p.assessment_id = ANY (:ids)
                """)
                .param("shared", restrictedTo == null)
                .param("ids", assessments.toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    private static String seen(Reader reader) {
        return reader.sees("a") + " AND " + reader.seesRestricted("a.restricted_to");
    }

    Optional<Assessment> find(Reader reader, AssessmentId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id AND " + seen(reader))
                .param("id", id.value())
                .query((row, _) -> assessment(row))
                .optional();
    }

    /// Holds it until the transaction ends: whoever signs and whoever changes come one after the other.
    boolean lock(AssessmentId id) {
        return jdbc.sql("SELECT revision FROM assessment.assessment WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Of a vulnerability under its name or id, or of a release; the newest first.
    List<Assessment> ofVulnerability(Reader reader, String name, @Nullable UUID id) {
        return jdbc.sql(SELECT + " WHERE (a.vulnerability = :name OR a.vulnerability_id = :id::uuid) AND "
                        + seen(reader) + " ORDER BY a.number DESC LIMIT 200")
                .param("name", name)
                .param("id", id)
                .query((row, _) -> assessment(row))
                .list();
    }

    /// The products in which a vulnerability is found and that nobody has assessed or screened.
    List<UndecidedProduct> undecided(Reader reader, String name, @Nullable UUID id) {
        return jdbc.sql("""
                SELECT r.product_id, r.product_name, count(DISTINCT f.release_id) AS releases
                  FROM finding.published_finding f
                  JOIN product.published_release r ON r.release_id = f.release_id
                 WHERE f.vulnerability_id = :id::uuid AND f.state IN ('open', 'candidate') AND %s
                   AND NOT EXISTS (SELECT FROM assessment.published_screened w WHERE w.finding_id = f.finding_id)
                   AND NOT EXISTS (SELECT FROM assessment.assessment a
                                    WHERE a.product_id = r.product_id AND %s
                                      AND (a.vulnerability = :name OR a.vulnerability_id = :id::uuid))
                 GROUP BY r.product_id, r.product_name ORDER BY r.product_name LIMIT 100
                """.formatted(reader.sees("r"), seen(reader)))
                .param("name", name)
                .param("id", id)
                .query((row, _) -> new UndecidedProduct(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("product_name"),
                        row.getLong("releases")))
                .list();
    }

    void save(Assessment changed) {
        MitigationPart mitigation = changed.mitigation();
        jdbc.sql("""
                UPDATE assessment.assessment
                   SET version = :version, state = :state, revision = revision + 1, vulnerability_id = :vulnerabilityId,
                       exploitability = :exploitability::jsonb, harm = :harm::jsonb,
                       determination = :determination::jsonb, mitigation = :mitigation::jsonb, changed_at = :now
                 WHERE id = :id
                """)
                .param("version", changed.version())
                .param("state", changed.state().word())
                .param("vulnerabilityId", changed.vulnerabilityId())
                .param("exploitability", CanonicalRecord.of(changed.exploitability()))
                .param("harm", CanonicalRecord.of(changed.harm()))
                .param("determination", CanonicalRecord.of(changed.determination()))
                .param("mitigation", mitigation == null ? null : CanonicalRecord.of(mitigation))
                .param("now", changed.changed().atOffset(ZoneOffset.UTC))
                .param("id", changed.id().value())
                .update();
    }

    private Assessment assessment(ResultSet row) throws SQLException {
        AssessmentId id = new AssessmentId(row.getObject("id", UUID.class));
        return new Assessment(
                id,
                row.getString("vulnerability"),
                row.getObject("vulnerability_id", UUID.class),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getInt("version"),
                Worded.get(AssessmentState.values(), row.getString("state")),
                row.getInt("revision"),
                CanonicalRecord.parse(row.getString("exploitability"), ExploitabilityPart.class),
                CanonicalRecord.parse(row.getString("harm"), HarmPart.class),
                CanonicalRecord.parse(row.getString("determination"), DeterminationPart.class),
                mitigation(row.getString("mitigation")),
                presences.list(id),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable MitigationPart mitigation(@Nullable String json) {
        return json == null ? null : CanonicalRecord.parse(json, MitigationPart.class);
    }

    /// @param before   the number before which to go on
    List<AssessmentLine> list(Reader reader, AssessmentFilter filter, long before, int rows) {
        return jdbc.sql("""
                SELECT a.number, a.id, a.vulnerability, a.state, a.changed_at, p.name AS product_name, d.verdict, d.exploitability,
                       d.harm, d.reassess_by, a.harm ->> 'privacy' AS privacy,
                       (SELECT count(*) FROM assessment.presence r
                         WHERE r.assessment_id = a.id AND r.presence <> 'absent') AS releases,
                       (SELECT string_agg(o.because, ' ' ORDER BY o.at) FROM assessment.outdated o
                         WHERE o.decision_id = d.id AND a.state = 'outdated') AS because
                  FROM assessment.assessment a
                  JOIN product.published_product p USING (product_id)
                  LEFT JOIN LATERAL (SELECT d.* FROM assessment.decision d WHERE d.assessment_id = a.id
                                      ORDER BY d.version DESC LIMIT 1) d ON true
                 WHERE a.number < :before AND (:state::text IS NULL OR a.state = :state::text)
                   AND (:verdict::text IS NULL OR d.verdict = :verdict::text)
                   AND (:exploitability::text IS NULL OR d.exploitability = :exploitability::text)
                   AND (:harm::text IS NULL OR d.harm = :harm::text)
                   AND (:privacy::text IS NULL OR a.harm ->> 'privacy' = :privacy::text)
                   AND (:ids::uuid[] IS NULL OR a.id = ANY (:ids::uuid[])) AND %s
                 ORDER BY a.number DESC LIMIT :rows
                """.formatted(seen(reader)))
                .param("before", before)
                .param("state", word(filter.state()))
                .param("verdict", word(filter.verdict()))
                .param("exploitability", word(filter.exploitability()))
                .param("harm", filter.harm() == null ? null : filter.harm().name())
                .param(
                        "privacy",
                        filter.privacy() == null ? null : filter.privacy().name())
                .param("ids", array(filter.ids()), Types.ARRAY)
                .param("rows", rows)
                .query((row, _) -> line(row))
                .list();
    }

    private static @Nullable String word(@Nullable Worded choice) {
        return choice == null ? null : choice.word();
    }

    private static AssessmentLine line(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String exploitability = row.getString("exploitability");
        String privacy = row.getString("privacy");
        return new AssessmentLine(
                row.getLong("number"),
                new AssessmentId(row.getObject("id", UUID.class)),
                row.getString("vulnerability"),
                row.getString("product_name"),
                Worded.get(AssessmentState.values(), row.getString("state")),
                verdict == null ? null : Worded.get(Verdict.values(), verdict),
                exploitability == null ? null : Worded.get(Exploitability.values(), exploitability),
                row.getString("harm"),
                privacy == null ? null : PrivacyHarm.valueOf(privacy),
                row.getObject("reassess_by", LocalDate.class),
                row.getLong("releases"),
                row.getString("because"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
