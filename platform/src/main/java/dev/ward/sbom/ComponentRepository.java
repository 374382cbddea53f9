package dev.ward.sbom;

import dev.ward.product.ReleaseId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Components as they are known, whatever releases hold them.
@Repository
class ComponentRepository {

    static final String COLUMNS =
            "c.component_id, c.type, c.name, c.version, c.group_name, c.supplier, c.manufacturer, c.purls, c.cpes";

    private final JdbcClient jdbc;

    ComponentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Known(long componentId, StoredIdentity identity) {}

    List<Known> ofCurrentSnapshot(ReleaseId release) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM sbom.published_current_component p
                  JOIN sbom.component c USING (component_id)
                 WHERE p.release_id = :release
                 ORDER BY c.component_id
                """)
                .param("release", release.value())
                .query(ComponentRepository::known)
                .list();
    }

    List<Known> of(Collection<Long> componentIds) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM sbom.component c WHERE c.component_id = ANY (:ids) ORDER BY c.component_id")
                .param("ids", componentIds.toArray(Long[]::new))
                .query(ComponentRepository::known)
                .list();
    }

    static Known known(ResultSet row, int number) throws SQLException {
        return new Known(row.getLong("component_id"), identity(row));
    }

    static StoredIdentity identity(ResultSet row) throws SQLException {
        return new StoredIdentity(
                row.getString("type"),
                row.getString("name"),
                row.getString("version"),
                row.getString("group_name"),
                row.getString("supplier"),
                row.getString("manufacturer"),
                texts(row.getArray("purls")),
                texts(row.getArray("cpes")).stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }

    static List<@Nullable String> texts(@Nullable Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        @Nullable String[] texts = (@Nullable String[]) array.getArray();
        return new ArrayList<>(Arrays.asList(texts));
    }
}
