package dev.ward.lifecycle;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerId;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RecordRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            SELECT r.*, p.product_name || coalesce(' ' || p.model_name, '') || ' ' || p.version AS release_name,
                   c.name AS customer_name, d.serial
              FROM lifecycle.record r
              LEFT JOIN product.published_release p ON p.release_id = r.release_id
              LEFT JOIN customer.published_customer c ON c.customer_id = r.customer_id
              LEFT JOIN device.published_device d ON d.device_id = r.device_id
             WHERE NOT EXISTS (SELECT FROM lifecycle.record n WHERE n.replaces = r.id)
            """;

    private final JdbcClient jdbc;

    RecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            UUID id,
            ProductId product,
            @Nullable ModelId model,
            @Nullable ReleaseId release,
            Market market,
            RecordDraft draft,
            @Nullable UUID device,
            Actor by,
            Instant at) {
        CustomerId customer = draft.customer();
        jdbc.sql("""
                INSERT INTO lifecycle.record (id, kind, product_id, model_id, release_id, market, customer_id, device_id,
                            happened_on, texts, reference, replaces, actor_kind, actor_id, actor_name, at)
                VALUES (:id, :kind, :product, :model, :release, :market, :customer, :device,
                        :happened, :texts::jsonb, :reference, :replaces, :actorKind, :actorId, :actorName, :at)
                """)
                .param("id", id)
                .param("kind", draft.kind().word())
                .param("product", product.value())
                .param("model", StageRepository.value(model))
                .param("release", StageRepository.value(release))
                .param("market", market.code())
                .param("customer", customer == null ? null : customer.value())
                .param("device", device)
                .param("happened", draft.happened())
                .param("texts", JSON.writeValueAsString(draft.texts()))
                .param("reference", draft.reference())
                .param("replaces", draft.replaces())
                .param("actorKind", by.kind().name())
                .param("actorId", by.id())
                .param("actorName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether there is such an entry of the kind and the product that nothing has replaced yet.
    boolean replaceable(UUID id, RecordKind kind, ProductId product) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM lifecycle.record r
                                        WHERE r.id = :id AND r.kind = :kind AND r.product_id = :product
                                          AND NOT EXISTS (SELECT FROM lifecycle.record n WHERE n.replaces = r.id))
                        """)
                .param("id", id)
                .param("kind", kind.word())
                .param("product", product.value())
                .query(Boolean.class)
                .single();
    }

    /// Entries that stand, the last first.
    ///
    /// @param release  null for those of all releases
    List<LifeRecord> list(Reader reader, RecordKind kind, @Nullable ReleaseId release, long before, int rows) {
        return jdbc.sql(SELECT + """
                         AND r.kind = :kind AND (:release::uuid IS NULL OR r.release_id = :release::uuid)
                         AND r.number < :before AND %s
                         ORDER BY r.number DESC LIMIT :rows
                        """.formatted(reader.sees("r")))
                .param("kind", kind.word())
                .param("release", StageRepository.value(release))
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> record(row))
                .list();
    }

    /// The instructions that hold for a model, or else for its product as a whole; the last first.
    List<LifeRecord> ofModel(Reader reader, ProductId product, @Nullable ModelId model, int rows) {
        return jdbc.sql(SELECT + """
                         AND r.kind = 'sanitisation' AND r.product_id = :product
                         AND (r.model_id IS NULL OR r.model_id = :model::uuid) AND %s
                         ORDER BY r.model_id IS NULL, r.number DESC LIMIT :rows
                        """.formatted(reader.sees("r")))
                .param("product", product.value())
                .param("model", StageRepository.value(model))
                .param("rows", rows)
                .query((row, _) -> record(row))
                .list();
    }

    /// The devices of a product by their serial numbers; where two have one, both.
    Map<String, List<UUID>> devices(Reader reader, ProductId product, Collection<String> serials) {
        Map<String, List<UUID>> devices = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT d.serial, d.device_id FROM device.published_device d
                 WHERE d.product_id = :product AND d.serial = ANY(:serials) AND %s
                """.formatted(reader.sees("d")))
                .param("product", product.value())
                .param("serials", serials.toArray(String[]::new))
                .query(row -> {
                    devices.computeIfAbsent(row.getString("serial"), _ -> new java.util.ArrayList<>())
                            .add(row.getObject("device_id", UUID.class));
                });
        return devices;
    }

    @SuppressWarnings("unchecked")
    private static LifeRecord record(ResultSet row) throws SQLException {
        return new LifeRecord(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                dev.ward.web.Worded.get(RecordKind.values(), row.getString("kind")),
                row.getObject("release_id", UUID.class),
                row.getString("release_name"),
                row.getObject("model_id", UUID.class),
                row.getString("market"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getObject("device_id", UUID.class),
                row.getString("serial"),
                row.getObject("happened_on", LocalDate.class),
                JSON.readValue(row.getString("texts"), Map.class),
                row.getString("reference"),
                row.getString("actor_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
