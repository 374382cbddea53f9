package dev.ward.finding;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notes, and what a person decides where the sources have fallen silent.
@Repository
class NoteRepository {

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FindingId finding, Actor author, String text, Instant now) {
        jdbc.sql("""
                INSERT INTO finding.note (id, finding_id, at, author_id, author_name, body)
                VALUES (:id, :finding, :at, :authorId, :authorName, :body)
                """)
                .param("id", Uuids.next())
                .param("finding", finding.value())
                .param("at", Timestamp.from(now))
                .param("authorId", author.id())
                .param("authorName", author.name())
                .param("body", text)
                .update();
    }

    List<Note> list(FindingId finding) {
        return jdbc.sql("SELECT at, author_name, body FROM finding.note WHERE finding_id = :finding ORDER BY at, id")
                .param("finding", finding.value())
                .query((row, number) -> new Note(
                        row.getTimestamp("at").toInstant(), row.getString("author_name"), row.getString("body")))
                .list();
    }

    /// @return whether it waited for that
    boolean close(FindingId finding, long changeSet, Instant now) {
        return jdbc.sql("""
                WITH told AS (
                    UPDATE finding.finding
                       SET state = 'closed', closed_at = :now, closed_because = 'confirmed', change_set = :changeSet
                     WHERE id = :finding AND state = 'source-withdrawn'
                    RETURNING id
                )
                INSERT INTO finding.history (finding_id, change_set, state)
                SELECT id, :changeSet, 'closed' FROM told
                """)
                        .param("finding", finding.value())
                        .param("changeSet", changeSet)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
