package dev.ward.sbom;

import dev.ward.sbom.ComponentRepository.Known;
import dev.ward.standards.codec.StoredKey;
import dev.ward.standards.match.MatchKeys;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the stored keys of components in the format of this version of Ward.
@Component
public class ComponentKeys {

    private final JdbcClient jdbc;

    ComponentKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether no component has keys of another format.
    public boolean areCurrent() {
        return jdbc.sql("""
                SELECT coalesce(min(keys_format) = :format AND max(keys_format) = :format, true) FROM sbom.component
                """)
                .param("format", StoredKey.FORMAT)
                .query(Boolean.class)
                .single();
    }

    /// Makes the keys of some components again, from what is kept of them.
    ///
    /// @param most  how many components
    /// @return how many they were; 0 when there are none left
    @Transactional
    public int renew(int most) {
        List<Known> components = jdbc.sql("SELECT " + ComponentRepository.COLUMNS + """
                  FROM sbom.component c
                 WHERE c.keys_format < :format OR c.keys_format > :format
                 ORDER BY c.component_id LIMIT :most FOR UPDATE
                """)
                .param("format", StoredKey.FORMAT)
                .param("most", most)
                .query(ComponentRepository::known)
                .list();
        Long[] ids = components.stream().map(Known::componentId).toArray(Long[]::new);
        jdbc.sql("DELETE FROM sbom.component_key WHERE component_id = ANY(:ids)")
                .param("ids", ids)
                .update();
        addKeys(components);
        jdbc.sql("UPDATE sbom.component SET keys_format = :format WHERE component_id = ANY(:ids)")
                .param("format", StoredKey.FORMAT)
                .param("ids", ids)
                .update();
        return components.size();
    }

    private void addKeys(List<Known> components) {
        List<Long> ids = new ArrayList<>();
        List<Short> uses = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Known component : components) {
            for (MatchKeys.Key key : component.identity().keys()) {
                ids.add(component.componentId());
                uses.add((short) key.use().ordinal());
                keys.add(StoredText.of(key.text()));
            }
        }
        jdbc.sql("""
                INSERT INTO sbom.component_key (component_id, use, key)
                SELECT * FROM unnest(:ids::bigint[], :uses::smallint[], :keys::text[])
                    ON CONFLICT DO NOTHING
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("uses", uses.toArray(Short[]::new))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }
}
