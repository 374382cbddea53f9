package dev.ward.reach;

import dev.ward.advisory.Advisories;
import dev.ward.assessment.Presence;
import dev.ward.finding.FindingState;
import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Finds what reaches devices, and the releases of which it is true.
@Repository
class SubjectRepository {

    private static final String RELEASES = """
            SELECT r.release_id, r.product_id, r.model_id,
                   r.product_name || ' ' || coalesce(r.model_name || ' ', '') || r.version AS name,
                   h.certain, h.findings
              FROM product.published_release r
              JOIN ({holders}) h USING (release_id)
             WHERE {seen}
             ORDER BY NOT h.certain, r.product_order, r.version, r.release_id
            """;

    private static final String BY_FINDING = """
            SELECT f.release_id, bool_or(f.state <> :candidate) AS certain, count(*) AS findings
              FROM finding.published_finding f
             WHERE f.vulnerability_id = :id AND f.state = ANY(:states) AND {seen}
             GROUP BY f.release_id
            """;

    private static final String BY_COMPONENT = """
            SELECT p.release_id, true AS certain, 0::bigint AS findings
              FROM sbom.published_component c
              JOIN sbom.published_current_component p USING (component_id)
             WHERE c.public_id = :id
            """;

    /// What decisions that stand say by configuration. Where several say something of a release, a
    /// configuration is without it when all say so; what a new fact asks to decide anew says nothing.
    private static final String DECIDED = """
            SELECT k.release_id, k.configuration_id, bool_and(k.presence = :absent) AS absent
              FROM assessment.published_configuration_decision k
             WHERE (k.vulnerability_id = :id
                    OR k.vulnerability IN (SELECT n.name FROM advisory.published_name n WHERE n.vulnerability_id = :id))
               AND k.release_id = ANY(:releases) AND NOT k.outdated AND {seen}
             GROUP BY 1, 2
            """;

    private static final String ITSELF = "SELECT :id::uuid AS release_id, true AS certain, 0::bigint AS findings";

    /// A finding whose sources fell silent counts until a person has confirmed that it is closed.
    private static final String[] PRESENT = EnumSet.complementOf(EnumSet.of(FindingState.CLOSED)).stream()
            .map(FindingState::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Advisories advisories;

    SubjectRepository(JdbcClient jdbc, Advisories advisories) {
        this.jdbc = jdbc;
        this.advisories = advisories;
    }

    Optional<Subject> find(Reader reader, Subject.Kind kind, String word) {
        return switch (kind) {
            case VULNERABILITY ->
                advisories
                        .find(reader, word)
                        .map(known -> new Subject(
                                kind, known.id().value(), known.told().id()));
            case COMPONENT -> named(kind, word, """
                    SELECT concat_ws(' ', concat(nullif(c.group_name, '') || '/', c.name), c.version)
                      FROM sbom.published_component c
                     WHERE c.public_id = :id
                       AND EXISTS (SELECT FROM sbom.published_current_component p
                                     JOIN product.published_release r USING (release_id)
                                    WHERE p.component_id = c.component_id AND %s)
                    """.formatted(reader.sees("r")));
            case RELEASE -> named(kind, word, """
                    SELECT r.product_name || ' ' || coalesce(r.model_name || ' ', '') || r.version
                      FROM product.published_release r
                     WHERE r.release_id = :id AND %s
                    """.formatted(reader.sees("r")));
            case CONFIGURATION -> named(kind, word, """
                    SELECT c.name FROM product.published_configuration c WHERE c.configuration_id = :id AND %s
                    """.formatted(reader.sees("c")));
        };
    }

    private Optional<Subject> named(Subject.Kind kind, String word, String sql) {
        UUID id = id(kind, word);
        return id == null
                ? Optional.empty()
                : jdbc.sql(sql).param("id", id).query(String.class).optional().map(name -> new Subject(kind, id, name));
    }

    private static @Nullable UUID id(Subject.Kind kind, String word) {
        try {
            return kind == Subject.Kind.RELEASE ? ReleaseId.of(word).value() : UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Population population(Reader reader, Subject subject) {
        return switch (subject.kind()) {
            case VULNERABILITY -> holding(reader, subject, BY_FINDING.replace("{seen}", reader.sees("f")));
            case COMPONENT -> holding(reader, subject, BY_COMPONENT);
            case RELEASE -> holding(reader, subject, ITSELF);
            case CONFIGURATION -> new Population(List.of(), List.of(subject.id()), List.of(), List.of());
        };
    }

    Population population(Reader reader, Collection<Subject> any) {
        return Population.ofAny(any.stream().map(one -> population(reader, one)).toList());
    }

    private Population holding(Reader reader, Subject subject, String holders) {
        StatementSpec statement = jdbc.sql(
                        RELEASES.replace("{holders}", holders).replace("{seen}", reader.sees("r")))
                .param("id", subject.id());
        if (subject.kind() == Subject.Kind.VULNERABILITY) {
            statement =
                    statement.param("candidate", FindingState.CANDIDATE.word()).param("states", PRESENT);
        }
        List<ReachedRelease> releases = statement
                .query((row, _) -> new ReachedRelease(
                        row.getObject("release_id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getObject("model_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("certain"),
                        row.getLong("findings"),
                        0,
                        0))
                .list();
        UUID[] certain = new Population(releases, List.of(), List.of(), List.of()).certain();
        if (certain.length == 0) {
            return new Population(releases, List.of(), List.of(), List.of());
        }
        Map<Population.Absent, Boolean> decided =
                subject.kind() == Subject.Kind.VULNERABILITY ? decided(reader, subject, certain) : Map.of();
        List<Population.Absent> absent = decided.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        return new Population(
                releases,
                holding(certain, absent),
                decided.keySet().stream()
                        .map(Population.Absent::release)
                        .distinct()
                        .toList(),
                absent);
    }

    private Map<Population.Absent, Boolean> decided(Reader reader, Subject subject, UUID[] releases) {
        Map<Population.Absent, Boolean> decided = new HashMap<>();
        jdbc.sql(DECIDED.replace("{seen}", reader.seesRestricted("k.restricted_to")))
                .param("id", subject.id())
                .param("releases", releases)
                .param("absent", Presence.ABSENT.word())
                .query((RowCallbackHandler) row -> decided.put(
                        new Population.Absent(
                                row.getObject("release_id", UUID.class), row.getObject("configuration_id", UUID.class)),
                        row.getBoolean("absent")));
        return decided;
    }

    /// The configurations that hold a release that is not absent there.
    private List<UUID> holding(UUID[] releases, List<Population.Absent> absent) {
        return jdbc.sql("""
                SELECT DISTINCT c.configuration_id
                  FROM product.published_configuration_release c
                 WHERE c.release_id = ANY(:releases)
                   AND NOT EXISTS (SELECT FROM unnest(:absentReleases::uuid[], :absentConfigurations::uuid[])
                                                    AS n (r, k)
                                    WHERE n.r = c.release_id AND n.k = c.configuration_id)
                """)
                .param("releases", releases)
                .param(
                        "absentReleases",
                        absent.stream().map(Population.Absent::release).toArray(UUID[]::new))
                .param(
                        "absentConfigurations",
                        absent.stream().map(Population.Absent::configuration).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
