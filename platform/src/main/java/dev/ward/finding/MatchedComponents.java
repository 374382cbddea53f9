package dev.ward.finding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The components that every live statement has been compared with.
@Repository
class MatchedComponents {

    private final JdbcClient jdbc;

    MatchedComponents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The components of the releases that were never compared.
    List<Long> missing(Collection<UUID> releases) {
        return jdbc.sql("""
                SELECT DISTINCT component_id
                  FROM sbom.published_current_component c
                 WHERE c.release_id = ANY(:releases)
                   AND NOT EXISTS (SELECT FROM finding.matched_component m WHERE m.component_id = c.component_id)
                """)
                .param("releases", releases.toArray(UUID[]::new))
                .query(Long.class)
                .list();
    }

    void add(Collection<Long> components) {
        jdbc.sql("INSERT INTO finding.matched_component SELECT unnest(:components::bigint[])")
                .param("components", components.toArray(Long[]::new))
                .update();
    }
}
