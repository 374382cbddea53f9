package dev.ward.mail;

import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import dev.ward.web.Worded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MessageRepository {

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(String key, String recipient, String subject, String body, Instant now) {
        return jdbc.sql("""
                INSERT INTO mail.message (id, key, recipient, subject, body, state, attempts, made_at, next_at)
                VALUES (:id, :key, :recipient, :subject, :body, 'waiting', 0, :now, :now)
                ON CONFLICT (key) DO NOTHING
                """)
                        .param("id", Uuids.next())
                        .param("key", key)
                        .param("recipient", recipient)
                        .param("subject", subject)
                        .param("body", body)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// One attempt to send a message.
    ///
    /// @param number  1 for the first
    record Attempt(UUID id, int number, String recipient, String subject, String body) {}

    /// Takes the next message for an attempt. Until `again` no other server takes it.
    Optional<Attempt> take(Instant now, Instant again) {
        return jdbc.sql("""
                UPDATE mail.message SET attempts = attempts + 1, next_at = :again
                 WHERE id = (SELECT id FROM mail.message WHERE next_at <= :now
                              ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, attempts, recipient, subject, body
                """)
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .query((row, _) -> new Attempt(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body")))
                .optional();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("""
                UPDATE mail.message
                   SET state = 'sent', sent_at = :now, next_at = NULL, failure = NULL, body = NULL
                 WHERE id = :id AND state = 'waiting'
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    /// @param next  when it is tried again; null to give it up
    void failed(UUID id, String failure, @Nullable Instant next) {
        jdbc.sql("""
                UPDATE mail.message
                   SET state = CASE WHEN :next::timestamptz IS NULL THEN 'given-up' ELSE 'waiting' END,
                       failure = :failure, next_at = :next::timestamptz
                 WHERE id = :id AND state = 'waiting'
                """)
                .param("id", id)
                .param("failure", failure)
                .param("next", next == null ? null : next.toString())
                .update();
    }

    boolean again(UUID id, Instant now) {
        return jdbc.sql("""
                UPDATE mail.message SET state = 'waiting', attempts = 0, next_at = :now
                 WHERE id = :id AND state = 'given-up' AND body IS NOT NULL
                """).param("id", id).param("now", Timestamp.from(now)).update() == 1;
    }

    /// The texts of those that were given up before a day.
    void forget(Instant before) {
        jdbc.sql(
                        "UPDATE mail.message SET body = NULL WHERE state = 'given-up' AND body IS NOT NULL AND made_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    List<Message> newest(int most) {
        return jdbc.sql("""
                SELECT id, recipient, subject, state, attempts, failure, made_at, next_at, sent_at
                  FROM mail.message ORDER BY made_at DESC, id DESC LIMIT :most
                """)
                .param("most", most)
                .query((row, _) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        Worded.get(MailState.values(), row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("failure"),
                        Rows.instant(row, "made_at"),
                        Rows.instantOrNull(row, "next_at"),
                        Rows.instantOrNull(row, "sent_at")))
                .list();
    }
}
