package dev.ward.retention;

import dev.ward.audit.Actor;
import dev.ward.handling.Restrictions;
import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LegalHoldRepository {

    private final JdbcClient jdbc;

    LegalHoldRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String seen(Reader reader) {
        return "SELECT h.* FROM retention.legal_hold h WHERE " + reader.sees("h") + " AND "
                + Restrictions.sees(reader, "h.record_kind", "h.record_id");
    }

    /// Keeps holds and purges of one record apart until the transaction ends.
    void lock(RecordName of) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 3662))")
                .param("name", key(of))
                .query((row, _) -> 0)
                .single();
    }

    private static String key(RecordName of) {
        return of.kind().word() + ":" + of.id();
    }

    private static String[] keys(Stream<RecordName> names) {
        return names.map(LegalHoldRepository::key).toArray(String[]::new);
    }

    void insert(UUID id, RecordName of, String name, String reason, Actor actor, Instant at) {
        jdbc.sql("""
                INSERT INTO retention.legal_hold (id, record_kind, record_id, name, reason, placed_at, placed_by, placer_name)
                VALUES (:id, :kind, :record, :name, :reason, :at, :by, :byName)
                """)
                .param("id", id)
                .param("kind", of.kind().word())
                .param("record", of.id())
                .param("name", name)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", actor.id())
                .param("byName", actor.name())
                .update();
    }

    /// @return false when it was lifted already
    boolean lift(UUID id, String because, Actor actor, Instant at) {
        return jdbc.sql("""
                        UPDATE retention.legal_hold
                           SET lifted_at = :at, lifted_by = :by, lifter_name = :byName, lifted_because = :because
                         WHERE id = :id AND lifted_at IS NULL
                        """)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", actor.id())
                        .param("byName", actor.name())
                        .param("because", because)
                        .update()
                == 1;
    }

    Optional<LegalHold> find(Reader reader, UUID id) {
        return jdbc.sql(seen(reader) + " AND h.id = :id")
                .param("id", id)
                .query((row, _) -> hold(row))
                .optional();
    }

    List<LegalHold> standing(Reader reader, int most) {
        return jdbc.sql(seen(reader) + " AND h.lifted_at IS NULL ORDER BY h.placed_at DESC, h.id DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> hold(row))
                .list();
    }

    /// On the record itself, lifted ones too and last, and those that hold now on what it is within.
    List<LegalHold> of(Reader reader, RecordName name, List<RecordName> within) {
        return jdbc.sql(seen(reader) + """
                         AND (h.record_kind || ':' || h.record_id = :name
                              OR (h.record_kind || ':' || h.record_id = ANY (:within) AND h.lifted_at IS NULL))
                         ORDER BY h.lifted_at IS NOT NULL, h.placed_at DESC, h.id DESC LIMIT 200
                        """)
                .param("name", key(name))
                .param("within", keys(within.stream()))
                .query((row, _) -> hold(row))
                .list();
    }

    /// Whatever the reader sees: nothing is purged that is held.
    Optional<LegalHold> holding(RecordName name, List<RecordName> within) {
        Stream.concat(Stream.of(name), within.stream())
                .sorted((a, b) -> key(a).compareTo(key(b)))
                .forEach(this::lock);
        return jdbc.sql("""
                SELECT h.* FROM retention.legal_hold h
                 WHERE h.record_kind || ':' || h.record_id = ANY (:names) AND h.lifted_at IS NULL
                 ORDER BY h.placed_at DESC, h.id DESC LIMIT 1
                """)
                .param("names", keys(Stream.concat(Stream.of(name), within.stream())))
                .query((row, _) -> hold(row))
                .optional();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new LegalHold(
                row.getObject("id", UUID.class),
                new RecordName(
                        Worded.get(RecordKind.values(), row.getString("record_kind")), row.getString("record_id")),
                row.getString("name"),
                row.getString("reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("placer_name"),
                lifted == null ? null : lifted.toInstant(),
                row.getString("lifter_name"),
                row.getString("lifted_because"));
    }
}
