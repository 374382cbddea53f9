package dev.ward.retention;

import dev.ward.identity.Reader;
import dev.ward.lifecycle.Stage;
import dev.ward.product.DeviceType;
import dev.ward.product.Model;
import dev.ward.product.Models;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.ProfileVersion;
import dev.ward.product.Profiles;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Works out how long devices live: the last is sold when every release is out of sale on every market,
/// and from then on it lives as long as its model's profile says.
@Component
class ProductLives {

    /// Of a release that is not sold any more.
    private static final String[] UNSOLD = {
        Stage.LIMITED_SUPPORT.word(), Stage.END_OF_SUPPORT.word(), Stage.DECOMMISSIONED.word()
    };

    private final Products products;
    private final Models models;
    private final Profiles profiles;
    private final JdbcClient jdbc;

    ProductLives(Products products, Models models, Profiles profiles, JdbcClient jdbc) {
        this.products = products;
        this.models = models;
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    ProductLife of(Reader reader, ProductId product) {
        return new ProductLife(
                products.get(reader, product).name(), lastSold(reader, product), lifeYears(reader, product));
    }

    private @Nullable Integer lifeYears(Reader reader, ProductId product) {
        List<Model> all = models.list(reader, product);
        List<DeviceType> types = all.isEmpty()
                ? List.of(new DeviceType(product, null))
                : all.stream().map(model -> new DeviceType(product, model.id())).toList();
        int longest = 0;
        for (DeviceType type : types) {
            Optional<ProfileVersion> said = profiles.find(reader, type);
            Integer years =
                    said.isEmpty() ? null : said.get().profile().purpose().expectedLife();
            if (years == null) {
                return null;
            }
            longest = Math.max(longest, years);
        }
        return longest;
    }

    /// A release of which no stage is said on some market, or that is in development or sold somewhere,
    /// has no end.
    private @Nullable LocalDate lastSold(Reader reader, ProductId product) {
        return jdbc.sql("""
                SELECT CASE WHEN bool_and(coalesce(m.out_of_sale, false)) THEN max(m.since) END
                  FROM product.published_release r
                 CROSS JOIN lifecycle.published_market k
                  LEFT JOIN (SELECT s.release_id, s.market,
                                    bool_or(s.begun AND s.stage = ANY (:unsold)) AS out_of_sale,
                                    min(s.effective_on) FILTER (WHERE s.begun AND s.stage = ANY (:unsold)) AS since
                               FROM lifecycle.published_stage s
                              WHERE s.product_id = :product
                              GROUP BY s.release_id, s.market) m ON m.release_id = r.release_id AND m.market = k.market
                 WHERE r.product_id = :product AND %s
                """.formatted(reader.sees("r")))
                .param("product", product.value())
                .param("unsold", UNSOLD, Types.ARRAY)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }
}
