package dev.ward.device.intake;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.TypedText;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Mappings that are used again, by their names.
@Service
@Transactional
public class Mappings {

    public static final int MOST = 500;
    public static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    Mappings(JdbcClient jdbc, JsonMapper json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps a mapping under a name, in place of the one that has it. What was said with it before stays known: the
    /// rows of
    /// its next file are compared with those of its last.
    public SavedMapping save(Actor actor, Reader reader, String name, Mapping mapping) {
        String called = TypedText.required("name", name, LONGEST_NAME);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                INSERT INTO device.import_mapping AS m (id, name, content, created_at, changed_at)
                VALUES (:id, :name, :content::jsonb, :now, :now)
                    ON CONFLICT (lower(name)) DO UPDATE
                   SET content = excluded.content, changed_at = excluded.changed_at, revision = m.revision + 1
                 WHERE m.content <> excluded.content
                """)
                .param("id", Uuids.next())
                .param("name", called)
                .param("content", json.writeValueAsString(MappingBody.of(mapping)))
                .param("now", now)
                .update();
        SavedMapping saved = find(reader, called).orElseThrow();
        audit.record(
                actor,
                Act.of("mapping.saved", "mapping", saved.id().toString())
                        .after("name", saved.name())
                        .after("revision", Integer.toString(saved.revision())));
        return saved;
    }

    @Transactional(readOnly = true)
    public Optional<SavedMapping> find(Reader reader, String name) {
        return jdbc.sql("SELECT * FROM device.import_mapping m WHERE lower(m.name) = lower(:name) AND "
                        + reader.sees("m"))
                .param("name", name)
                .query((row, _) -> saved(row))
                .optional();
    }

    /// All of them, by name.
    @Transactional(readOnly = true)
    public List<SavedMapping> list(Reader reader) {
        return jdbc.sql("SELECT * FROM device.import_mapping m WHERE " + reader.sees("m")
                        + " ORDER BY lower(m.name) LIMIT " + MOST)
                .query((row, _) -> saved(row))
                .list();
    }

    /// Whose rows a file has that is read so: the same for the same mapping.
    @Transactional(readOnly = true)
    public UUID feedOf(Mapping mapping) {
        String content = json.writeValueAsString(MappingBody.of(mapping));
        return jdbc.sql(
                        "SELECT id FROM device.import_mapping WHERE content = :content::jsonb ORDER BY created_at LIMIT 1")
                .param("content", content)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private SavedMapping saved(ResultSet row) throws SQLException {
        return new SavedMapping(
                row.getObject("id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("content"), MappingBody.class).mapping(),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
