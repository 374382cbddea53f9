package dev.ward.lifecycle;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StageRepository {

    /// No product has more rules or releases that are in force together.
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    StageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets one after the other say something of a product's stages.
    void lock(ProductId product) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('lifecycle.stage_entry ' || :product, 0))")
                .param("product", product.toString())
                .query((_, _) -> true)
                .single();
    }

    void insert(UUID id, StageScope scope, StageDraft draft, boolean signed, Actor by, Instant at) {
        jdbc.sql("""
                INSERT INTO lifecycle.stage_entry (id, product_id, model_id, release_id, market, stage, announced_on,
                            effective_on, reason, backward, signed, actor_kind, actor_id, actor_name, at)
                VALUES (:id, :product, :model, :release, :market, :stage, :announced, :effective, :reason, :signed,
                        :signed, :actorKind, :actorId, :actorName, :at)
                """)
                .param("id", id)
                .param("product", scope.product().value())
                .param("model", value(scope.model()))
                .param("release", value(scope.release()))
                .param("market", draft.market())
                .param("stage", draft.stage().word())
                .param("announced", draft.announced())
                .param("effective", draft.effective())
                .param("reason", draft.reason())
                .param("signed", signed)
                .param("actorKind", by.kind().name())
                .param("actorId", by.id())
                .param("actorName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// All rules that say something of the product, its models or its releases.
    List<StageRule> rules(Reader reader, ProductId product) {
        return jdbc.sql("SELECT r.* FROM lifecycle.rule r WHERE r.product_id = :product AND " + reader.sees("r")
                        + " LIMIT :most")
                .param("product", product.value())
                .param("most", MOST)
                .query((row, _) -> rule(row))
                .list();
    }

    /// The releases of a product, or of one of its models, as targets; the archived too.
    List<StageTarget> releases(ProductId product) {
        return jdbc.sql("SELECT r.model_id, r.release_id FROM product.published_release r"
                        + " WHERE r.product_id = :product LIMIT :most")
                .param("product", product.value())
                .param("most", MOST)
                .query((row, _) -> new StageTarget(product, model(row), release(row)))
                .list();
    }

    /// What was said that bears on a product, or on one of its releases; the last first.
    ///
    /// @param release  null for what was said of the product as a whole and of its models
    List<StageEntry> entries(
            Reader reader,
            ProductId product,
            @Nullable ModelId model,
            @Nullable ReleaseId release,
            long before,
            int rows) {
        return jdbc.sql("""
                        SELECT e.* FROM lifecycle.stage_entry e
                         WHERE e.product_id = :product AND e.number < :before
                           AND (e.release_id IS NULL OR e.release_id = :release::uuid)
                           AND (:release::uuid IS NULL OR e.model_id IS NULL OR e.model_id = :model::uuid)
                           AND %s
                         ORDER BY e.number DESC LIMIT :rows
                        """.formatted(reader.sees("e")))
                .param("product", product.value())
                .param("model", value(model))
                .param("release", value(release))
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> entry(row))
                .list();
    }

    static @Nullable UUID value(@Nullable ModelId model) {
        return model == null ? null : model.value();
    }

    static @Nullable UUID value(@Nullable ReleaseId release) {
        return release == null ? null : release.value();
    }

    private static @Nullable ModelId model(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return model == null ? null : new ModelId(model);
    }

    private static @Nullable ReleaseId release(ResultSet row) throws SQLException {
        UUID release = row.getObject("release_id", UUID.class);
        return release == null ? null : new ReleaseId(release);
    }

    private static StageScope scope(ResultSet row) throws SQLException {
        return new StageScope(new ProductId(row.getObject("product_id", UUID.class)), model(row), release(row));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return Stage.of(row.getString("stage")).orElseThrow();
    }

    private static StageRule rule(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new StageRule(
                row.wasNull() ? null : number,
                scope(row),
                row.getString("market"),
                stage(row),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class));
    }

    private static StageEntry entry(ResultSet row) throws SQLException {
        java.time.OffsetDateTime reentered = row.getObject("reentered_at", java.time.OffsetDateTime.class);
        return new StageEntry(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                scope(row),
                row.getString("market"),
                stage(row),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("backward"),
                reentered == null ? null : reentered.toInstant(),
                row.getString("actor_name"),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant());
    }
}
