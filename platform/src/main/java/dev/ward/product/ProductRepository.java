package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductRepository {

    private final JdbcClient jdbc;

    ProductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Product product) {
        jdbc.sql("""
                INSERT INTO product.product (id, name, family, description, created_at, changed_at)
                VALUES (:id, :name, :family, :description, :at, :at)
                """)
                .param("id", product.id().value())
                .param("name", product.name())
                .param("family", product.family())
                .param("description", product.description())
                .param("at", product.created().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when another change came first
    boolean update(Product product, int revision) {
        return jdbc.sql("""
                        UPDATE product.product
                           SET name = :name, family = :family, description = :description, archived = :archived,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", product.id().value())
                        .param("revision", revision)
                        .param("name", product.name())
                        .param("family", product.family())
                        .param("description", product.description())
                        .param("archived", product.archived())
                        .param("at", product.changed().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Product> find(Reader reader, ProductId id) {
        return jdbc.sql("SELECT p.* FROM product.product p WHERE p.id = :id AND " + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> product(row))
                .optional();
    }

    /// Asks beyond what the reader sees: a name is taken, whoever has it.
    Optional<Product> findByName(String name) {
        return jdbc.sql("SELECT p.* FROM product.product p WHERE lower(p.name) = lower(:name)")
                .param("name", name)
                .query((row, number) -> product(row))
                .optional();
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<ProductLine> list(Reader reader, ProductFilter filter, @Nullable Cursor after, int rows) {
        String key = key(filter.order());
        String way = filter.order().descending() ? "DESC" : "ASC";
        String sql = """
                SELECT p.*, r.releases, r.latest
                  FROM (SELECT p.*, %1$s AS sort_key
                          FROM product.product p
                         WHERE p.archived = :archived
                           AND (:text::text IS NULL
                                OR lower(p.name) LIKE :text OR lower(p.family) LIKE :text)
                           AND (:family::text IS NULL OR lower(p.family) = lower(:family))
                           AND (NOT :without OR p.family IS NULL)
                           AND (:begins OR (%1$s, p.id) %2$s (%3$s, :id::uuid))
                           AND %4$s
                         ORDER BY %1$s %5$s, p.id %5$s
                         LIMIT :rows) p
                  CROSS JOIN LATERAL
                       (SELECT count(*) AS releases, (array_agg(version ORDER BY created_at DESC, id DESC))[1] AS latest
                          FROM product.release r
                         WHERE r.product_id = p.id AND NOT r.archived) r
                 ORDER BY p.sort_key %5$s, p.id %5$s
                """.formatted(
                        key, filter.order().descending() ? "<" : ">", value(filter.order()), reader.sees("p"), way);
        return jdbc.sql(sql)
                .param("archived", filter.archived())
                .param("text", pattern(filter.text()))
                .param("family", filter.family())
                .param("without", filter.without())
                .param("begins", after == null)
                .param("key", after == null ? null : key(filter.order(), after))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> new ProductLine(product(row), row.getInt("releases"), row.getString("latest")))
                .list();
    }

    /// The families in use, by name.
    List<String> families(Reader reader) {
        return jdbc.sql("SELECT min(p.family) FROM product.product p WHERE p.family IS NOT NULL AND " + reader.sees("p")
                        + " GROUP BY lower(p.family) ORDER BY lower(p.family) LIMIT 500")
                .query(String.class)
                .list();
    }

    static Cursor cursor(SortOrder order, ProductLine line) {
        Product product = line.product();
        String key = switch (order.key()) {
            case "family" -> product.family() == null ? "" : product.family();
            case "changed" -> product.changed().toString();
            default -> product.name();
        };
        return Cursor.of(order, key, product.id());
    }

    private static String key(SortOrder order, Cursor after) {
        return order.key().equals("changed") ? after.instant(0).toString() : after.text(0);
    }

    private static String key(SortOrder order) {
        return switch (order.key()) {
            case "family" -> "lower(coalesce(p.family, ''))";
            case "changed" -> "p.changed_at";
            default -> "lower(p.name)";
        };
    }

    private static String value(SortOrder order) {
        return order.key().equals("changed") ? ":key::timestamptz" : "lower(:key::text)";
    }

    /// A pattern that matches the text anywhere, letter for letter.
    static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("family"),
                row.getString("description"),
                row.getBoolean("archived"),
                row.getInt("revision"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
