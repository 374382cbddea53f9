package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.product.DeviceType;
import dev.ward.report.KnownOfCase.Submitted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads under which submissions and certificates a type of device is on the market.
@Repository
class SubmittedRepository {

    private final JdbcClient jdbc;

    SubmittedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param releases  of which; empty for all of the type
    List<Submitted> of(Reader reader, DeviceType type, List<UUID> releases) {
        return jdbc.sql("""
                SELECT DISTINCT s.market, s.kind, s.number, s.decided_on
                  FROM product.published_submission s
                  JOIN product.published_release r USING (release_id)
                 WHERE r.product_id = :product AND (:model::uuid IS NULL OR r.model_id IS NULL OR r.model_id = :model::uuid)
                   AND (cardinality(:releases::uuid[]) = 0 OR r.release_id = ANY (:releases)) AND %s
                 ORDER BY 1, 2, 3, 4
                """.formatted(reader.sees("r")))
                .param("product", type.product().value())
                .param("model", type.model() == null ? null : type.model().toString())
                .param("releases", releases.toArray(UUID[]::new))
                .query((row, _) -> new Submitted(
                        row.getString("market"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }
}
