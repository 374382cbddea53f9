package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tasks, comments and files of cases.
@Repository
class TalkRepository {

    private final JdbcClient jdbc;

    TalkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addTask(
            UUID ofCase, UUID id, String title, @Nullable AccountId assignee, @Nullable LocalDate due, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.task (id, case_id, title, assignee_id, due_on, added_at)
                VALUES (:id, :case, :title, :assignee::uuid, :due, :at)
                """)
                .param("id", id)
                .param("case", ofCase)
                .param("title", title)
                .param("assignee", assignee == null ? null : assignee.toString())
                .param("due", due)
                .param("at", Rows.utc(at))
                .update();
    }

    /// @param at  null when it is to be done again
    /// @return the task's title; empty when the case has none such
    Optional<String> done(UUID ofCase, UUID task, @Nullable Instant at) {
        return jdbc.sql("""
                UPDATE handling.task SET done_at = :at::timestamptz WHERE id = :id AND case_id = :case RETURNING title
                """)
                .param("id", task)
                .param("case", ofCase)
                .param("at", at == null ? null : at.toString())
                .query(String.class)
                .optional();
    }

    /// Open ones first, the most urgent first.
    List<Task> tasks(VulnerabilityCase seen) {
        return jdbc.sql("""
                SELECT t.*, c.public_id FROM handling.task t
                  JOIN handling.vulnerability_case c ON c.id = t.case_id
                 WHERE t.case_id = :case
                 ORDER BY t.done_at IS NOT NULL, t.due_on NULLS LAST, t.added_at, t.id LIMIT 500
                """)
                .param("case", seen.id())
                .query((row, _) -> task(row))
                .list();
    }

    List<Task> tasksOf(Reader reader, AccountId assignee, int most) {
        return jdbc.sql("""
                SELECT t.*, c.public_id FROM handling.task t
                  JOIN handling.vulnerability_case c ON c.id = t.case_id
                 WHERE t.assignee_id = :assignee AND t.done_at IS NULL AND c.closed_at IS NULL AND %s
                 ORDER BY t.due_on NULLS LAST, t.added_at, t.id LIMIT :most
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("assignee", assignee.value())
                .param("most", most)
                .query((row, _) -> task(row))
                .list();
    }

    private static Task task(ResultSet row) throws SQLException {
        UUID assignee = row.getObject("assignee_id", UUID.class);
        return new Task(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("public_id")),
                row.getString("title"),
                assignee == null ? null : new AccountId(assignee),
                row.getObject("due_on", LocalDate.class),
                Rows.instantOrNull(row, "done_at"));
    }

    void say(UUID ofCase, UUID id, @Nullable ProductId product, Actor by, String text, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.comment (id, case_id, product_id, at, author_id, author_name, body)
                VALUES (:id, :case, :product::uuid, :at, :authorId, :authorName, :body)
                """)
                .param("id", id)
                .param("case", ofCase)
                .param("product", product == null ? null : product.toString())
                .param("at", Rows.utc(at))
                .param("authorId", by.id())
                .param("authorName", by.name())
                .param("body", text)
                .update();
    }

    /// Thread after thread, each the oldest first.
    List<Comment> comments(Reader reader, VulnerabilityCase seen) {
        return jdbc.sql("""
                SELECT m.id, m.product_id, p.name, m.at, m.author_name, m.body,
                       m.author_id <> :reader AND m.at > coalesce(r.read_until, '-infinity') AS unread
                  FROM handling.comment m
                  LEFT JOIN product.published_product p ON p.product_id = m.product_id
                  LEFT JOIN handling.reading r ON r.case_id = m.case_id AND r.reader_id = :reader
                 WHERE m.case_id = :case
                 ORDER BY m.product_id IS NOT NULL, p.name, m.product_id, m.at, m.id LIMIT 2000
                """)
                .param("case", seen.id())
                .param("reader", reader.id())
                .query((row, _) -> comment(row))
                .list();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        return new Comment(
                row.getObject("id", UUID.class),
                product == null ? null : new ProductId(product),
                row.getString("name"),
                Rows.instant(row, "at"),
                row.getString("author_name"),
                row.getString("body"),
                row.getBoolean("unread"));
    }

    void markRead(UUID ofCase, String reader, Instant at) {
        jdbc.sql("""
                INSERT INTO handling.reading (case_id, reader_id, read_until) VALUES (:case, :reader, :at)
                ON CONFLICT (case_id, reader_id) DO UPDATE SET read_until = excluded.read_until
                """)
                .param("case", ofCase)
                .param("reader", reader)
                .param("at", Rows.utc(at))
                .update();
    }

    void addFile(UUID ofCase, CaseFile file) {
        jdbc.sql("""
                INSERT INTO handling.case_file (id, case_id, name, sha256, size, added_at, added_name)
                VALUES (:id, :case, :name, :sha256, :size, :at, :by)
                """)
                .param("id", file.id())
                .param("case", ofCase)
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("at", Rows.utc(file.added()))
                .param("by", file.by())
                .update();
    }

    List<CaseFile> files(VulnerabilityCase seen) {
        return jdbc.sql("""
                SELECT f.* FROM handling.case_file f WHERE f.case_id = :case ORDER BY f.added_at, f.id LIMIT 500
                """)
                .param("case", seen.id())
                .query((row, _) -> new CaseFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        Rows.instant(row, "added_at"),
                        row.getString("added_name")))
                .list();
    }
}
