package dev.ward.sbom;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
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

/// Where each component is: which releases hold it now.
@Service
public class Components {

    private static final SortOrder BY_NAME = SortOrder.ascending("name");

    private static final String BEHIND = """
            (left(lower(c.name), 200), left(coalesce(c.version, ''), 200), c.component_id)
            > (:name::text, :version::text, :id::bigint)""";

    private static final String HOLDERS = """
            SELECT p.component_id, r.release_id, r.product_id, r.product_name, r.model_name, r.version,
                   p.snapshot_id, p.occurrences
              FROM sbom.published_current_component p
              JOIN product.published_release r USING (release_id)
             WHERE p.component_id = %s AND %s
             ORDER BY r.product_name, r.model_name, r.version, r.release_id
             LIMIT :most""";

    private final JdbcClient jdbc;

    Components(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A component, and releases that hold it.
    ///
    /// @param releases  how many hold it, of which `holders` are the first
    public record Place(KnownComponent component, int releases, List<Holder> holders) {

        public Place {
            holders = List.copyOf(holders);
        }
    }

    /// @param place  by what it is listed: the beginning of its name in small letters
    private record Found(long componentId, KnownComponent component, String place, int releases) {}

    /// How many releases are named with each component of a search.
    public static final int HOLDERS_SHOWN = 20;

    /// Components that some release holds now, by name and version.
    ///
    /// @param search  words, each the beginning of one in name, version, purl or CPE; null for all
    /// @param after   a cursor; null for the beginning
    public Slice<Place> search(@Nullable String search, @Nullable String after, int limit, Reader reader) {
        Cursor cursor = Cursor.parse(after, BY_NAME, 3);
        String query = search == null ? null : SearchWords.query(search);
        List<Found> found = jdbc.sql("""
                SELECT c.component_id, c.public_id, c.type, c.name, c.version, c.group_name, c.supplier,
                       c.manufacturer, c.purls, c.cpes, left(lower(c.name), 200) AS place,
                       held.releases
                  FROM sbom.component c
                 CROSS JOIN LATERAL (
                       SELECT count(*) AS releases
                         FROM sbom.published_current_component p
                         JOIN product.published_release r USING (release_id)
                        WHERE p.component_id = c.component_id AND %s) held
                 WHERE held.releases > 0
                   AND %s AND %s
                 ORDER BY left(lower(c.name), 200), left(coalesce(c.version, ''), 200), c.component_id
                 LIMIT :most
                """.formatted(
                                reader.sees("r"),
                                query == null ? "TRUE" : "c.words @@ :query::tsquery",
                                cursor == null ? "TRUE" : BEHIND))
                .param("query", query)
                .param("name", cursor == null ? null : cursor.text(0))
                .param("version", cursor == null ? null : cursor.text(1))
                .param("id", cursor == null ? null : cursor.number(2))
                .param("most", limit + 1)
                .query(Components::found)
                .list();
        Slice<Found> slice = Slice.of(found, limit, Components::cursor);
        Map<Long, List<Holder>> holders =
                holders(slice.items().stream().map(Found::componentId).toList(), reader);
        return slice.map(
                one -> new Place(one.component(), one.releases(), holders.getOrDefault(one.componentId(), List.of())));
    }

    private static Cursor cursor(Found found) {
        String version = found.component().version();
        return Cursor.of(BY_NAME, found.place(), cut(version == null ? "" : version), found.componentId());
    }

    /// As PostgreSQL's `left(…, 200)`, which counts code points.
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 200 ? text : text.substring(0, text.offsetByCodePoints(0, 200));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("component_id"),
                KnownComponent.of(row.getObject("public_id", UUID.class), ComponentRepository.identity(row)),
                row.getString("place"),
                row.getInt("releases"));
    }

    private Map<Long, List<Holder>> holders(List<Long> components, Reader reader) {
        Map<Long, List<Holder>> holders = new HashMap<>();
        jdbc.sql("SELECT h.* FROM unnest(:ids) AS c (id) CROSS JOIN LATERAL (%s) h"
                        .formatted(HOLDERS.formatted("c.id", reader.sees("r"))))
                .param("ids", components.toArray(Long[]::new))
                .param("most", HOLDERS_SHOWN)
                .query((row, number) -> holders.computeIfAbsent(
                                row.getLong("component_id"), absent -> new ArrayList<>())
                        .add(holder(row)))
                .list();
        return holders;
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getObject("release_id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getString("product_name"),
                row.getString("model_name"),
                row.getString("version"),
                new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                row.getInt("occurrences"));
    }

    /// A component and the releases that hold it now, which may be none. One that no release to be seen ever held is
    /// not there.
    ///
    /// @param id    its public id
    /// @param most  how many releases at most
    /// @throws ProblemException  when there is no such component
    public Place get(UUID id, int most, Reader reader) {
        Found found = jdbc.sql("""
                SELECT %s, c.public_id, '' AS place, 0 AS releases
                  FROM sbom.component c
                 WHERE c.public_id = :id
                   AND EXISTS (SELECT FROM sbom.snapshot_component p
                                 JOIN sbom.snapshot s USING (snapshot_id)
                                 JOIN product.published_release r USING (release_id)
                                WHERE p.component_id = c.component_id AND %s)
                """.formatted(ComponentRepository.COLUMNS, reader.sees("r")))
                .param("id", id)
                .query(Components::found)
                .optional()
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no component with the id \"%s\".".formatted(id)));
        List<Holder> holders = jdbc.sql(HOLDERS.formatted(":component", reader.sees("r")))
                .param("component", found.componentId())
                .param("most", most)
                .query((row, number) -> holder(row))
                .list();
        return new Place(found.component(), holders.size(), holders);
    }
}
