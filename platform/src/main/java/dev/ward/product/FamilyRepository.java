package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.product.FamilyBranch.ModelLeaf;
import dev.ward.web.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FamilyRepository {

    private final JdbcClient jdbc;

    FamilyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By name, those without a family last.
    ///
    /// @param text   a part of the name; null for all
    /// @param after  where to go on; null for the beginning
    List<Family> list(Reader reader, @Nullable String text, @Nullable Cursor after, int rows) {
        return jdbc.sql("""
                        SELECT f.name, f.products, f.changed,
                               (SELECT count(*) FROM product.model m
                                 WHERE m.product_id = ANY(f.ids) AND NOT m.archived) AS models,
                               (SELECT count(*) FROM product.release r
                                 WHERE r.product_id = ANY(f.ids) AND NOT r.archived) AS releases
                          FROM (SELECT min(p.family) AS name, p.family IS NULL AS without, coalesce(lower(p.family), '') AS key,
                                       count(*) AS products, max(p.changed_at) AS changed, array_agg(p.id) AS ids
                                  FROM product.product p
                                 WHERE NOT p.archived AND (:text::text IS NULL OR lower(p.family) LIKE :text) AND %s
                                 GROUP BY 2, 3
                                HAVING :begins OR (p.family IS NULL, coalesce(lower(p.family), '')) > (:without::boolean, lower(:key::text))
                                 ORDER BY 2, 3
                                 LIMIT :rows) f
                         ORDER BY f.without, f.key
                        """.formatted(reader.sees("p")))
                .param("text", ProductRepository.pattern(text))
                .param("begins", after == null)
                .param("without", after == null ? null : after.truth(0))
                .param("key", after == null ? null : after.text(1))
                .param("rows", rows)
                .query((row, number) -> new Family(
                        row.getString("name"),
                        row.getInt("products"),
                        row.getInt("models"),
                        row.getInt("releases"),
                        ProductRepository.instant(row, "changed")))
                .list();
    }

    /// The models in use of some products, and how many releases in use each has.
    List<FamilyBranch> branches(Reader reader, List<Product> products) {
        UUID[] ids = products.stream().map(product -> product.id().value()).toArray(UUID[]::new);
        Map<UUID, List<ModelLeaf>> models = new HashMap<>();
        jdbc.sql("""
                SELECT m.id, m.product_id, m.name, coalesce(f.cyber_device, 'UNKNOWN') AS cyber_device,
                       (SELECT count(*) FROM product.release r WHERE r.product_id = m.product_id AND r.model_id = m.id AND NOT r.archived)
                       AS releases
                  FROM product.model m
                  JOIN product.product p ON p.id = m.product_id
                  LEFT JOIN LATERAL (SELECT v.cyber_device FROM product.profile_version v
                                      WHERE v.product_id = m.product_id AND v.model_id = m.id
                                      ORDER BY v.version DESC LIMIT 1) f ON true
                 WHERE m.product_id = ANY(:ids) AND NOT m.archived AND %s
                 ORDER BY lower(m.name), m.id
                """.formatted(reader.sees("p"))).param("ids", ids).query(row -> {
            models.computeIfAbsent(row.getObject("product_id", UUID.class), key -> new ArrayList<>())
                    .add(new ModelLeaf(
                            new ModelId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            row.getInt("releases"),
                            Answer.valueOf(row.getString("cyber_device"))));
        });
        Map<UUID, Integer> whole = new HashMap<>();
        jdbc.sql("""
                SELECT r.product_id, count(*) AS releases
                  FROM product.release r
                  JOIN product.product p ON p.id = r.product_id
                 WHERE r.product_id = ANY(:ids) AND r.model_id IS NULL AND NOT r.archived AND %s
                 GROUP BY r.product_id
                """.formatted(reader.sees("p"))).param("ids", ids).query(row -> {
            whole.put(row.getObject("product_id", UUID.class), row.getInt("releases"));
        });
        return products.stream()
                .map(product -> new FamilyBranch(
                        product,
                        whole.getOrDefault(product.id().value(), 0),
                        models.getOrDefault(product.id().value(), List.of())))
                .toList();
    }
}
