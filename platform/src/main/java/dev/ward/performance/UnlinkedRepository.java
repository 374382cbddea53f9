package dev.ward.performance;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the work list: components of which nothing has been said.
@Repository
class UnlinkedRepository {

    static final SortOrder MOST_USED = SortOrder.descending("releases");

    private static final String SORTED_NAME = "left(lower(h.name), 200)";

    private final JdbcClient jdbc;

    UnlinkedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param place  by what it is listed: the beginning of its name in small letters
    record Row(UnlinkedComponent component, String place) {}

    /// @param text  a part of the name; null for all
    List<Row> list(Reader reader, Subject subject, @Nullable String text, @Nullable Cursor after, int rows) {
        return jdbc.sql(HeldLines.held(reader) + """
                SELECT h.*, %2$s AS place FROM held h
                 WHERE NOT %1$s
                   AND (:text::text IS NULL OR position(:text::text IN lower(h.name)) > 0)
                   AND (:begins OR (-h.releases, %2$s, h.line_key) > (-:releases::integer, :name::text, :key::text))
                 ORDER BY h.releases DESC, %2$s, h.line_key
                 LIMIT :rows
                """.formatted(HeldLines.SPOKEN_OF, SORTED_NAME))
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param(
                        "text",
                        text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT))
                .param("begins", after == null)
                .param("releases", after == null ? 0 : after.number(0))
                .param("name", after == null ? null : after.text(1))
                .param("key", after == null ? null : after.text(2))
                .param("rows", rows)
                .query((row, number) -> new Row(unlinked(row, number), row.getString("place")))
                .list();
    }

    static Cursor cursor(Row row) {
        UnlinkedComponent component = row.component();
        return Cursor.of(
                MOST_USED, component.releases(), row.place(), component.line().key());
    }

    LinkCounts counts(Reader reader, Subject subject) {
        return jdbc.sql(HeldLines.held(reader) + """
                SELECT count(*) AS components, count(*) FILTER (WHERE NOT %s) AS unlinked,
                       (SELECT count(*) FROM used u
                          JOIN sbom.published_snapshot s ON s.release_id = u.release_id AND s.current) AS releases
                  FROM held h
                """.formatted(HeldLines.SPOKEN_OF))
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .query((row, _) ->
                        new LinkCounts(row.getLong("components"), row.getLong("unlinked"), row.getInt("releases")))
                .single();
    }

    /// Those that a rule reaches, in the order of the work list.
    List<UnlinkedComponent> reached(Reader reader, Subject subject, LinkRule rule, int most) {
        String text = rule.field() == LinkRule.Field.NAME ? "h.name" : "h.product_line";
        return jdbc.sql(HeldLines.held(reader) + """
                SELECT h.* FROM held h
                 WHERE NOT %s AND starts_with(lower(%s), :prefix)
                 ORDER BY h.releases DESC, %s, h.line_key
                 LIMIT :most
                """.formatted(HeldLines.SPOKEN_OF, text, SORTED_NAME))
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("prefix", rule.prefix())
                .param("most", most)
                .query(UnlinkedRepository::unlinked)
                .list();
    }

    private static UnlinkedComponent unlinked(ResultSet row, int number) throws SQLException {
        return new UnlinkedComponent(
                new Linked.Line(row.getString("product_line"), row.getString("name")),
                row.getObject("component", UUID.class),
                row.getInt("releases"));
    }
}
