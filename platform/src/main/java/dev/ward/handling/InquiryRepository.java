package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InquiryRepository {

    static final SortOrder NEWEST_FIRST = SortOrder.descending("asked");

    private final JdbcClient jdbc;

    InquiryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One that became an embargoed case is seen by those who are read in.
    private static String seen(Reader reader) {
        return """
                SELECT i.*, c.public_id AS case_number
                  FROM handling.inquiry i
                  LEFT JOIN handling.vulnerability_case c ON c.id = i.case_id
                 WHERE %s
                """.formatted(reader.seesRestricted("c.restricted_to"));
    }

    void insert(Inquiry inquiry) {
        jdbc.sql("""
                INSERT INTO handling.inquiry (id, title, component, beginning, versions, asked_at, asked_by)
                VALUES (:id, :title, :component, :beginning, :versions, :at, :by)
                """)
                .param("id", inquiry.id().value())
                .param("title", inquiry.title())
                .param("component", inquiry.question().component())
                .param("beginning", inquiry.question().beginning())
                .param("versions", inquiry.question().versions())
                .param("at", Rows.utc(inquiry.asked()))
                .param("by", inquiry.by())
                .update();
    }

    Optional<Inquiry> find(Reader reader, InquiryId id) {
        return jdbc.sql(seen(reader) + " AND i.id = :id")
                .param("id", id.value())
                .query((row, _) -> inquiry(row))
                .optional();
    }

    List<Inquiry> list(Reader reader, @Nullable Cursor after, int rows) {
        return jdbc.sql(seen(reader)
                        + (after == null ? "" : " AND (i.asked_at, i.id) < (:at::timestamptz, :id::uuid)")
                        + " ORDER BY i.asked_at DESC, i.id DESC LIMIT :rows")
                .param("at", after == null ? null : after.instant(0).toString())
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> inquiry(row))
                .list();
    }

    /// @return false when another change came first
    boolean state(InquiryId id, int revision, @Nullable String statement) {
        return jdbc.sql("""
                        UPDATE handling.inquiry SET statement = :statement, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("statement", statement)
                        .update()
                == 1;
    }

    /// @return false when it has become a case already
    boolean join(InquiryId id, UUID ofCase) {
        return jdbc.sql("""
                        UPDATE handling.inquiry SET case_id = :case, revision = revision + 1
                         WHERE id = :id AND case_id IS NULL
                        """).param("id", id.value()).param("case", ofCase).update() == 1;
    }

    void note(InquiryId id, Actor actor, Instant at, String what, @Nullable String detail) {
        jdbc.sql("""
                INSERT INTO handling.inquiry_entry (id, inquiry_id, at, actor_id, actor_name, what, detail)
                VALUES (:id, :inquiry, :at, :actorId, :actorName, :what, :detail)
                """)
                .param("id", Uuids.next())
                .param("inquiry", id.value())
                .param("at", Rows.utc(at))
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("what", what)
                .param("detail", detail)
                .update();
    }

    /// Only of an inquiry that the reader was shown.
    List<Step> log(Inquiry seen) {
        return Rows.steps(
                jdbc,
                "SELECT e.* FROM handling.inquiry_entry e WHERE e.inquiry_id = :of ORDER BY e.at, e.id LIMIT 2000",
                seen.id().value());
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        String number = row.getString("case_number");
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                row.getString("title"),
                new InquiryQuestion(row.getString("component"), row.getBoolean("beginning"), row.getString("versions")),
                row.getString("statement"),
                number == null ? null : new CaseNumber(number),
                row.getInt("revision"),
                Rows.instant(row, "asked_at"),
                row.getString("asked_by"));
    }
}
