package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReleaseRepository {

    private static final String SELECT = """
            SELECT r.*, p.name AS product_name, m.name AS model_name,
                   NOT (r.archived OR p.archived OR coalesce(m.archived, false)) AS in_use
              FROM product.release r
              JOIN product.product p ON p.id = r.product_id
              LEFT JOIN product.model m ON m.id = r.model_id
            """;

    private final JdbcClient jdbc;

    ReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Release release) {
        jdbc.sql("""
                INSERT INTO product.release (id, product_id, model_id, version, released_on, created_at, changed_at)
                VALUES (:id, :product, :model, :version, :released, :at, :at)
                """)
                .param("id", release.id().value())
                .param("product", release.product().value())
                .param("model", value(release.model()))
                .param("version", release.version())
                .param("released", release.released())
                .param("at", release.created().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when another change came first
    boolean update(Release release, int revision) {
        return jdbc.sql("""
                        UPDATE product.release
                           SET model_id = :model, version = :version, released_on = :released, archived = :archived,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", release.id().value())
                        .param("revision", revision)
                        .param("model", value(release.model()))
                        .param("version", release.version())
                        .param("released", release.released())
                        .param("archived", release.archived())
                        .param("at", release.changed().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Release> find(Reader reader, ReleaseId id) {
        return jdbc.sql(SELECT + " WHERE r.id = :id AND " + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> release(row))
                .optional();
    }

    /// Asks beyond what the reader sees: a version is taken, whoever has it.
    Optional<Release> findByVersion(ProductId product, @Nullable ModelId model, String version) {
        return jdbc.sql(SELECT + """
                         WHERE r.product_id = :product AND r.model_id IS NOT DISTINCT FROM :model::uuid
                           AND r.version = :version
                        """)
                .param("product", product.value())
                .param("model", value(model))
                .param("version", version)
                .query((row, number) -> release(row))
                .optional();
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<Release> list(Reader reader, ReleaseFilter filter, @Nullable Cursor after, int rows) {
        SortOrder order = filter.order();
        String key = key(order);
        String way = order.descending() ? "DESC" : "ASC";
        return jdbc.sql(SELECT + """
                         WHERE r.product_id = :product AND r.archived = :archived
                           AND (:all OR r.model_id IS NOT DISTINCT FROM :model::uuid)
                           AND (:begins OR (%1$s, r.id) %2$s (:key::%3$s, :id::uuid))
                           AND %4$s
                         ORDER BY %1$s %5$s, r.id %5$s
                         LIMIT :rows
                        """.formatted(key, order.descending() ? "<" : ">", type(order), reader.sees("p"), way))
                .param("product", filter.product().value())
                .param("archived", filter.archived())
                .param("all", filter.branch() == null)
                .param(
                        "model",
                        filter.branch() == null ? null : value(filter.branch().model()))
                .param("begins", after == null)
                .param("key", after == null ? null : key(order, after))
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> release(row))
                .list();
    }

    /// Releases in use, those added last first.
    List<Release> latest(Reader reader, int rows) {
        return jdbc.sql(SELECT + """
                         WHERE NOT (r.archived OR p.archived OR coalesce(m.archived, false)) AND %s
                         ORDER BY r.created_at DESC, r.id DESC
                         LIMIT :rows
                        """.formatted(reader.sees("p")))
                .param("rows", rows)
                .query((row, number) -> release(row))
                .list();
    }

    /// Releases whose product's name or version holds the text.
    List<Release> search(Reader reader, String text, int rows) {
        return jdbc.sql(SELECT + """
                         WHERE (lower(r.version) LIKE :text
                                OR lower(p.name || ' ' || coalesce(m.name || ' ', '') || r.version) LIKE :text)
                           AND %s
                         ORDER BY r.created_at DESC, r.id
                         LIMIT :rows
                        """.formatted(reader.sees("p")))
                .param("text", ProductRepository.pattern(text))
                .param("rows", rows)
                .query((row, number) -> release(row))
                .list();
    }

    static Cursor cursor(SortOrder order, Release release) {
        LocalDate released = release.released();
        String key = switch (order.key()) {
            case "version" -> release.version();
            case "released" -> released == null ? LocalDate.EPOCH.toString() : released.toString();
            default -> release.created().toString();
        };
        return Cursor.of(order, key, release.id());
    }

    private static String key(SortOrder order, Cursor after) {
        return switch (order.key()) {
            case "version" -> after.text(0);
            case "released" -> after.date(0).toString();
            default -> after.instant(0).toString();
        };
    }

    private static String key(SortOrder order) {
        return switch (order.key()) {
            case "version" -> "r.version";
            case "released" -> "coalesce(r.released_on, DATE '1970-01-01')";
            default -> "r.created_at";
        };
    }

    private static String type(SortOrder order) {
        return switch (order.key()) {
            case "version" -> "text";
            case "released" -> "date";
            default -> "timestamptz";
        };
    }

    private static @Nullable UUID value(@Nullable ModelId model) {
        return model == null ? null : model.value();
    }

    private static Release release(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new Release(
                new ReleaseId(row.getObject("id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("version"),
                row.getObject("released_on", LocalDate.class),
                row.getBoolean("archived"),
                row.getBoolean("in_use"),
                row.getInt("revision"),
                ProductRepository.instant(row, "created_at"),
                ProductRepository.instant(row, "changed_at"));
    }
}
