package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IsaoRepository {

    private final JdbcClient jdbc;

    IsaoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of all ISAOs, by name, criterion and day.
    List<IsaoPeriod> periods() {
        return jdbc.sql("""
                SELECT p.*, i.name AS isao FROM regulation.isao_period p
                  JOIN regulation.isao i ON i.id = p.isao_id
                 ORDER BY i.name, p.criterion, p.from_day, p.number
                """).query((row, _) -> read(row)).list();
    }

    /// The ISAO of that name, made when there was none.
    UUID isao(String name) {
        jdbc.sql("INSERT INTO regulation.isao (id, name) VALUES (:id, :name) ON CONFLICT (name) DO NOTHING")
                .param("id", Uuids.next())
                .param("name", name)
                .update();
        return jdbc.sql("SELECT id FROM regulation.isao WHERE name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    void insert(UUID isao, IsaoPeriod period, Actor actor) {
        jdbc.sql("""
                INSERT INTO regulation.isao_period
                       (id, isao_id, criterion, from_day, until_day, evidence, entered_at, entered_by, enterer_name)
                VALUES (:id, :isao, :criterion, :from, :until, :evidence, :at, :by, :name)
                """)
                .param("id", period.id())
                .param("isao", isao)
                .param("criterion", period.criterion())
                .param("from", period.from())
                .param("until", period.until())
                .param("evidence", period.evidence())
                .param("at", Rows.utc(period.entered()))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    /// @return false when it was withdrawn before
    boolean withdraw(UUID id, Actor actor, String because, Instant at) {
        return jdbc.sql("""
                        UPDATE regulation.isao_period
                           SET withdrawn_at = :at, withdrawn_by = :by, withdrawer_name = :name, withdrawn_because = :why
                         WHERE id = :id AND withdrawn_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .param("why", because)
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }

    /// @return false when it has a file already, or was withdrawn
    boolean attach(UUID id, String sha256, String name) {
        return jdbc.sql("""
                        UPDATE regulation.isao_period SET document_sha256 = :sha256, document_name = :name
                         WHERE id = :id AND document_sha256 IS NULL AND withdrawn_at IS NULL
                        """)
                        .param("id", id)
                        .param("sha256", sha256)
                        .param("name", name)
                        .update()
                == 1;
    }

    /// The SHA-256 of the file that shows a period, where it has one.
    Optional<String> file(UUID id) {
        return jdbc.sql("""
                SELECT document_sha256 FROM regulation.isao_period WHERE id = :id AND document_sha256 IS NOT NULL
                """).param("id", id).query(String.class).optional();
    }

    private static IsaoPeriod read(ResultSet row) throws SQLException {
        return new IsaoPeriod(
                Rows.id(row, "id"),
                row.getString("isao"),
                row.getInt("criterion"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("evidence"),
                row.getString("document_name"),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"),
                CaseRows.withdrawal(row));
    }
}
