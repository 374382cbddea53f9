package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
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
    boolean state(InquiryId id, int revision, @Nullable HoldingStatement statement) {
        StatementOrigin origin = statement == null ? null : statement.origin();
        Instant looked = statement == null ? null : statement.looked();
        Instant at = statement == null ? null : statement.at();
        return jdbc.sql("""
                        UPDATE handling.inquiry
                           SET statement = :statement, statement_origin = :origin, statement_matrix = :matrix,
                               statement_looked_at = :looked::timestamptz, statement_at = :at::timestamptz,
                               statement_by = :by, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("statement", statement == null ? null : statement.words())
                        .param("origin", origin == null ? null : origin.word())
                        .param("matrix", statement == null ? null : statement.matrix())
                        .param("looked", looked == null ? null : Rows.utc(looked))
                        .param("at", at == null ? null : Rows.utc(at))
                        .param("by", statement == null ? null : statement.by())
                        .update()
                == 1;
    }

    /// @return false when another change came first
    boolean tellBy(InquiryId id, int revision, @Nullable Instant next) {
        return jdbc.sql("""
                        UPDATE handling.inquiry SET next_word_at = :next::timestamptz, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("next", next == null ? null : Rows.utc(next))
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

    /// @param statement  what might be said then; null when it is not kept with the line
    void note(InquiryId id, Actor actor, Instant at, String what, @Nullable String detail, @Nullable String statement) {
        jdbc.sql("""
                INSERT INTO handling.inquiry_entry (id, inquiry_id, at, actor_id, actor_name, what, detail, statement)
                VALUES (:id, :inquiry, :at, :actorId, :actorName, :what, :detail, :statement)
                """)
                .param("id", Uuids.next())
                .param("inquiry", id.value())
                .param("at", Rows.utc(at))
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("what", what)
                .param("detail", detail)
                .param("statement", statement)
                .update();
    }

    /// Only of an inquiry that the reader was shown.
    List<InquiryEntry> log(Inquiry seen) {
        return jdbc.sql("""
                SELECT e.* FROM handling.inquiry_entry e WHERE e.inquiry_id = :of ORDER BY e.at, e.id LIMIT 2000
                """)
                .param("of", seen.id().value())
                .query((row, _) -> new InquiryEntry(
                        Rows.instant(row, "at"),
                        row.getString("actor_name"),
                        row.getString("what"),
                        row.getString("detail"),
                        row.getString("statement")))
                .list();
    }

    private static @Nullable HoldingStatement statement(ResultSet row) throws SQLException {
        String words = row.getString("statement");
        if (words == null) {
            return null;
        }
        String origin = row.getString("statement_origin");
        return new HoldingStatement(
                words,
                origin == null ? null : Worded.get(StatementOrigin.values(), origin),
                row.getString("statement_matrix"),
                Rows.instantOrNull(row, "statement_looked_at"),
                Rows.instantOrNull(row, "statement_at"),
                row.getString("statement_by"));
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        String number = row.getString("case_number");
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                row.getString("title"),
                new InquiryQuestion(row.getString("component"), row.getBoolean("beginning"), row.getString("versions")),
                statement(row),
                Rows.instantOrNull(row, "next_word_at"),
                number == null ? null : new CaseNumber(number),
                row.getInt("revision"),
                Rows.instant(row, "asked_at"),
                row.getString("asked_by"));
    }
}
