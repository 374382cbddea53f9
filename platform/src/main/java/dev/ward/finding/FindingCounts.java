package dev.ward.finding;

import dev.ward.identity.Reader;
import dev.ward.standards.cvss.SeverityRating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// How the findings stand as a whole: as it was kept with every change, never by reading them.
@Service
public class FindingCounts {

    private static final SeverityRating[] RATINGS = SeverityRating.values();

    private final JdbcClient jdbc;

    FindingCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The open findings of a product's releases.
    public record OfProduct(UUID product, String name, SeverityCounts open) {}

    /// A vulnerability that is known to be exploited, and how far it reaches.
    ///
    /// @param releases  with an open finding of it
    public record Exploited(
            String name, String summary, SeverityRating severity, LocalDate since, long releases, long products) {}

    /// What one comparison changed.
    ///
    /// @param cause  `advisories` or `sboms`: where the news came from
    public record Change(Instant at, String cause, long opened, long closed) {}

    /// The products with open findings, the one with the most critical, then the most high ones, first.
    public List<OfProduct> byProduct(Reader reader) {
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<UUID, Map<SeverityRating, Long>> counts = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT r.product_id, r.product_name, t.rating, sum(t.open)::bigint AS findings
                  FROM finding.tally t
                  JOIN product.published_release r USING (release_id)
                 WHERE t.open > 0 AND %s
                 GROUP BY r.product_id, r.product_name, t.rating
                 ORDER BY r.product_name, r.product_id
                """.formatted(reader.sees("t"))).query(row -> {
            UUID product = row.getObject("product_id", UUID.class);
            names.put(product, row.getString("product_name"));
            counts.computeIfAbsent(product, _ -> new EnumMap<>(SeverityRating.class))
                    .put(RATINGS[row.getInt("rating")], row.getLong("findings"));
        });
        List<OfProduct> products = new ArrayList<>();
        counts.forEach((product, own) ->
                products.add(new OfProduct(product, names.getOrDefault(product, ""), new SeverityCounts(own))));
        products.sort((one, other) -> compare(other.open(), one.open()));
        return products;
    }

    /// Critical ones weigh first, then high ones, then all.
    private static int compare(SeverityCounts one, SeverityCounts other) {
        int critical = Long.compare(one.of(SeverityRating.CRITICAL), other.of(SeverityRating.CRITICAL));
        int high = Long.compare(one.of(SeverityRating.HIGH), other.of(SeverityRating.HIGH));
        return critical != 0 ? critical : high != 0 ? high : Long.compare(one.total(), other.total());
    }

    /// The open findings of one release.
    public SeverityCounts ofRelease(Reader reader, UUID release) {
        Map<SeverityRating, Long> counts = new EnumMap<>(SeverityRating.class);
        jdbc.sql("""
                SELECT t.rating, t.open AS findings
                  FROM finding.tally t
                 WHERE t.release_id = :release AND t.open > 0 AND %s
                """.formatted(reader.sees("t"))).param("release", release).query(row -> {
            counts.put(RATINGS[row.getInt("rating")], row.getLong("findings"));
        });
        return new SeverityCounts(counts);
    }

    /// Vulnerabilities in CISA's catalogue that have open findings, the gravest first.
    public List<Exploited> exploited(Reader reader, int most) {
        return jdbc.sql("""
                WITH gravest AS MATERIALIZED (
                    SELECT v.vulnerability_id, v.name, v.summary, v.rating, v.kev_since
                      FROM advisory.published_vulnerability v
                     WHERE v.kev_since IS NOT NULL
                       AND EXISTS (SELECT FROM finding.finding f
                                    WHERE f.vulnerability_id = v.vulnerability_id AND f.state = 'open' AND %1$s)
                     ORDER BY v.rating DESC, v.kev_since DESC, v.name
                     LIMIT :most)
                SELECT g.name, g.summary, g.rating, g.kev_since,
                       count(DISTINCT f.release_id) AS releases, count(DISTINCT r.product_id) AS products
                  FROM gravest g
                  JOIN finding.finding f USING (vulnerability_id)
                  JOIN product.published_release r USING (release_id)
                 WHERE f.state = 'open' AND %1$s
                 GROUP BY g.vulnerability_id, g.name, g.summary, g.rating, g.kev_since
                 ORDER BY g.rating DESC, g.kev_since DESC, g.name
                """.formatted(reader.sees("f")))
                .param("most", most)
                .query((row, _) -> exploited(row))
                .list();
    }

    private static Exploited exploited(ResultSet row) throws SQLException {
        return new Exploited(
                row.getString("name"),
                row.getString("summary"),
                RATINGS[row.getInt("rating")],
                row.getObject("kev_since", LocalDate.class),
                row.getLong("releases"),
                row.getLong("products"));
    }

    /// The last comparisons that opened or closed findings, the newest first.
    public List<Change> changes(Instant since, int most) {
        return jdbc.sql("""
                SELECT at, cause, opened, closed FROM finding.change_set
                 WHERE opened + closed > 0 AND at >= :since
                 ORDER BY number DESC LIMIT :most
                """)
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, _) -> new Change(
                        row.getTimestamp("at").toInstant(),
                        row.getString("cause"),
                        row.getLong("opened"),
                        row.getLong("closed")))
                .list();
    }
}
