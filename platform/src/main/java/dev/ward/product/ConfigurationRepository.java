package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.product.Configuration.RunningRelease;
import dev.ward.product.ConfigurationDraft.Running;
import dev.ward.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConfigurationRepository {

    private static final String FROM = """
              FROM product.configuration c
              JOIN product.product p ON p.id = c.product_id
              LEFT JOIN product.model m ON m.id = c.model_id
            """;

    private final JdbcClient jdbc;

    ConfigurationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ConfigurationId id, ProductId product, ConfigurationDraft draft, Instant at) {
        jdbc.sql("""
                INSERT INTO product.configuration (id, product_id, model_id, name, status, note, created_at, changed_at)
                VALUES (:id, :product, :model, :name, :status, :note, :at, :at)
                """)
                .param("id", id.value())
                .param("product", product.value())
                .param("model", draft.model() == null ? null : draft.model().value())
                .param("name", draft.name())
                .param("status", draft.status().name())
                .param("note", draft.note())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        insertParts(id, draft);
    }

    /// @return false when another change came first
    boolean update(ConfigurationId id, ConfigurationDraft draft, boolean archived, int revision, Instant at) {
        boolean done = jdbc.sql("""
                        UPDATE product.configuration
                           SET model_id = :model, name = :name, status = :status, note = :note, archived = :archived,
                               revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param(
                                "model",
                                draft.model() == null ? null : draft.model().value())
                        .param("name", draft.name())
                        .param("status", draft.status().name())
                        .param("note", draft.note())
                        .param("archived", archived)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (done) {
            for (String part : List.of("configuration_release", "configuration_option", "configuration_platform")) {
                jdbc.sql("DELETE FROM product.%s WHERE configuration_id = :id".formatted(part))
                        .param("id", id.value())
                        .update();
            }
            insertParts(id, draft);
        }
        return done;
    }

    private void insertParts(ConfigurationId id, ConfigurationDraft draft) {
        jdbc.sql("""
                INSERT INTO product.configuration_release (configuration_id, release_id, part)
                SELECT :id, * FROM unnest(:releases::uuid[], :parts::text[])
                """)
                .param("id", id.value())
                .param(
                        "releases",
                        draft.releases().stream()
                                .map(one -> one.release().value())
                                .toArray(UUID[]::new))
                .param("parts", draft.releases().stream().map(Running::part).toArray(String[]::new))
                .update();
        jdbc.sql("""
                INSERT INTO product.configuration_option (configuration_id, name, value)
                SELECT :id, * FROM unnest(:names::text[], :values::text[])
                """)
                .param("id", id.value())
                .param("names", draft.options().keySet().toArray(String[]::new))
                .param("values", draft.options().values().toArray(String[]::new))
                .update();
        jdbc.sql("""
                INSERT INTO product.configuration_platform (configuration_id, kind, name, cpe, purl, position)
                SELECT :id, * FROM unnest(:kinds::text[], :names::text[], :cpes::text[], :purls::text[]) WITH ORDINALITY
                """)
                .param("id", id.value())
                .param(
                        "kinds",
                        draft.platforms().stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("names", draft.platforms().stream().map(Platform::name).toArray(String[]::new))
                .param("cpes", draft.platforms().stream().map(Platform::cpe).toArray(String[]::new))
                .param("purls", draft.platforms().stream().map(Platform::purl).toArray(String[]::new))
                .update();
    }

    Optional<Configuration> find(Reader reader, ConfigurationId id) {
        return jdbc.sql("SELECT c.*, p.name AS product_name, m.name AS model_name " + FROM + " WHERE c.id = :id AND "
                        + reader.sees("p"))
                .param("id", id.value())
                .query((row, number) -> configuration(id, row))
                .optional();
    }

    /// Asks beyond what the reader sees: a name is taken, whoever has it.
    Optional<ConfigurationId> findByName(ProductId product, String name) {
        return jdbc.sql(
                        "SELECT id FROM product.configuration WHERE product_id = :product AND lower(name) = lower(:name)")
                .param("product", product.value())
                .param("name", name)
                .query((row, number) -> new ConfigurationId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// @param after  where to go on; null for the beginning
    List<ConfigurationLine> list(Reader reader, ConfigurationFilter filter, @Nullable Cursor after, int rows) {
        return jdbc.sql("""
                        SELECT c.id, c.name, c.status, p.name || coalesce(' ' || m.name, '') AS bearer,
                               (SELECT string_agg(v.product_name || coalesce(' ' || v.model_name, '') || ' ' || v.version, ', '
                                                  ORDER BY v.product_name, v.version)
                                  FROM product.configuration_release r
                                  JOIN product.published_release v ON v.release_id = r.release_id
                                 WHERE r.configuration_id = c.id) AS releases,
                               (SELECT count(*) FROM product.configuration_platform f
                                 WHERE f.configuration_id = c.id) AS platforms
                        """ + FROM + """
                         WHERE c.archived = :archived
                           AND (:text::text IS NULL OR lower(c.name) LIKE :text
                                OR lower(p.name || coalesce(' ' || m.name, '')) LIKE :text)
                           AND (:product::uuid IS NULL OR c.product_id = :product::uuid)
                           AND (:model::uuid IS NULL OR c.model_id = :model::uuid)
                           AND (:release::uuid IS NULL OR EXISTS (
                                SELECT FROM product.configuration_release r
                                 WHERE r.configuration_id = c.id AND r.release_id = :release::uuid))
                           AND (:begins OR (lower(c.name), c.id) > (lower(:afterName::text), :afterId::uuid))
                           AND %s
                         ORDER BY lower(c.name), c.id
                         LIMIT :rows
                        """.formatted(reader.sees("p")))
                .param("archived", filter.archived())
                .param("text", ProductRepository.pattern(filter.text()))
                .param(
                        "product",
                        filter.product() == null ? null : filter.product().value())
                .param("model", filter.model() == null ? null : filter.model().value())
                .param(
                        "release",
                        filter.release() == null ? null : filter.release().value())
                .param("begins", after == null)
                .param("afterName", after == null ? null : after.text(0))
                .param("afterId", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, number) -> new ConfigurationLine(
                        new ConfigurationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("bearer"),
                        ConfigurationStatus.valueOf(row.getString("status")),
                        row.getString("releases"),
                        row.getInt("platforms")))
                .list();
    }

    private Configuration configuration(ConfigurationId id, ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new Configuration(
                id,
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                model == null ? null : new ModelId(model),
                row.getString("model_name"),
                row.getString("name"),
                ConfigurationStatus.valueOf(row.getString("status")),
                row.getString("note"),
                releases(id),
                options(id),
                platforms(id),
                row.getBoolean("archived"),
                row.getInt("revision"),
                ProductRepository.instant(row, "created_at"),
                ProductRepository.instant(row, "changed_at"));
    }

    private List<RunningRelease> releases(ConfigurationId id) {
        return jdbc.sql("""
                SELECT r.release_id, r.part, v.product_name || coalesce(' ' || v.model_name, '') || ' ' || v.version AS name
                  FROM product.configuration_release r
                  JOIN product.published_release v ON v.release_id = r.release_id
                 WHERE r.configuration_id = :id
                 ORDER BY r.part NULLS FIRST, v.product_name, v.version, r.release_id
                """)
                .param("id", id.value())
                .query((row, number) -> new RunningRelease(
                        new ReleaseId(row.getObject("release_id", UUID.class)),
                        row.getString("name"),
                        row.getString("part")))
                .list();
    }

    private SequencedMap<String, String> options(ConfigurationId id) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        jdbc.sql("SELECT name, value FROM product.configuration_option WHERE configuration_id = :id ORDER BY name")
                .param("id", id.value())
                .query(row -> {
                    options.put(row.getString("name"), row.getString("value"));
                });
        return options;
    }

    private List<Platform> platforms(ConfigurationId id) {
        return jdbc.sql("""
                SELECT kind, name, cpe, purl FROM product.configuration_platform
                 WHERE configuration_id = :id ORDER BY position
                """)
                .param("id", id.value())
                .query((row, number) -> new Platform(
                        Platform.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("cpe"),
                        row.getString("purl")))
                .list();
    }
}
