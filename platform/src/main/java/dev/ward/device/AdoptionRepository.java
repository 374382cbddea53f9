package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads how many units came to a release, or left it, and sums it up.
@Repository
class AdoptionRepository {

    private final JdbcClient jdbc;

    AdoptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param days  ascending; what lies behind the last counts to it
    List<Adoption> list(Reader reader, Collection<ProductId> products, List<LocalDate> days) {
        UUID[] asked = products.stream().map(ProductId::value).toArray(UUID[]::new);
        List<Step> steps = jdbc.sql("""
                SELECT c.product_id, p.name AS product_name, c.release_id, r.version, c.place, c.change
                  FROM (SELECT a.product_id, a.release_id,
                               least(width_bucket(a.day - 1, cast(:days AS date[])), :last) AS place,
                               sum(a.change)::bigint AS change, min(a.day) AS first
                          FROM device.adoption a
                         WHERE a.product_id = ANY(:products) AND %s
                         GROUP BY 1, 2, 3) c
                  JOIN product.published_product p ON p.product_id = c.product_id
                  LEFT JOIN product.published_release r ON r.release_id = c.release_id
                 ORDER BY array_position(:products, c.product_id), c.release_id IS NULL, r.released_on,
                          min(c.first) OVER (PARTITION BY c.product_id, c.release_id), r.version, c.release_id, c.place
                """.formatted(reader.sees("a")))
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("last", days.size() - 1)
                .param("products", asked)
                .query(Step.class)
                .list();
        Map<UUID, Summing> sums = new LinkedHashMap<>();
        for (Step step : steps) {
            sums.computeIfAbsent(step.productId(), _ -> new Summing(step.productName(), new ArrayList<>()))
                    .add(step, days.size());
        }
        List<Adoption> adoptions = new ArrayList<>();
        sums.forEach((product, sum) -> adoptions.add(sum.adoption(product, days)));
        return adoptions;
    }

    /// @param place  of the day by whose end it had happened
    private record Step(
            UUID productId,
            String productName,
            @Nullable UUID releaseId,
            @Nullable String version,
            int place,
            long change) {}

    private record Summing(String name, List<Row> rows) {

        void add(Step step, int days) {
            if (rows.isEmpty() || !rows.getLast().isOf(step)) {
                rows.add(new Row(step.releaseId(), step.version(), days));
            }
            rows.getLast().changes[step.place()] += step.change();
        }

        Adoption adoption(UUID product, List<LocalDate> days) {
            return new Adoption(
                    product, name, days, rows.stream().map(Row::line).toList());
        }
    }

    /// One release, and what changed by the end of each day.
    private static final class Row {

        private final @Nullable UUID release;
        private final @Nullable String version;
        private final long[] changes;

        Row(@Nullable UUID release, @Nullable String version, int days) {
            this.release = release;
            this.version = version;
            this.changes = new long[days];
        }

        boolean isOf(Step step) {
            return Objects.equals(release, step.releaseId());
        }

        Adoption.Line line() {
            List<Long> devices = new ArrayList<>();
            long sum = 0;
            for (long change : changes) {
                sum += change;
                devices.add(sum);
            }
            return new Adoption.Line(release, version, devices);
        }
    }
}
