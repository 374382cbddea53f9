package dev.ward.performance;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleRepository {

    static final int MOST = 200;

    private final JdbcClient jdbc;

    RuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The rules of a subject, the newest first.
    List<LinkRule> list(Reader reader, Subject subject) {
        return jdbc.sql(HeldLines.held(reader) + """
                , open AS (SELECT lower(h.name) AS name, lower(h.product_line) AS purl FROM held h WHERE NOT %s)
                SELECT r.*, v.name AS function_name,
                       (SELECT count(*) FROM open o
                         WHERE starts_with(CASE r.field WHEN 'NAME' THEN o.name ELSE o.purl END, r.prefix)) AS reaches
                  FROM performance.link_rule r
                  LEFT JOIN LATERAL (SELECT name FROM living WHERE living.function_id = r.function_id LIMIT 1) v ON true
                 WHERE r.product_id = :product AND r.model_id IS NOT DISTINCT FROM :model::uuid AND r.retired_at IS NULL
                 ORDER BY r.made_at DESC, r.id DESC
                 LIMIT :most
                """.formatted(HeldLines.SPOKEN_OF))
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("most", MOST)
                .query((row, _) -> {
                    UUID function = row.getObject("function_id", UUID.class);
                    return new LinkRule(
                            row.getObject("id", UUID.class),
                            LinkRule.Field.valueOf(row.getString("field")),
                            row.getString("prefix"),
                            function == null ? null : new FunctionId(function),
                            row.getString("function_name"),
                            row.getString("why"),
                            DraftRepository.instant(row, "made_at"),
                            row.getString("author_name"),
                            row.getLong("reaches"));
                })
                .list();
    }

    void insert(UUID id, Subject subject, LinkRule.Draft rule, Actor actor, Instant at) {
        jdbc.sql("""
                INSERT INTO performance.link_rule (id, product_id, model_id, field, prefix, function_id, why, made_at,
                                                   author_kind, author_id, author_name)
                VALUES (:id, :product, :model, :field, :prefix, :function, :why, :at, :kind, :author, :name)
                """)
                .param("id", id)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("field", rule.field().name())
                .param("prefix", rule.prefix())
                .param(
                        "function",
                        rule.function() == null ? null : rule.function().value())
                .param("why", rule.why())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("author", actor.id())
                .param("name", actor.name())
                .update();
    }

    void retire(UUID id, Instant at) {
        jdbc.sql("UPDATE performance.link_rule SET retired_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
