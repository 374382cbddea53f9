package dev.ward.product;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ProfileRepository {

    /// What was saved stays readable when a later Ward has dropped a field.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String WHOLE = "whole";

    private final JdbcClient jdbc;

    ProfileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, ProfileVersion version) {
        jdbc.sql("""
                INSERT INTO product.profile_version
                       (id, product_id, model_id, version, part, content, cyber_device, saved_at,
                        author_kind, author_id, author_name)
                VALUES (:id, :product, :model, :version, :part, :content::jsonb, :cyberDevice, :at,
                        :authorKind, :authorId, :authorName)
                """)
                .param("id", id)
                .param("product", version.of().product().value())
                .param("model", value(version.of().model()))
                .param("version", version.version())
                .param(
                        "part",
                        version.section() == null ? WHOLE : version.section().word())
                .param("content", JSON.writeValueAsString(version.profile()))
                .param("cyberDevice", version.profile().cyberDevice().result().name())
                .param("at", version.saved().atOffset(ZoneOffset.UTC))
                .param("authorKind", version.author().kind().name())
                .param("authorId", version.author().id())
                .param("authorName", version.author().name())
                .update();
    }

    Optional<ProfileVersion> newest(Reader reader, DeviceType of) {
        return list(reader, of, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<ProfileVersion> find(Reader reader, DeviceType of, int version) {
        return list(reader, of, version, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst();
    }

    /// @param from  the highest version to give
    List<ProfileVersion> list(Reader reader, DeviceType of, int from, int rows) {
        return jdbc.sql("""
                        SELECT v.*
                          FROM product.profile_version v
                          JOIN product.product p ON p.id = v.product_id
                         WHERE v.product_id = :product AND v.model_id IS NOT DISTINCT FROM :model::uuid
                           AND v.version <= :from AND %s
                         ORDER BY v.version DESC
                         LIMIT :rows
                        """.formatted(reader.sees("p")))
                .param("product", of.product().value())
                .param("model", value(of.model()))
                .param("from", from)
                .param("rows", rows)
                .query((row, number) -> version(of, row))
                .list();
    }

    private static ProfileVersion version(DeviceType of, ResultSet row) throws SQLException {
        return new ProfileVersion(
                of,
                row.getInt("version"),
                ProfileSection.find(row.getString("part")).orElse(null),
                JSON.readValue(row.getString("content"), Profile.class),
                ProductRepository.instant(row, "saved_at"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("author_kind")),
                        row.getString("author_id"),
                        row.getString("author_name")));
    }

    private static @Nullable UUID value(@Nullable ModelId model) {
        return model == null ? null : model.value();
    }
}
