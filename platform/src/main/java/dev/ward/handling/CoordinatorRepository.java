package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CoordinatorRepository {

    private final JdbcClient jdbc;

    CoordinatorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// As they were said last, in the order in which they were entered first.
    List<Coordinator> list(VulnerabilityCase seen) {
        return jdbc.sql("""
                SELECT DISTINCT ON (c.id) c.* FROM handling.coordinator c
                 WHERE c.case_id = :case ORDER BY c.id, c.version DESC
                """)
                .param("case", seen.id())
                .query((row, _) -> read(row))
                .list();
    }

    /// All that was said of one, the last first; empty when the case has none such.
    List<Coordinator> versions(VulnerabilityCase seen, UUID id) {
        return jdbc.sql("""
                SELECT c.* FROM handling.coordinator c
                 WHERE c.case_id = :case AND c.id = :id ORDER BY c.version DESC
                """)
                .param("case", seen.id())
                .param("id", id)
                .query((row, _) -> read(row))
                .list();
    }

    private static Coordinator read(ResultSet row) throws SQLException {
        return new Coordinator(
                Rows.id(row, "id"),
                row.getInt("version"),
                new CoordinatorDraft(
                        CoordinatorKind.of(row.getString("kind")),
                        row.getString("name"),
                        row.getString("reference"),
                        row.getString("contact"),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("advisory"),
                        row.getObject("published_on", LocalDate.class)),
                row.getString("withdrawn_because"),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"));
    }

    void insert(VulnerabilityCase one, Coordinator said, Actor by) {
        CoordinatorDraft draft = said.said();
        jdbc.sql("""
                INSERT INTO handling.coordinator (id, version, case_id, kind, name, reference, contact, agreed_on, advisory,
                                                  published_on, withdrawn_because, entered_at, entered_by, enterer_name)
                VALUES (:id, :version, :case, :kind, :name, :reference, :contact, :agreed, :advisory,
                        :published, :withdrawn, :at, :by, :byName)
                """)
                .param("id", said.id())
                .param("version", said.version())
                .param("case", one.id())
                .param("kind", draft.kind().word())
                .param("name", draft.name())
                .param("reference", draft.reference())
                .param("contact", draft.contact())
                .param("agreed", draft.agreed())
                .param("advisory", draft.advisory())
                .param("published", draft.published())
                .param("withdrawn", said.withdrawn())
                .param("at", Rows.utc(said.entered()))
                .param("by", by.id())
                .param("byName", said.by())
                .update();
    }
}
