package dev.ward.assessment;

import dev.ward.finding.FindingState;
import dev.ward.standards.match.Confidence;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads what speaks of a vulnerability in the releases of an assessment, or in one of them, source by
/// source.
@Repository
class EvidenceRepository {

    /// How much of each source is shown.
    static final int MOST = 500;

    /// Rows that the database hands over at a time.
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    EvidenceRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.streaming = JdbcClient.create(template);
    }

    /// @param most  rows of each source; null for all
    private record Asked(
            JdbcClient jdbc,
            AssessmentId id,
            VulnerabilityFacts facts,
            @Nullable UUID release,
            @Nullable Integer most) {

        /// What statements do not name is not bound.
        StatementSpec sql(String text) {
            StatementSpec statement = jdbc.sql(text)
                    .param("assessment", id.value())
                    .param("release", release)
                    .param("most", most);
            if (text.contains(":vulnerability")) {
                statement = statement.param("vulnerability", facts.id());
            }
            return text.contains(":name") ? statement.param("name", facts.name()) : statement;
        }
    }

    private Stream<MappedQuerySpec<PresenceEvidence>> sources(Asked asked) {
        return Stream.of(
                sboms(asked), findings(asked), suppliers(asked), screenings(asked), notes(asked), reachability(asked));
    }

    /// Source by source, one more than is shown where there is more.
    ///
    /// @param release  alone; null for all
    List<List<PresenceEvidence>> list(AssessmentId id, VulnerabilityFacts facts, @Nullable UUID release) {
        return sources(new Asked(jdbc, id, facts, release, MOST + 1))
                .map(MappedQuerySpec::list)
                .toList();
    }

    /// Hands all of it to a sink, source by source; memory does not grow with how much there is. Needs a
    /// transaction.
    void each(AssessmentId id, VulnerabilityFacts facts, Consumer<PresenceEvidence> sink) {
        sources(new Asked(streaming, id, facts, null, null)).forEach(source -> {
            try (Stream<PresenceEvidence> all = source.stream()) {
                all.forEach(sink);
            }
        });
    }

    /// What the SBOMs of the releases say where nothing was found.
    private MappedQuerySpec<PresenceEvidence> sboms(Asked asked) {
        return asked.sql("""
                SELECT p.release_id, s.snapshot_id, s.file_name, s.uploaded_by, s.uploaded_at
                  FROM assessment.presence p
                  LEFT JOIN sbom.published_snapshot s ON s.release_id = p.release_id AND s.current
                 WHERE p.assessment_id = :assessment AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                   AND NOT EXISTS (SELECT FROM finding.published_finding f
                                    WHERE f.release_id = p.release_id AND f.vulnerability_id = :vulnerability::uuid)
                 ORDER BY p.release_id LIMIT :most::bigint
                """).query((row, _) -> sbom(row, asked.facts().id() != null));
    }

    private static PresenceEvidence sbom(ResultSet row, boolean told) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        UUID snapshot = row.getObject("snapshot_id", UUID.class);
        String says = snapshot == null
                ? "Nobody sent an SBOM"
                : told ? "Nothing in it was found to have it" : "No source tells what to look for in it";
        return new PresenceEvidence(
                "sbom:" + (snapshot == null ? release : snapshot),
                release,
                EvidenceKind.SBOM,
                snapshot == null ? "the release" : row.getString("file_name"),
                says,
                "",
                snapshot == null ? "Ward" : row.getString("uploaded_by"),
                instant(row, "uploaded_at"),
                "",
                null,
                "/releases/" + release);
    }

    private MappedQuerySpec<PresenceEvidence> findings(Asked asked) {
        return asked.sql("""
                SELECT f.release_id, f.finding_id, f.state, f.confidence, f.closed_because, coalesce(f.closed_at, f.opened_at) AS at,
                       c.name || coalesce(' ' || c.version, '') AS component
                  FROM assessment.presence p
                  JOIN finding.published_finding f ON f.release_id = p.release_id
                  JOIN sbom.published_component c USING (component_id)
                 WHERE p.assessment_id = :assessment AND f.vulnerability_id = :vulnerability::uuid
                   AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                 ORDER BY f.release_id, f.state = 'closed', component, f.finding_id LIMIT :most::bigint
                """).query((row, _) -> finding(row));
    }

    private static PresenceEvidence finding(ResultSet row) throws SQLException {
        FindingState state = FindingState.of(row.getString("state")).orElseThrow();
        String closed = row.getString("closed_because");
        boolean gone = "component-gone".equals(closed);
        String says = switch (state) {
            case OPEN -> "Found, " + confidence(row);
            case CANDIDATE -> "Only names agree; nobody has said whether it is the same";
            case SOURCE_WITHDRAWN -> "Was found; no record says so any more";
            case CLOSED -> gone ? "Was found; the component is gone" : "Was found; it is closed";
        };
        Presence points = switch (state) {
            case OPEN -> Presence.PRESENT;
            case CLOSED -> Presence.ABSENT;
            case CANDIDATE, SOURCE_WITHDRAWN -> null;
        };
        UUID finding = row.getObject("finding_id", UUID.class);
        return new PresenceEvidence(
                "finding:" + finding,
                row.getObject("release_id", UUID.class),
                EvidenceKind.FINDING,
                row.getString("component"),
                says,
                closed == null ? "" : closed,
                "Matching",
                instant(row, "at"),
                "",
                points,
                "/findings/" + finding);
    }

    private static String confidence(ResultSet row) throws SQLException {
        return Confidence.values()[row.getInt("confidence")].name().toLowerCase(Locale.ROOT);
    }

    /// What VEX documents say of the vulnerability under any of its names. A statement is laid at the
    /// releases whose SBOM holds its package in its version; of an author who said several things of a
    /// product, the last counts, and of several that a document says at once, the graver. Authors without
    /// a name are not one author.
    private MappedQuerySpec<PresenceEvidence> suppliers(Asked asked) {
        return asked.sql("""
                WITH said AS (
                    SELECT s.*, d.author, d.format, d.document_id AS document_name, d.received_by, d.number AS document_number,
                           coalesce(s.said_at, d.stated_at, d.received_at) AS at,
                           CASE WHEN d.author = '' THEN d.id END AS nameless, coalesce(s.purl, s.product) AS thing,
                           array_position(ARRAY['affected', 'under-investigation', 'fixed', 'not-affected'], s.status) AS mild,
                           o.id IS NOT NULL AS ours,
                           rank() OVER (PARTITION BY d.author, CASE WHEN d.author = '' THEN d.id END, coalesce(s.purl, s.product)
                                        ORDER BY coalesce(s.said_at, d.stated_at, d.received_at) DESC, d.number DESC) = 1
                               AS latest
                      FROM assessment.vex_statement s
                      JOIN assessment.vex_document d ON d.id = s.document_id
                      LEFT JOIN assessment.past_import o ON o.vex_id = d.id
                     WHERE s.names && (ARRAY[:name::text] || ARRAY(SELECT n.name FROM advisory.published_name n
                                                              WHERE n.vulnerability_id = :vulnerability::uuid))),
                weighed AS (
                    SELECT said.*, mild > min(mild) FILTER (WHERE latest) OVER (PARTITION BY author, nameless, thing) AS milder
                      FROM said),
                held AS (
                    SELECT DISTINCT p.release_id, c.product_line, c.version,
                           substring(split_part(split_part(c.purls[1], '?', 1), '#', 1) FROM '@([^@/]+)$') AS purl_version
                      FROM assessment.presence p
                      JOIN sbom.published_current_component k USING (release_id)
                      JOIN sbom.published_component c USING (component_id)
                     WHERE p.assessment_id = :assessment AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                       AND c.product_line IN (SELECT package FROM said))
                SELECT DISTINCT w.*, h.release_id
                  FROM weighed w
                  LEFT JOIN held h ON h.product_line = w.package
                       AND (w.version IS NULL OR w.version IN (h.version, h.purl_version))
                 ORDER BY h.release_id NULLS LAST, w.latest DESC, w.at DESC, w.document_number DESC, w.mild, w.number
                 LIMIT :most::bigint
                """).query((row, _) -> supplier(row));
    }

    private static PresenceEvidence supplier(ResultSet row) throws SQLException {
        SupplierStatus status = Worded.get(SupplierStatus.values(), row.getString("status"));
        boolean latest = row.getBoolean("latest");
        boolean milder = row.getBoolean("milder");
        boolean ours = row.getBoolean("ours");
        Presence points = latest && !milder ? status.points() : null;
        String author = row.getString("author");
        UUID document = row.getObject("document_id", UUID.class);
        return new PresenceEvidence(
                "supplier:%s/%d".formatted(document, row.getInt("number")),
                row.getObject("release_id", UUID.class),
                EvidenceKind.SUPPLIER,
                row.getString("product"),
                status.title()
                        + (latest ? milder ? " (the document says worse of it too)" : "" : " (said earlier)")
                        + (ours ? " (our own, from before Ward)" : ""),
                row.getString("justification"),
                author.isEmpty() ? "An author who gives no name" : author,
                instant(row, "at"),
                row.getString("words"),
                // Ourselves we support by nothing that we said before.
                ours && points == Presence.ABSENT ? null : points,
                "/vex/" + document);
    }

    /// What was dispositioned in bulk, and what the second discipline holds against it.
    private MappedQuerySpec<PresenceEvidence> screenings(Asked asked) {
        return asked.sql("""
                SELECT r.release_id, r.finding_id, r.stands, r.pulled_because, s.id, s.state, s.verdict, s.justification,
                       s.evidence, s.prepared_by, coalesce(r.pulled_at, s.signed_at) AS at, o.why, o.by AS objector,
                       c.name || coalesce(' ' || c.version, '') AS component
                  FROM assessment.presence p
                  JOIN assessment.screened_row r ON r.release_id = p.release_id
                  JOIN assessment.screening s ON s.id = r.screening_id
                  JOIN sbom.published_component c USING (component_id)
                  LEFT JOIN assessment.screening_objection o USING (screening_id, finding_id)
                 WHERE p.assessment_id = :assessment AND r.vulnerability_id = :vulnerability::uuid
                   AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                   AND s.state IN ('signed', 'withdrawn')
                 ORDER BY r.release_id, s.number DESC, r.finding_id LIMIT :most::bigint
                """).query((row, _) -> screening(row));
    }

    private static PresenceEvidence screening(ResultSet row) throws SQLException {
        boolean stands = row.getBoolean("stands");
        boolean absent = row.getString("verdict").equals(Verdict.NOT_AFFECTED.word());
        String says = Worded.get(Verdict.values(), row.getString("verdict")).title();
        String pulled = row.getString("pulled_because");
        String objection = row.getString("why");
        String justification = row.getString("justification");
        UUID screening = row.getObject("id", UUID.class);
        return new PresenceEvidence(
                "screening:%s/%s".formatted(screening, row.getObject("finding_id", UUID.class)),
                row.getObject("release_id", UUID.class),
                EvidenceKind.SCREENING,
                row.getString("component"),
                stands ? says : says + " (does not stand any more)",
                justification == null ? "" : justification,
                row.getString("prepared_by"),
                instant(row, "at"),
                row.getString("evidence")
                        + (pulled == null ? "" : "\nPulled out: " + pulled)
                        + (objection == null ? "" : "\n" + row.getString("objector") + " does not agree: " + objection),
                stands ? absent ? Presence.ABSENT : Presence.PRESENT : null,
                "/screenings/" + screening);
    }

    private MappedQuerySpec<PresenceEvidence> notes(Asked asked) {
        return asked.sql("""
                SELECT f.release_id, f.finding_id, n.note_id, n.at, n.author_name, n.body,
                       c.name || coalesce(' ' || c.version, '') AS component
                  FROM assessment.presence p
                  JOIN finding.published_finding f ON f.release_id = p.release_id
                  JOIN finding.published_note n USING (finding_id)
                  JOIN sbom.published_component c USING (component_id)
                 WHERE p.assessment_id = :assessment AND f.vulnerability_id = :vulnerability::uuid
                   AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                 ORDER BY f.release_id, n.at, n.note_id LIMIT :most::bigint
                """)
                .query((row, _) -> new PresenceEvidence(
                        "note:" + row.getObject("note_id", UUID.class),
                        row.getObject("release_id", UUID.class),
                        EvidenceKind.NOTE,
                        row.getString("component"),
                        "A note",
                        "",
                        row.getString("author_name"),
                        instant(row, "at"),
                        row.getString("body"),
                        null,
                        "/findings/" + row.getObject("finding_id", UUID.class)));
    }

    /// What people and tools found of reachability; of a component in a release, what was found last
    /// counts.
    private MappedQuerySpec<PresenceEvidence> reachability(Asked asked) {
        return asked.sql("""
                SELECT e.*, p.release_id AS of_release,
                       row_number() OVER (PARTITION BY p.release_id, lower(e.component) ORDER BY e.number DESC) = 1 AS latest,
                       (SELECT string_agg(f.name || ' (SHA-256 ' || f.sha256 || ')', E'\\n' ORDER BY f.kept_at, f.id)
                          FROM assessment.reachability_file f WHERE f.reachability_id = e.id) AS files
                  FROM assessment.reachability e
                  JOIN assessment.presence p ON p.assessment_id = e.assessment_id
                       AND (e.release_id IS NULL OR e.release_id = p.release_id)
                 WHERE e.assessment_id = :assessment AND (:release::uuid IS NULL OR p.release_id = :release::uuid)
                 ORDER BY p.release_id, e.number DESC LIMIT :most::bigint
                """).query((row, _) -> reachable(asked.id(), row));
    }

    private static PresenceEvidence reachable(AssessmentId id, ResultSet row) throws SQLException {
        Reachable reachable = Worded.get(Reachable.values(), row.getString("reachable"));
        boolean latest = row.getBoolean("latest");
        String tool = row.getString("tool");
        String version = row.getString("tool_version");
        String files = row.getString("files");
        return new PresenceEvidence(
                "reachability:" + row.getObject("id", UUID.class),
                row.getObject("of_release", UUID.class),
                EvidenceKind.REACHABILITY,
                row.getString("component"),
                latest ? reachable.title() : reachable.title() + " (found earlier)",
                tool.isEmpty() ? "" : version.isEmpty() ? tool : tool + " " + version,
                row.getString("said_by"),
                instant(row, "said_at"),
                row.getString("words") + (files == null ? "" : "\n" + files),
                latest ? reachable.points() : null,
                "/assessments/" + id + "#reachability");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
