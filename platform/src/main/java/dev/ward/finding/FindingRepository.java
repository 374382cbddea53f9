package dev.ward.finding;

import dev.ward.finding.Finding.Flaw;
import dev.ward.finding.Finding.Part;
import dev.ward.finding.Finding.Place;
import dev.ward.finding.FindingConditions.Named;
import dev.ward.identity.Reader;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.match.Confidence;
import dev.ward.standards.match.MatchKind;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads findings with what they show.
@Repository
class FindingRepository {

    private static final SeverityRating[] RATINGS = SeverityRating.values();
    private static final MatchKind[] KINDS = MatchKind.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();

    private static final String COLUMNS = """
            f.id, f.state, f.kind, f.confidence, f.opened_at, f.closed_at, f.closed_because,
            v.vulnerability_id, v.name AS flaw, v.aliases, v.summary, v.rating, v.severity_source, v.score, v.vector,
            v.kev_since, v.epss,
            c.public_id, c.component_id, c.name AS component, c.version AS component_version, c.purls[1] AS purl,
            c.cpes[1] AS cpe,
            r.release_id, r.product_id, r.product_name, r.version AS release_version
            """;

    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A finding and its place in the list.
    record Placed(Finding finding, Cursor cursor) {}

    /// Asks for each state on its own, so that each is read in the order of an index, and puts the first of all
    /// together.
    List<Placed> list(
            FindingConditions conditions,
            Set<FindingState> states,
            SortOrder order,
            @Nullable Cursor after,
            int limit) {
        FindingSort sort = FindingSort.of(order.key());
        int reached = after == null ? -1 : group(after);
        List<String> parts = new ArrayList<>();
        for (FindingState state : FindingState.values()) {
            int group = sort.group(state);
            boolean passed = order.descending() ? group > reached : group < reached;
            if (!states.contains(state) || (after != null && passed)) {
                continue;
            }
            String behind = after != null && group == reached ? " AND " + sort.behind(order.descending()) : "";
            parts.add("(SELECT " + COLUMNS + ", " + group + " AS o0, " + sort.outputs() + FindingConditions.ALL_TABLES
                    + " WHERE f.state = '"
                    + state.word() + "' AND " + conditions + behind + " ORDER BY " + sort.orderBy(order.descending())
                    + " LIMIT :limit)");
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT *, " + sort.place() + " FROM (" + String.join(" UNION ALL ", parts)
                        + ") AS listed ORDER BY " + sort.orderByOutputs(order.descending()) + " LIMIT :limit")
                .params(conditions.parameters())
                .params(place(after, sort))
                .param("limit", limit)
                .query((row, number) -> new Placed(
                        finding(row), Cursor.of(order, texts(row, "place").toArray())))
                .list();
    }

    private static int group(Cursor after) {
        return after.text(0).equals("1") ? 1 : 0;
    }

    private static Map<String, Object> place(@Nullable Cursor after, FindingSort sort) {
        Map<String, Object> place = new LinkedHashMap<>();
        for (int i = 1; after != null && i < sort.places(); i++) {
            place.put("after" + i, sort.columns().get(i - 1).value(after, i));
        }
        return place;
    }

    /// How many findings there are, counted no further than `most`.
    long count(FindingConditions conditions, Set<FindingState> states, int most) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1" + conditions.tables() + " WHERE f.state = ANY(:states) AND "
                        + conditions + " LIMIT :most) AS counted")
                .params(conditions.parameters())
                .param("states", states.stream().map(FindingState::word).toArray(String[]::new))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    Optional<Finding> find(Reader reader, FindingId id) {
        return jdbc.sql("SELECT " + COLUMNS + FindingConditions.ALL_TABLES + " WHERE f.id = :id AND "
                        + reader.sees("f"))
                .param("id", id.value())
                .query((row, number) -> finding(row))
                .optional();
    }

    /// Every match of the finding, the present ones and the surest first.
    List<Evidence> evidence(Reader reader, FindingId id) {
        return jdbc.sql("""
                SELECT a.source || ' ' || a.name AS source, a.name, a.state, a.modified, m.kind, m.confidence, m.range,
                       m.version, m.why, m.first_seen, m.last_seen, m.ended_at
                  FROM finding.finding f
                  JOIN finding.match m
                    ON m.component_id = f.component_id AND m.vulnerability_id = f.vulnerability_id
                   AND (m.release_id IS NULL OR m.release_id = f.release_id)
                  JOIN advisory.published_record a USING (record_id)
                 WHERE f.id = :id AND %s
                 ORDER BY m.ended_at IS NOT NULL, m.confidence, m.kind, source, m.statement
                """.formatted(reader.sees("f")))
                .param("id", id.value())
                .query((row, number) -> evidence(row))
                .list();
    }

    /// The surest present match of each finding.
    Map<UUID, Evidence> surest(Reader reader, List<UUID> findings) {
        Map<UUID, Evidence> surest = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (f.id) f.id, a.source || ' ' || a.name AS source, a.state, m.kind, m.confidence,
                       m.range, m.version, m.why, m.first_seen, m.last_seen, m.ended_at
                  FROM finding.finding f
                  JOIN finding.match m
                    ON m.component_id = f.component_id AND m.vulnerability_id = f.vulnerability_id
                   AND (m.release_id IS NULL OR m.release_id = f.release_id)
                  JOIN advisory.published_record a USING (record_id)
                 WHERE f.id = ANY(:findings) AND %s
                 ORDER BY f.id, m.ended_at IS NOT NULL, m.confidence, m.kind, source, m.statement
                """.formatted(reader.sees("f")))
                .param("findings", findings.toArray(UUID[]::new))
                .query(row -> {
                    surest.put(row.getObject("id", UUID.class), evidence(row));
                });
        return surest;
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("source"),
                row.getString("state"),
                KINDS[row.getInt("kind")],
                CONFIDENCES[row.getInt("confidence")],
                row.getString("range"),
                row.getString("version"),
                row.getString("why"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                instantOrNull(row, "ended_at"));
    }

    /// The number of the last change set; a list that was made at an earlier one may be out of date.
    long lastChangeSet() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM finding.change_set")
                .query(Long.class)
                .single();
    }

    /// What a filter asks for. A text is looked up by this.
    FindingConditions conditions(Reader reader, FindingFilter filter) {
        FindingConditions conditions = new FindingConditions(reader, filter);
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            String pattern = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
            addText(pattern, conditions);
        }
        return conditions;
    }

    /// What few things are named by is looked up first, so that a rare word is found without reading the list.
    private void addText(String pattern, FindingConditions conditions) {
        Named named = new Named(
                ids(Long.class, FindingConditions.COMPONENTS_WITH, pattern),
                ids(UUID.class, FindingConditions.VULNERABILITIES_WITH, pattern),
                ids(UUID.class, FindingConditions.RELEASES_WITH, pattern));
        if (!named.isFew()) {
            conditions.addText(pattern);
            return;
        }
        List<UUID> findings = jdbc.sql(FindingConditions.FINDINGS_NAMED)
                .params(named.parameters())
                .param("most", FindingConditions.MOST_FINDINGS + 1)
                .query(UUID.class)
                .list();
        if (findings.size() <= FindingConditions.MOST_FINDINGS) {
            conditions.addFindings(findings);
        } else {
            conditions.addNamed(named);
        }
    }

    private <T> List<T> ids(Class<T> type, String sql, String pattern) {
        return jdbc.sql(sql)
                .param("text", pattern)
                .param("most", FindingConditions.MOST_NAMED + 1)
                .query(type)
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new FindingId(row.getObject("id", UUID.class)),
                flaw(row),
                new Part(
                        row.getObject("public_id", UUID.class),
                        row.getLong("component_id"),
                        row.getString("component"),
                        row.getString("component_version"),
                        row.getString("purl"),
                        row.getString("cpe")),
                new Place(
                        row.getObject("release_id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getString("product_name"),
                        row.getString("release_version")),
                FindingState.of(row.getString("state")).orElseThrow(),
                KINDS[row.getInt("kind")],
                CONFIDENCES[row.getInt("confidence")],
                instant(row, "opened_at"),
                instantOrNull(row, "closed_at"),
                row.getString("closed_because"));
    }

    private static Flaw flaw(ResultSet row) throws SQLException {
        Date kev = row.getDate("kev_since");
        return new Flaw(
                row.getObject("vulnerability_id", UUID.class),
                row.getString("flaw"),
                texts(row, "aliases"),
                row.getString("summary"),
                RATINGS[row.getInt("rating")],
                row.getString("severity_source"),
                row.getBigDecimal("score"),
                row.getString("vector"),
                kev == null ? null : kev.toLocalDate(),
                row.getObject("epss", Double.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
