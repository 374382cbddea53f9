package dev.ward.signature;

import dev.ward.audit.Actor;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignatureRepository {

    private static final String SELECT = """
            SELECT s.*, v.at AS voided_at, v.because, v.actor_name AS voided_by
              FROM signature.signature s
              LEFT JOIN signature.voided v ON v.signature_id = s.id
            """;

    private final JdbcClient jdbc;

    SignatureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Signature signature) {
        Signable of = signature.of();
        jdbc.sql("""
                INSERT INTO signature.signature
                       (id, record_type, record_id, record_version, part, meaning, statement, content, sha256, signer_id,
                        signer_name, signer_role, components, session_id, at, zone, seal)
                VALUES (:id, :type, :record, :version, :part, :meaning, :statement, :content, :sha256, :signer,
                        :name, :role, :components, :session, :at, :zone, :seal)
                """)
                .param("id", signature.id())
                .param("type", of.type())
                .param("record", of.id())
                .param("version", of.version())
                .param("part", of.part())
                .param("meaning", signature.meaning().word())
                .param("statement", of.statement())
                .param("content", of.content())
                .param("sha256", of.sha256())
                .param("signer", signature.signerId())
                .param("name", signature.signerName())
                .param("role", signature.signerRole())
                .param("components", signature.components().toArray(String[]::new), Types.ARRAY)
                .param("session", signature.session())
                .param("at", signature.at().atOffset(ZoneOffset.UTC))
                .param("zone", signature.zone().getId())
                .param("seal", signature.seal())
                .update();
    }

    /// Of one version of a record, in the order in which they were signed.
    List<Signature> list(String type, UUID record, int version) {
        return jdbc.sql(SELECT + """
                         WHERE s.record_type = :type AND s.record_id = :record AND s.record_version = :version
                         ORDER BY s.number
                        """)
                .param("type", type)
                .param("record", record)
                .param("version", version)
                .query((row, _) -> signature(row))
                .list();
    }

    /// Of the first version of each record, in the order in which they were signed.
    List<Signature> list(String type, Collection<UUID> records) {
        return jdbc.sql(SELECT + """
                         WHERE s.record_type = :type AND s.record_id = ANY (:records) AND s.record_version = 1
                         ORDER BY s.number
                        """)
                .param("type", type)
                .param("records", records.toArray(UUID[]::new), Types.ARRAY)
                .query((row, _) -> signature(row))
                .list();
    }

    /// @return how many stood
    int voidStanding(String type, UUID record, int version, List<String> parts, String because, Actor by, Instant at) {
        return jdbc.sql("""
                INSERT INTO signature.voided (signature_id, at, because, actor_kind, actor_id, actor_name)
                SELECT s.id, :at, :because, :kind, :actor, :name
                  FROM signature.signature s
                 WHERE s.record_type = :type AND s.record_id = :record AND s.record_version = :version
                   AND s.part = ANY (:parts)
                   AND NOT EXISTS (SELECT FROM signature.voided v WHERE v.signature_id = s.id)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("because", because)
                .param("kind", by.kind().name())
                .param("actor", by.id())
                .param("name", by.name())
                .param("type", type)
                .param("record", record)
                .param("version", version)
                .param("parts", parts.toArray(String[]::new), Types.ARRAY)
                .update();
    }

    boolean signedSince(UUID session, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM signature.signature WHERE session_id = :session AND at >= :since)")
                .param("session", session)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        Signable of = new Signable(
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getInt("record_version"),
                row.getString("part"),
                row.getString("content"),
                row.getString("statement"));
        return new Signature(
                row.getObject("id", UUID.class),
                of,
                Worded.get(Meaning.values(), row.getString("meaning")),
                row.getObject("signer_id", UUID.class),
                row.getString("signer_name"),
                row.getString("signer_role"),
                List.of((String[]) row.getArray("components").getArray()),
                row.getObject("session_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("seal"),
                voided(row),
                new ClockState(List.of()));
    }

    private static Signature.@Nullable Voided voided(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("voided_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Signature.Voided(at.toInstant(), row.getString("because"), row.getString("voided_by"));
    }
}
