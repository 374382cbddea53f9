package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.product.LinkedIdentifier.Origin;
import dev.ward.product.LinkedIdentifier.Tied;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import dev.ward.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentifierRepository {

    private static final String SELECT = """
            SELECT d.*, p.name AS product_name, m.name AS model_name, t.ids, t.versions
              FROM product.device_identifier d
              JOIN product.product p ON p.id = d.product_id
              LEFT JOIN product.model m ON m.id = d.model_id
              CROSS JOIN LATERAL
                   (SELECT coalesce(array_agg(r.id ORDER BY r.created_at DESC, r.id), '{}') AS ids,
                           coalesce(array_agg(r.version ORDER BY r.created_at DESC, r.id), '{}') AS versions
                      FROM product.device_identifier_release l JOIN product.release r ON r.id = l.release_id
                     WHERE l.identifier_id = d.id) t
            """;

    private final JdbcClient jdbc;

    IdentifierRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(IdentifierId id, ProductId product, IdentifierDraft draft, Origin origin, Instant at) {
        statement("""
                INSERT INTO product.device_identifier
                       (id, product_id, model_id, agency, di, kind, markets, valid_from, valid_to, contains, quantity,
                        origin, created_at, changed_at)
                VALUES (:id, :product, :model, :agency, :di, :kind, :markets, :from, :to, :contains, :quantity,
                        :origin, :at, :at)
                """, id, draft, at)
                .param("product", product.value())
                .param("origin", origin.name())
                .update();
        tie(id, product, draft);
    }

    /// @return false when another change came first
    boolean update(IdentifierId id, ProductId product, IdentifierDraft draft, int revision, Instant at) {
        boolean done = statement("""
                        UPDATE product.device_identifier
                           SET model_id = :model, agency = :agency, di = :di, kind = :kind, markets = :markets,
                               valid_from = :from, valid_to = :to, contains = :contains, quantity = :quantity,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """, id, draft, at).param("revision", revision).update() == 1;
        if (done) {
            jdbc.sql("DELETE FROM product.device_identifier_release WHERE identifier_id = :id")
                    .param("id", id.value())
                    .update();
            tie(id, product, draft);
        }
        return done;
    }

    private JdbcClient.StatementSpec statement(String sql, IdentifierId id, IdentifierDraft draft, Instant at) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("model", draft.model() == null ? null : draft.model().value())
                .param("agency", draft.di().agency().name())
                .param("di", draft.di().value())
                .param("kind", draft.kind().name())
                .param("markets", draft.markets().toArray(String[]::new))
                .param("from", draft.from())
                .param("to", draft.to())
                .param("contains", draft.contains() == null ? null : spelled(draft.contains()))
                .param("quantity", draft.quantity())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private void tie(IdentifierId id, ProductId product, IdentifierDraft draft) {
        jdbc.sql("""
                INSERT INTO product.device_identifier_release (identifier_id, product_id, release_id)
                SELECT :id, :product, r FROM unnest(:releases::uuid[]) AS r
                """)
                .param("id", id.value())
                .param("product", product.value())
                .param(
                        "releases",
                        draft.releases().stream().map(ReleaseId::value).toArray(UUID[]::new))
                .update();
    }

    void delete(IdentifierId id) {
        jdbc.sql("DELETE FROM product.device_identifier WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<LinkedIdentifier> find(Reader reader, IdentifierId id) {
        return jdbc.sql(SELECT + " WHERE d.id = :id AND " + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> identifier(row))
                .optional();
    }

    /// Asks beyond what the reader sees: an identifier is taken, whoever has it.
    Optional<LinkedIdentifier> findByDi(DeviceIdentifier di) {
        return jdbc.sql(SELECT + " WHERE d.agency = :agency AND d.di = :di")
                .param("agency", di.agency().name())
                .param("di", di.value())
                .query((row, number) -> identifier(row))
                .optional();
    }

    /// @param di     what the filter's text spells; null when it is only a part of one
    /// @param after  where to go on; null for the beginning
    List<LinkedIdentifier> list(
            Reader reader, IdentifierFilter filter, @Nullable DeviceIdentifier di, @Nullable Cursor after, int rows) {
        return jdbc.sql(SELECT + """
                         WHERE (:text::text IS NULL OR lower(d.di) LIKE :text
                                OR (d.agency, d.di) = (:agency::text, :di::text))
                           AND (:product::uuid IS NULL OR d.product_id = :product::uuid)
                           AND (:model::uuid IS NULL OR d.model_id = :model::uuid)
                           AND (:release::uuid IS NULL OR EXISTS (
                                SELECT FROM product.published_device_identifier v JOIN product.release r ON r.id = :release::uuid
                                 WHERE v.di = d.di AND v.agency = d.agency AND v.product_id = r.product_id
                                   AND (v.release_id = r.id
                                        OR (v.release_id IS NULL AND (v.model_id IS NULL OR v.model_id = r.model_id)))))
                           AND (:begins OR (d.di, d.id) > (:afterDi::text, :afterId::uuid))
                           AND %s
                         ORDER BY d.di, d.id
                         LIMIT :rows
                        """.formatted(reader.sees("p")))
                .param("agency", di == null ? null : di.agency().name())
                .param("di", di == null ? null : di.value())
                .param("text", ProductRepository.pattern(filter.text()))
                .param(
                        "product",
                        filter.product() == null ? null : filter.product().value())
                .param("model", filter.model() == null ? null : filter.model().value())
                .param(
                        "release",
                        filter.release() == null ? null : filter.release().value())
                .param("begins", after == null)
                .param("afterDi", after == null ? null : after.text(0))
                .param("afterId", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> identifier(row))
                .list();
    }

    private static LinkedIdentifier identifier(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        String contains = row.getString("contains");
        return new LinkedIdentifier(
                new IdentifierId(row.getObject("id", UUID.class)),
                new DeviceIdentifier(IssuingAgency.valueOf(row.getString("agency")), row.getString("di")),
                IdentifierKind.valueOf(row.getString("kind")),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                tied(row),
                List.of((String[]) row.getArray("markets").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                contains == null ? null : unspelled(contains),
                row.getObject("quantity", Integer.class),
                Origin.valueOf(row.getString("origin")),
                row.getInt("revision"),
                ProductRepository.instant(row, "created_at"),
                ProductRepository.instant(row, "changed_at"));
    }

    private static List<Tied> tied(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("ids").getArray();
        String[] versions = (String[]) row.getArray("versions").getArray();
        List<Tied> tied = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            tied.add(new Tied(new ReleaseId(ids[i]), versions[i]));
        }
        return List.copyOf(tied);
    }

    /// `GS1 00841542103688`
    private static String spelled(DeviceIdentifier di) {
        return di.agency() + " " + di.value();
    }

    private static DeviceIdentifier unspelled(String text) {
        String[] parts = text.split(" ", 2);
        return new DeviceIdentifier(IssuingAgency.valueOf(parts[0]), Objects.requireNonNull(parts[1]));
    }
}
