package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.regulation.EvidenceEntry.NamedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeedRepository {

    private final JdbcClient jdbc;

    DeedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<EvidenceEntry>> of(Collection<UUID> cases) {
        return CaseRows.byCase(
                jdbc,
                "SELECT * FROM regulation.evidence WHERE case_id = ANY (:cases) ORDER BY number",
                cases,
                (row, _) -> read(row));
    }

    /// Of all cases but one; what was withdrawn too, as its number may be used.
    List<String> notes(String type, String recipient, UUID except) {
        return jdbc.sql("""
                SELECT note FROM regulation.evidence
                 WHERE type = :type AND recipient = :recipient AND case_id <> :except
                """)
                .param("type", type)
                .param("recipient", recipient)
                .param("except", except)
                .query(String.class)
                .list();
    }

    private static EvidenceEntry read(ResultSet row) throws SQLException {
        UUID file = row.getObject("file_id", UUID.class);
        return new EvidenceEntry(
                Rows.id(row, "id"),
                row.getString("type"),
                row.getString("recipient"),
                row.getString("moment"),
                row.getString("note"),
                file == null ? null : new NamedFile(file, row.getString("file_name"), row.getString("file_sha256")),
                row.getString("origin").equals("recorded"),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"),
                CaseRows.withdrawal(row));
    }

    void insert(UUID caseId, EvidenceEntry entry, Actor by, @Nullable String source) {
        NamedFile file = entry.file();
        jdbc.sql("""
                INSERT INTO regulation.evidence
                       (id, case_id, type, recipient, moment, note, file_id, file_name, file_sha256, origin, source,
                        entered_at, entered_by, enterer_name)
                VALUES (:id, :case, :type, :recipient, :moment, :note, :file::uuid, :fileName, :sha256, :origin, :source,
                        :at, :by, :name)
                """)
                .param("id", entry.id())
                .param("case", caseId)
                .param("type", entry.type())
                .param("recipient", entry.recipient())
                .param("moment", entry.moment())
                .param("note", entry.note())
                .param("file", file == null ? null : file.id().toString())
                .param("fileName", file == null ? null : file.name())
                .param("sha256", file == null ? null : file.sha256())
                .param("origin", entry.recorded() ? "recorded" : "entered")
                .param("source", source)
                .param("at", Rows.utc(entry.entered()))
                .param("by", by.id())
                .param("name", entry.by())
                .update();
    }

    /// @return false when it was withdrawn before
    boolean withdraw(UUID id, Actor by, String because, Instant at) {
        return jdbc.sql("""
                        UPDATE regulation.evidence
                           SET withdrawn_at = :at, withdrawn_by = :by, withdrawer_name = :name, withdrawn_because = :because
                         WHERE id = :id AND withdrawn_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("because", because)
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }
}
