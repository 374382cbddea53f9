package dev.ward.retention;

import dev.ward.handling.Restrictions;
import dev.ward.identity.Reader;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PurgeRepository {

    private final JdbcClient jdbc;

    PurgeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String seen(Reader reader) {
        return "SELECT p.* FROM retention.purge p WHERE " + reader.sees("p") + " AND "
                + Restrictions.sees(reader, "p.record_kind", "p.record_id");
    }

    void insert(Purge purge, UUID signer, UUID signature) {
        jdbc.sql("""
                INSERT INTO retention.purge (id, record_kind, record_id, fields, ground, reason, trail_values, at, signer_id,
                                             signer_name, signature_id)
                VALUES (:id, :kind, :record, :fields, :ground, :reason, :values, :at, :signer, :name, :signature)
                """)
                .param("id", purge.id())
                .param("kind", purge.of().kind().word())
                .param("record", purge.of().id())
                .param("fields", purge.fields().toArray(String[]::new), Types.ARRAY)
                .param("ground", purge.ground().word())
                .param("reason", purge.reason())
                .param("values", purge.trailValues())
                .param("at", purge.at().atOffset(ZoneOffset.UTC))
                .param("signer", signer)
                .param("name", purge.by())
                .param("signature", signature)
                .update();
    }

    List<Purge> of(Reader reader, RecordName name) {
        return jdbc.sql(seen(reader) + """
                         AND p.record_kind = :kind AND p.record_id = :record ORDER BY p.at DESC, p.id DESC LIMIT 100
                        """)
                .param("kind", name.kind().word())
                .param("record", name.id())
                .query((row, _) -> purge(row))
                .list();
    }

    List<Purge> last(Reader reader, int most) {
        return jdbc.sql(seen(reader) + " ORDER BY p.at DESC, p.id DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> purge(row))
                .list();
    }

    private static Purge purge(ResultSet row) throws SQLException {
        return new Purge(
                row.getObject("id", UUID.class),
                new RecordName(
                        Worded.get(RecordKind.values(), row.getString("record_kind")), row.getString("record_id")),
                List.of((String[]) row.getArray("fields").getArray()),
                Worded.get(LegalGround.values(), row.getString("ground")),
                row.getString("reason"),
                row.getInt("trail_values"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("signer_name"));
    }
}
