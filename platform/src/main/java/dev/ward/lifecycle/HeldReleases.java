package dev.ward.lifecycle;

import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdateHolds;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The gates that stay open, of releases that are not released, until a document is updated.
@Component
class HeldReleases implements UpdateHolds {

    private final JdbcClient jdbc;
    private final List<Gate> gates;

    HeldReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.gates = Requirements.present().gates().stream()
                .filter(gate ->
                        gate.requirements().stream().anyMatch(one -> DesignChecks.DOCUMENTS.equals(one.check())))
                .flatMap(gate -> Gate.of(gate.gate()).stream())
                .toList();
    }

    /// @param closed  by gate, when it was closed last on some market
    private record Waiting(
            UUID id, UUID product, String name, @Nullable LocalDate released, Map<String, LocalDate> closed) {

        /// As [dev.ward.assessment.UpdatesDue#awaited] has it.
        boolean waitsFor(UpdateDue due) {
            return product.equals(due.product().value())
                    && (released == null
                            || released.isAfter(
                                    due.since().atOffset(ZoneOffset.UTC).toLocalDate()));
        }

        Held held(Gate gate) {
            LocalDate on = closed.get(gate.word());
            return new Held(
                    "Gate %s of %s%s".formatted(gate.title(), name, on == null ? "" : ", which was closed on " + on),
                    "/releases/%s/gates/%s".formatted(id, gate.word()));
        }
    }

    @Override
    public Map<UUID, List<Held>> of(Reader reader, List<UpdateDue> due) {
        List<Waiting> releases = waiting(
                reader,
                due.stream().map(one -> one.product().value()).distinct().toList());
        Map<UUID, List<Held>> held = new HashMap<>();
        for (UpdateDue one : due) {
            List<Held> all = new ArrayList<>();
            for (Waiting release : releases) {
                if (one.done() == null && release.waitsFor(one)) {
                    gates.forEach(gate -> all.add(release.held(gate)));
                }
            }
            if (!all.isEmpty()) {
                held.put(one.id(), all);
            }
        }
        return held;
    }

    /// The newest release first.
    private List<Waiting> waiting(Reader reader, List<UUID> products) {
        Map<UUID, Map<String, LocalDate>> closed = closed(reader, products);
        return jdbc.sql("""
                SELECT r.release_id, r.product_id, r.product_name, r.model_name, r.version, r.released_on
                  FROM product.published_release r
                 WHERE r.product_id = ANY (:products) AND NOT r.archived AND %s
                 ORDER BY r.product_order DESC, r.release_id
                """.formatted(reader.sees("r")))
                .param("products", products.toArray(UUID[]::new))
                .query((row, _) -> row(row, closed))
                .list();
    }

    private Map<UUID, Map<String, LocalDate>> closed(Reader reader, List<UUID> products) {
        Map<UUID, Map<String, LocalDate>> closed = new HashMap<>();
        jdbc.sql("""
                SELECT c.release_id, c.gate, max(c.at) AS at
                  FROM lifecycle.closure c
                  JOIN product.published_release r ON r.release_id = c.release_id
                 WHERE r.product_id = ANY (:products) AND %s AND %s
                 GROUP BY c.release_id, c.gate
                """.formatted(reader.sees("c"), reader.sees("r")))
                .param("products", products.toArray(UUID[]::new))
                .query(row -> {
                    closed.computeIfAbsent(row.getObject("release_id", UUID.class), _ -> new HashMap<>())
                            .put(
                                    row.getString("gate"),
                                    row.getObject("at", OffsetDateTime.class)
                                            .withOffsetSameInstant(ZoneOffset.UTC)
                                            .toLocalDate());
                });
        return closed;
    }

    private static Waiting row(ResultSet row, Map<UUID, Map<String, LocalDate>> closed) throws SQLException {
        UUID id = row.getObject("release_id", UUID.class);
        String model = row.getString("model_name");
        return new Waiting(
                id,
                row.getObject("product_id", UUID.class),
                row.getString("product_name") + (model == null ? " " : " " + model + " ") + row.getString("version"),
                row.getObject("released_on", LocalDate.class),
                closed.getOrDefault(id, Map.of()));
    }
}
