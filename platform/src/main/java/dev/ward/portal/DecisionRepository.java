package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what whoever decides needs to know besides the claim.
@Repository
class DecisionRepository {

    private static final int MOST = 500;
    private static final int MOST_TWINS = 10;

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Devices of the label's serial, at whomever.
    List<Twin> twins(Reader reader, Said.Label label) {
        if (label.serial() == null) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT d.device_id, p.name AS product, m.name AS model, d.serial, d.di, u.name AS customer
                  FROM device.published_device d
                  JOIN product.published_product p ON p.product_id = d.product_id
                  LEFT JOIN product.published_model m ON m.model_id = d.model_id
                  LEFT JOIN customer.published_customer u ON u.customer_id = d.customer_id
                 WHERE lower(d.serial) = lower(:serial) AND (:di::text IS NULL OR d.di IS NULL OR d.di = :di) AND %s
                 ORDER BY d.di IS NULL, d.device_id
                 LIMIT :most
                """.formatted(reader.sees("d")))
                .param("serial", label.serial())
                .param("di", label.di())
                .param("most", MOST_TWINS)
                .query((row, _) -> new Twin(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        row.getString("product")
                                + (row.getString("model") == null ? "" : " " + row.getString("model")) + " "
                                + row.getString("serial"),
                        row.getString("customer"),
                        row.getString("di")))
                .list();
    }

    /// The product and model on whose label the DI stands.
    ///
    /// @param model  null when it is the product's as a whole
    record Labelled(ProductId product, @Nullable ModelId model) {}

    Optional<Labelled> labelled(Reader reader, @Nullable String di) {
        return di == null
                ? Optional.empty()
                : jdbc.sql("""
                        SELECT i.product_id, i.model_id FROM product.published_device_identifier i
                         WHERE i.di = :di AND %s
                         ORDER BY i.model_id NULLS LAST LIMIT 1
                        """.formatted(reader.sees("i")))
                        .param("di", di)
                        .query((row, _) -> {
                            UUID model = row.getObject("model_id", UUID.class);
                            return new Labelled(
                                    new ProductId(row.getObject("product_id", UUID.class)),
                                    model == null ? null : new ModelId(model));
                        })
                        .optional();
    }

    /// The product of a device; null when the reader sees no such device.
    @Nullable
    ProductId product(Reader reader, DeviceId device) {
        return jdbc.sql("SELECT d.product_id FROM device.published_device d WHERE d.device_id = :id AND "
                        + reader.sees("d"))
                .param("id", device.value())
                .query(UUID.class)
                .optional()
                .map(ProductId::new)
                .orElse(null);
    }

    /// Products, and models under them, by name.
    List<DecisionChoices.Choice> products(Reader reader) {
        return choices("""
                SELECT p.product_id AS id, p.name, p.product_id FROM product.published_product p
                 WHERE NOT p.archived AND %s
                 ORDER BY lower(p.name) LIMIT :most
                """.formatted(reader.sees("p")), null);
    }

    List<DecisionChoices.Choice> models(Reader reader) {
        return choices("""
                SELECT m.model_id AS id, p.name || ' ' || m.name AS name, m.product_id
                  FROM product.published_model m JOIN product.published_product p ON p.product_id = m.product_id
                 WHERE NOT m.archived AND %s
                 ORDER BY lower(p.name), lower(m.name) LIMIT :most
                """.formatted(reader.sees("m")), null);
    }

    /// The releases of one product, or of all, the newest first.
    List<DecisionChoices.Choice> releases(Reader reader, @Nullable ProductId product) {
        return choices("""
                SELECT r.release_id AS id,
                       CASE WHEN :product::uuid IS NULL THEN r.product_name || ' ' ELSE '' END
                       || coalesce(r.model_name || ' ', '') || r.version AS name,
                       r.product_id
                  FROM product.published_release r
                 WHERE (:product::uuid IS NULL OR r.product_id = :product) AND NOT r.archived AND %s
                 ORDER BY r.product_order, r.released_on DESC NULLS LAST, r.version LIMIT :most
                """.formatted(reader.sees("r")), product);
    }

    private List<DecisionChoices.Choice> choices(String sql, @Nullable ProductId product) {
        return jdbc.sql(sql)
                .param("product", product == null ? null : product.value())
                .param("most", MOST)
                .query((row, _) -> new DecisionChoices.Choice(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new ProductId(row.getObject("product_id", UUID.class))))
                .list();
    }

    /// The release of a version, where there is exactly one.
    Optional<ReleaseId> release(Reader reader, ProductId product, String version) {
        List<UUID> found = jdbc.sql("""
                SELECT r.release_id FROM product.published_release r
                 WHERE r.product_id = :product AND lower(r.version) = lower(:version) AND NOT r.archived AND %s LIMIT 2
                """.formatted(reader.sees("r")))
                .param("product", product.value())
                .param("version", version)
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new ReleaseId(found.getFirst())) : Optional.empty();
    }
}
