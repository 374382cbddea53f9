package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<UUID, Map<Optional<UUID>, Sums>> sums = sums(reader, asked, days);
        Map<UUID, Version> versions = versions(reader, asked);
        List<Adoption> adoptions = new ArrayList<>();
        for (UUID product : asked) {
            Map<Optional<UUID>, Sums> found = sums.getOrDefault(product, Map.of());
            if (!found.isEmpty()) {
                adoptions.add(new Adoption(product, name(product), days, lines(found, versions)));
            }
        }
        return adoptions;
    }

    private Map<UUID, Map<Optional<UUID>, Sums>> sums(Reader reader, UUID[] products, List<LocalDate> days) {
        Map<UUID, Map<Optional<UUID>, Sums>> sums = new HashMap<>();
        jdbc.sql("""
                SELECT a.product_id, a.release_id, least(width_bucket(a.day - 1, cast(:days AS date[])), :last) AS place,
                       sum(a.change)::bigint AS change, min(a.day) AS first
                  FROM device.adoption a
                 WHERE a.product_id = ANY(:products) AND %s
                 GROUP BY 1, 2, 3
                """.formatted(reader.sees("a")))
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("last", days.size() - 1)
                .param("products", products)
                .query(row -> {
                    sums.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
                            .computeIfAbsent(
                                    Optional.ofNullable(row.getObject(2, UUID.class)), _ -> new Sums(days.size()))
                            .add(row.getInt(3), row.getLong(4), row.getObject(5, LocalDate.class));
                });
        return sums;
    }

    private Map<UUID, Version> versions(Reader reader, UUID[] products) {
        Map<UUID, Version> versions = new HashMap<>();
        jdbc.sql("""
                SELECT r.release_id, r.version, r.released_on FROM product.published_release r
                 WHERE r.product_id = ANY(:products) AND\s""" + reader.sees("r")).param("products", products).query(row -> {
            versions.put(
                    row.getObject(1, UUID.class), new Version(row.getString(2), row.getObject(3, LocalDate.class)));
        });
        return versions;
    }

    private String name(UUID product) {
        return jdbc.sql("SELECT name FROM product.published_product WHERE product_id = :product")
                .param("product", product)
                .query(String.class)
                .single();
    }

    /// The earliest release first, by its date, and where it has none by the day on which it was first seen.
    private static List<Adoption.Line> lines(Map<Optional<UUID>, Sums> sums, Map<UUID, Version> versions) {
        record Known(UUID release, Version version, Sums sums) {}
        List<Known> known = new ArrayList<>();
        sums.forEach((release, sum) ->
                release.ifPresent(id -> known.add(new Known(id, versions.getOrDefault(id, Version.NONE), sum))));
        known.sort(Comparator.comparing(
                        (Known one) -> one.version().released(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(one -> one.sums().first)
                .thenComparing(one -> one.version().name())
                .thenComparing(Known::release));
        List<Adoption.Line> lines = new ArrayList<>(known.size() + 1);
        known.forEach(one -> lines.add(new Adoption.Line(
                one.release(), one.version().name(), one.sums().devices())));
        Sums unknown = sums.get(Optional.<UUID>empty());
        if (unknown != null) {
            lines.add(new Adoption.Line(null, null, unknown.devices()));
        }
        return lines;
    }

    private record Version(String name, @Nullable LocalDate released) {

        static final Version NONE = new Version("", null);
    }

    /// What changed of one release by the end of each day.
    private static final class Sums {

        private final long[] changes;
        private LocalDate first = LocalDate.MAX;

        Sums(int days) {
            this.changes = new long[days];
        }

        void add(int place, long change, LocalDate on) {
            changes[place] += change;
            first = on.isBefore(first) ? on : first;
        }

        List<Long> devices() {
            List<Long> devices = new ArrayList<>(changes.length);
            long sum = 0;
            for (long change : changes) {
                sum += change;
                devices.add(sum);
            }
            return devices;
        }
    }
}
