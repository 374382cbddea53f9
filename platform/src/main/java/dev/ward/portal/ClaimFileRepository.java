package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerId;
import dev.ward.identity.Reader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files in which customers said something, line by line. Rows are only ever added.
@Repository
class ClaimFileRepository {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    ClaimFileRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(ClaimFileId id, CustomerId customer, String name, String sha256, Actor by, Instant at) {
        jdbc.sql("""
                INSERT INTO portal.claim_file (id, customer_id, name, sha256, made_at, actor_kind, actor_id, actor_name)
                VALUES (:id, :customer, :name, :sha256, :at, :kind, :actor, :actorName)
                """)
                .param("id", id.value())
                .param("customer", customer.value())
                .param("name", name)
                .param("sha256", sha256)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", by.kind().name())
                .param("actor", by.id())
                .param("actorName", by.name())
                .update();
    }

    /// What came of a line.
    ///
    /// @param claim  null when it became none
    record Outcome(ClaimLine line, @Nullable ClaimId claim) {

        private String word() {
            return claim != null ? "claimed" : line.trouble() == null ? "repeated" : "unread";
        }
    }

    void insert(ClaimFileId id, CustomerId customer, List<Outcome> outcomes) {
        batches.batchUpdate(
                """
                INSERT INTO portal.claim_line (file_id, customer_id, line, content, outcome, trouble, claim_id)
                VALUES (:file, :customer, :line, :content, :outcome, :trouble, :claim::uuid)
                """,
                outcomes.stream()
                        .map(one -> new MapSqlParameterSource()
                                .addValue("file", id.value())
                                .addValue("customer", customer.value())
                                .addValue("line", one.line().line())
                                .addValue("content", one.line().content())
                                .addValue("outcome", one.word())
                                .addValue("trouble", one.line().trouble())
                                .addValue(
                                        "claim",
                                        one.claim() == null ? null : one.claim().toString()))
                        .toArray(SqlParameterSource[]::new));
    }

    /// The newest first.
    List<ClaimFile> list(Reader reader, int most) {
        return files(reader, null, most);
    }

    Optional<ClaimFile> find(Reader reader, ClaimFileId id) {
        return files(reader, id, 1).stream().findFirst();
    }

    private List<ClaimFile> files(Reader reader, @Nullable ClaimFileId id, int most) {
        return jdbc.sql("""
                SELECT f.id, f.name, f.made_at, f.actor_name, l.claimed, l.repeated, l.unread
                  FROM portal.claim_file f
                  JOIN LATERAL (SELECT count(*) FILTER (WHERE l.outcome = 'claimed') AS claimed,
                                       count(*) FILTER (WHERE l.outcome = 'repeated') AS repeated,
                                       count(*) FILTER (WHERE l.outcome = 'unread') AS unread
                                  FROM portal.claim_line l WHERE l.file_id = f.id) l ON true
                 WHERE (:id::uuid IS NULL OR f.id = :id::uuid) AND %s
                 ORDER BY f.made_at DESC, f.id DESC
                 LIMIT :most
                """.formatted(reader.seesOf("f.customer_id")))
                .param("id", id == null ? null : id.toString())
                .param("most", most)
                .query((row, _) -> new ClaimFile(
                        new ClaimFileId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getInt("claimed"),
                        row.getInt("repeated"),
                        row.getInt("unread")))
                .list();
    }

    List<ClaimFile.Unread> unread(Reader reader, ClaimFileId id, int most) {
        return jdbc.sql("""
                SELECT l.line, l.content, l.trouble FROM portal.claim_line l
                 WHERE l.file_id = :id AND l.outcome = 'unread' AND %s
                 ORDER BY l.line LIMIT :most
                """.formatted(reader.seesOf("l.customer_id")))
                .param("id", id.value())
                .param("most", most)
                .query(ClaimFile.Unread.class)
                .list();
    }
}
