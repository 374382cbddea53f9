package dev.ward.performance;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links of one subject, which says whether they may be seen.
@Repository
class LinkRepository {

    private static final String OF_SUBJECT = "l.product_id = :product AND l.model_id IS NOT DISTINCT FROM :model::uuid";

    private static final String LINKS = "WITH " + HeldLines.LIVING + """
            SELECT l.*, i.name AS interface_name, v.name AS living_name,
                   (SELECT f.name FROM performance.function f JOIN performance.version o ON o.id = f.version_id
                     WHERE f.function_id = l.function_id ORDER BY o.number DESC LIMIT 1) AS last_name
              FROM performance.link l
              LEFT JOIN performance.interface i ON i.id = l.interface_id
              LEFT JOIN LATERAL (SELECT name FROM living WHERE living.function_id = l.function_id LIMIT 1) v ON true
             WHERE\s""" + OF_SUBJECT;

    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param function  null for all
    /// @param none      only those that say that no function depends on something
    /// @param ended     those that ended too
    record Filter(
            @Nullable FunctionId function,
            boolean none,
            boolean ended,
            @Nullable String lineKey) {}

    List<FunctionLink> list(Subject subject, Filter filter, @Nullable Cursor after, int rows) {
        return jdbc.sql(LINKS + """
                   AND (:function::uuid IS NULL OR l.function_id = :function::uuid)
                   AND (NOT :none OR l.function_id IS NULL)
                   AND (:ended OR l.ended_at IS NULL)
                   AND (:line::text IS NULL OR l.line_key = :line::text)
                   AND (:begins OR (l.begun_at, l.id) < (:at::timestamptz, :id::uuid))
                 ORDER BY l.begun_at DESC, l.id DESC
                 LIMIT :rows
                """)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param(
                        "function",
                        filter.function() == null ? null : filter.function().value())
                .param("none", filter.none())
                .param("ended", filter.ended())
                .param("line", filter.lineKey())
                .param("begins", after == null)
                .param(
                        "at",
                        after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.uuid(1))
                .param("rows", rows)
                .query((row, _) -> link(row))
                .list();
    }

    /// The links that hold now of some components and interfaces.
    List<FunctionLink> current(Subject subject, Collection<String> lineKeys, Collection<UUID> interfaces) {
        return jdbc.sql(LINKS + """
                   AND l.ended_at IS NULL AND (l.line_key = ANY(:lines) OR l.interface_id = ANY(:interfaces))
                 ORDER BY lower(l.name), l.id
                """)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("lines", lineKeys.toArray(String[]::new))
                .param("interfaces", interfaces.toArray(UUID[]::new))
                .query((row, _) -> link(row))
                .list();
    }

    /// The links that hold now, for a drawing.
    List<FunctionLink> toFunctions(Subject subject, int most) {
        return jdbc.sql(LINKS + """
                   AND l.ended_at IS NULL AND l.function_id IS NOT NULL
                 ORDER BY l.interface_id IS NULL, lower(l.name), l.id
                 LIMIT :most
                """)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("most", most)
                .query((row, _) -> link(row))
                .list();
    }

    void insert(
            Subject subject,
            Linked of,
            @Nullable FunctionId function,
            String why,
            @Nullable UUID rule,
            Actor actor,
            Instant at) {
        Linked.Line line = of instanceof Linked.Line one ? one : null;
        jdbc.sql("""
                INSERT INTO performance.link (id, product_id, model_id, line_key, product_line, interface_id, name,
                                              function_id, why, rule_id, begun_at, author_kind, author_id, author_name)
                VALUES (:id, :product, :model, :key, :line, :interface, :name, :function, :why, :rule, :at,
                        :kind, :author, :authorName)
                ON CONFLICT DO NOTHING
                """)
                .param("id", Uuids.next())
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("key", line == null ? null : line.key())
                .param("line", line == null ? null : line.productLine())
                .param("interface", of instanceof Linked.Port port ? port.id() : null)
                .param("name", of.name())
                .param("function", function == null ? null : function.value())
                .param("why", why)
                .param("rule", rule)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("author", actor.id())
                .param("authorName", actor.name())
                .update();
    }

    /// Ends a link that holds.
    ///
    /// @return false when there is none
    boolean end(Subject subject, UUID link, @Nullable String why, Actor actor, Instant at) {
        return jdbc.sql("""
                        UPDATE performance.link l
                           SET ended_at = :at, ender_kind = :kind, ender_id = :ender, ender_name = :name, end_why = :why
                         WHERE l.id = :id AND l.ended_at IS NULL AND\s""" + OF_SUBJECT)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("kind", actor.kind().name())
                        .param("ender", actor.id())
                        .param("name", actor.name())
                        .param("why", why)
                        .param("id", link)
                        .param("product", subject.productId())
                        .param("model", subject.modelId())
                        .update()
                == 1;
    }

    /// Which of the lines are in the SBOMs of releases in use, with the names that they have there.
    List<Linked.Line> held(Reader reader, Subject subject, Collection<String> keys) {
        return jdbc.sql(HeldLines.held(reader)
                        + "SELECT h.product_line, h.name FROM held h WHERE h.line_key = ANY(:keys)")
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> new Linked.Line(row.getString("product_line"), row.getString("name")))
                .list();
    }

    private static FunctionLink link(ResultSet row) throws SQLException {
        UUID port = row.getObject("interface_id", UUID.class);
        UUID function = row.getObject("function_id", UUID.class);
        String living = row.getString("living_name");
        String last = row.getString("last_name");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new FunctionLink(
                row.getObject("id", UUID.class),
                port == null
                        ? new Linked.Line(row.getString("product_line"), row.getString("name"))
                        : new Linked.Port(port, row.getString("interface_name")),
                function == null ? null : new FunctionId(function),
                living == null ? last : living,
                function == null || living != null,
                row.getString("why"),
                row.getObject("rule_id", UUID.class),
                DraftRepository.instant(row, "begun_at"),
                row.getString("author_name"),
                ended == null ? null : ended.toInstant(),
                row.getString("ender_name"),
                row.getString("end_why"));
    }
}
