package dev.ward.portal;

import dev.ward.customer.SiteId;
import dev.ward.document.StoredDocument;
import dev.ward.identity.Reader;
import dev.ward.lifecycle.Stage;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.SnapshotId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads releases, sites and SBOMs in the name of a customer: what the views show that ask for the name themselves.
@Repository
class OwnReleaseRepository {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    OwnReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnRelease> installed(Reader reader) {
        return releases(reader, "r.installed", null);
    }

    /// The releases that can be on a device of the product.
    List<OwnRelease> ofProduct(Reader reader, ProductId product) {
        return releases(reader, "r.product_id = :id", product.value());
    }

    Optional<OwnRelease> find(Reader reader, ReleaseId id) {
        return releases(reader, "r.release_id = :id", id.value()).stream().findFirst();
    }

    private List<OwnRelease> releases(Reader reader, String which, @Nullable UUID id) {
        Map<UUID, List<OwnDate>> dates = dates();
        return jdbc.sql("""
                SELECT r.release_id, r.product_id, r.product_name, r.model_name, r.version, r.released_on, t.devices,
                       b.snapshot_id, b.sha256, b.format, b.spec_version, b.ending, b.size, b.components, b.given,
                       EXISTS (SELECT FROM portal.claim c
                                WHERE c.kind = 'sbom' AND c.release_id = r.release_id AND c.state = 'open') AS asked
                  FROM portal.own_release r
                  LEFT JOIN LATERAL (SELECT sum(y.devices) AS devices FROM device.published_tally y
                                      WHERE y.release_id = r.release_id AND y.in_field AND %1$s) t ON true
                  LEFT JOIN portal.own_sbom b ON b.release_id = r.release_id
                 WHERE %2$s
                 ORDER BY lower(r.product_name), lower(r.model_name) NULLS FIRST, r.released_on DESC NULLS LAST, r.version,
                          r.release_id
                 LIMIT :most
                """.formatted(reader.seesOf("y.customer_id"), which))
                .param("id", id)
                .param("most", MOST)
                .query((row, _) -> release(row, dates))
                .list();
    }

    private Map<UUID, List<OwnDate>> dates() {
        Map<UUID, List<OwnDate>> dates = new HashMap<>();
        jdbc.sql("SELECT * FROM portal.own_stages() ORDER BY effective_on, market NULLS FIRST")
                .query(row -> {
                    dates.computeIfAbsent(row.getObject("release_id", UUID.class), _ -> new ArrayList<>())
                            .add(date(row));
                });
        return dates;
    }

    private static OwnDate date(ResultSet row) throws SQLException {
        return new OwnDate(
                Stage.of(row.getString("stage")).orElseThrow(),
                row.getString("market"),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getBoolean("begun"));
    }

    List<Said.Place> sites(Reader reader) {
        return jdbc.sql("""
                SELECT s.site_id, s.name FROM customer.published_site s
                 WHERE NOT s.archived AND %s
                 ORDER BY lower(s.name), s.site_id
                 LIMIT :most
                """.formatted(reader.seesOf("s.customer_id")))
                .param("most", MOST)
                .query((row, _) ->
                        new Said.Place(new SiteId(row.getObject("site_id", UUID.class)), row.getString("name")))
                .list();
    }

    /// A piece of the SBOM that the customer may have; nothing behind the last.
    Optional<byte[]> findPiece(ReleaseId release, String sha256, int number) {
        return jdbc.sql("""
                SELECT bytes FROM portal.own_sbom_piece
                 WHERE release_id = :release AND sha256 = :sha256 AND number = :number
                """)
                .param("release", release.value())
                .param("sha256", sha256)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    private static OwnRelease release(ResultSet row, Map<UUID, List<OwnDate>> dates) throws SQLException {
        UUID id = row.getObject("release_id", UUID.class);
        String format = row.getString("format");
        return new OwnRelease(
                new ReleaseId(id),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("model_name"),
                row.getString("version"),
                row.getObject("released_on", LocalDate.class),
                row.getLong("devices"),
                dates.getOrDefault(id, List.of()),
                format == null
                        ? null
                        : new OwnRelease.Sbom(
                                new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                                new StoredDocument(row.getString("sha256"), row.getLong("size")),
                                format,
                                row.getString("spec_version"),
                                row.getString("ending"),
                                row.getLong("components"),
                                row.getBoolean("given"),
                                row.getBoolean("asked")));
    }
}
