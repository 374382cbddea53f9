package dev.ward.performance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterfaceRepository {

    static final int MOST = 200;

    private final JdbcClient jdbc;

    InterfaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that the subject has now, by name.
    List<DeviceInterface> list(Subject subject) {
        return jdbc.sql("""
                SELECT i.* FROM performance.interface i
                 WHERE i.product_id = :product AND i.model_id IS NOT DISTINCT FROM :model::uuid AND i.retired_at IS NULL
                 ORDER BY lower(i.name), i.id
                 LIMIT :most
                """)
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("most", MOST)
                .query((row, _) -> new DeviceInterface(
                        new InterfaceId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        DeviceInterface.Kind.valueOf(row.getString("kind")),
                        DeviceInterface.Direction.valueOf(row.getString("direction")),
                        row.getInt("revision")))
                .list();
    }

    void insert(Subject subject, DeviceInterface one, Instant at) {
        jdbc.sql("""
                INSERT INTO performance.interface (id, product_id, model_id, name, kind, direction, created_at, changed_at)
                VALUES (:id, :product, :model, :name, :kind, :direction, :at, :at)
                """)
                .param("id", one.id().value())
                .param("product", subject.productId())
                .param("model", subject.modelId())
                .param("name", one.name())
                .param("kind", one.kind().name())
                .param("direction", one.direction().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when another change came first
    boolean update(DeviceInterface one, int revision, Instant at) {
        return jdbc.sql("""
                        UPDATE performance.interface
                           SET name = :name, kind = :kind, direction = :direction, revision = revision + 1, changed_at = :at
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("name", one.name())
                        .param("kind", one.kind().name())
                        .param("direction", one.direction().name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", one.id().value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void retire(InterfaceId id, Instant at) {
        jdbc.sql("UPDATE performance.interface SET retired_at = :at, changed_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }
}
