package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductionRepository {

    private static final String SELECT = """
            SELECT d.*, p.name AS product_name, m.name AS model_name
              FROM device.production d
              JOIN product.published_product p ON p.product_id = d.product_id
              LEFT JOIN product.published_model m ON m.model_id = d.model_id
            """;

    private final JdbcClient jdbc;

    ProductionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProductionId id, ProductionDraft draft, Instant now) {
        ModelId model = draft.model();
        jdbc.sql("""
                INSERT INTO device.production (id, product_id, model_id, di, lot, serial_from, serial_to, quantity,
                                               manufactured_on, expires_on, life_months, reference, created_at,
                                               changed_at)
                VALUES (:id, :product, :model, :di, :lot, :serialFrom, :serialTo, :quantity,
                        :manufactured, :expires, :life, :reference, :now, :now)
                """)
                .param("id", id.value())
                .param("product", draft.product().value())
                .param("model", model == null ? null : model.value())
                .param("di", draft.di())
                .param("lot", draft.lot())
                .param("serialFrom", draft.serialFrom())
                .param("serialTo", draft.serialTo())
                .param("quantity", draft.quantity())
                .param("manufactured", draft.manufactured())
                .param("expires", draft.expires())
                .param("life", draft.lifeMonths())
                .param("reference", draft.reference())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it was cancelled already
    boolean cancel(ProductionId id, Instant at) {
        return jdbc.sql("""
                        UPDATE device.production SET cancelled_at = :at, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND cancelled_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Production> find(Reader reader, ProductionId id) {
        return jdbc.sql(SELECT + " WHERE d.id = :id AND " + reader.sees("d"))
                .param("id", id.value())
                .query((row, number) -> production(row))
                .optional();
    }

    /// The last made first.
    ///
    /// @param after  where to go on; null for the beginning
    List<Production> list(Reader reader, @Nullable ProductId product, @Nullable Cursor after, int rows) {
        return jdbc.sql(SELECT + """
                         WHERE d.cancelled_at IS NULL
                           AND (:product::uuid IS NULL OR d.product_id = :product)
                           AND (:begins OR (d.manufactured_on, d.id) < (:made::date, :id::uuid))
                           AND %s
                         ORDER BY d.manufactured_on DESC, d.id DESC
                         LIMIT :rows
                        """.formatted(reader.sees("d")))
                .param("product", product == null ? null : product.value())
                .param("begins", after == null)
                .param("made", after == null ? null : after.date(0))
                .param("id", after == null ? null : after.uuid(1))
                .param("rows", rows)
                .query((row, number) -> production(row))
                .list();
    }

    private static Production production(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new Production(
                new ProductionId(row.getObject("id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("di"),
                row.getString("lot"),
                row.getString("serial_from"),
                row.getString("serial_to"),
                row.getLong("quantity"),
                row.getObject("manufactured_on", LocalDate.class),
                DeviceRepository.date(row, "expires_on"),
                row.getObject("life_months", Integer.class),
                row.getString("reference"),
                DeviceRepository.instantOrNull(row, "cancelled_at"));
    }
}
