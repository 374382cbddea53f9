package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds devices that adverse events name.
@Repository
class EventUnitRepository {

    private final JdbcClient jdbc;

    EventUnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param products  of which alone
    List<EventUnit> of(Reader reader, Collection<String> serials, Collection<ProductId> products) {
        if (serials.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT d.serial, d.product_id, d.model_id, p.name AS product, m.name AS model, d.di, d.lot, r.version AS release,
                       d.manufactured_on, d.expires_on, d.country
                  FROM device.published_device d
                  JOIN product.published_product p ON p.product_id = d.product_id
                  LEFT JOIN product.published_model m ON m.model_id = d.model_id
                  LEFT JOIN product.published_release r ON r.release_id = d.release_id
                 WHERE lower(d.serial) = ANY (SELECT lower(s) FROM unnest(:serials::text[]) AS s)
                   AND d.product_id = ANY (:products) AND %s
                 ORDER BY p.name, m.name, d.serial
                """.formatted(reader.sees("d")))
                .param("serials", serials.toArray(String[]::new))
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .query((row, _) -> new EventUnit(
                        row.getString("serial"),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("product"),
                        model(row.getObject("model_id", UUID.class)),
                        row.getString("model"),
                        row.getString("di"),
                        row.getString("lot"),
                        row.getString("release"),
                        row.getObject("manufactured_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("country")))
                .list();
    }

    private static @Nullable ModelId model(@Nullable UUID id) {
        return id == null ? null : new ModelId(id);
    }
}
