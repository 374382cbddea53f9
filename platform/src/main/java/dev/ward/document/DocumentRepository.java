package dev.ward.document;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class DocumentRepository {

    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    DocumentRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void begin(UUID contentId) {
        own.executeWithoutResult(
                _ -> jdbc.sql("INSERT INTO document.arrival (content_id, touched_at) VALUES (:id, now())")
                        .param("id", contentId)
                        .update());
    }

    /// @throws IOException  when the arrival was given up
    void append(UUID contentId, int number, byte[] bytes) throws IOException {
        int stored = Objects.requireNonNull(own.execute(_ -> jdbc.sql("""
                        WITH touched AS (
                            UPDATE document.arrival SET touched_at = now() WHERE content_id = :id RETURNING content_id
                        )
                        INSERT INTO document.chunk (content_id, number, bytes)
                        SELECT content_id, :number, :bytes FROM touched
                        """)
                .param("id", contentId)
                .param("number", number)
                .param("bytes", bytes)
                .update()));
        if (stored != 1) {
            throw new IOException("the document came so slowly that it was given up");
        }
    }

    /// Lets a document appear, unless the same content is kept already, which then cannot be removed until the
    /// caller's transaction ends.
    void keep(UUID contentId, StoredDocument document) {
        // First, and held until the end: what was swept as abandoned must never appear as a document.
        jdbc.sql("SELECT 1 FROM document.arrival WHERE content_id = :id FOR UPDATE")
                .param("id", contentId)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                WITH kept AS (
                    INSERT INTO document.document (sha256, size, content_id, stored_at)
                    VALUES (:sha256, :size, :id, now())
                    ON CONFLICT (sha256) DO UPDATE SET sha256 = excluded.sha256
                    RETURNING content_id)
                DELETE FROM document.arrival WHERE content_id IN (SELECT content_id FROM kept)
                """)
                .param("sha256", document.sha256())
                .param("size", document.size())
                .param("id", contentId)
                .update();
    }

    /// Removes what arrived and was not kept; nothing else.
    void remove(UUID contentId) {
        jdbc.sql("""
                WITH given_up AS (
                    DELETE FROM document.arrival WHERE content_id = :id RETURNING content_id)
                DELETE FROM document.chunk WHERE content_id IN (SELECT content_id FROM given_up)
                """).param("id", contentId).update();
    }

    /// Keeps others from referring anew to a document until the transaction ends, and waits for those who do.
    void lock(String sha256) {
        jdbc.sql("SELECT 1 FROM document.document WHERE sha256 = :sha256 FOR UPDATE")
                .param("sha256", sha256)
                .query(Integer.class)
                .optional();
    }

    /// Removes what was kept, with all of its pieces.
    ///
    /// @return false when there is no such document
    boolean removeKept(String sha256) {
        return jdbc.sql("""
                        WITH removed AS (
                            DELETE FROM document.document WHERE sha256 = :sha256 RETURNING content_id), pieces AS (
                            DELETE FROM document.chunk WHERE content_id IN (SELECT content_id FROM removed))
                        SELECT count(*) FROM removed
                        """).param("sha256", sha256).query(Integer.class).single() == 1;
    }

    /// Removes what began to arrive before its server was killed.
    void removeAbandoned() {
        jdbc.sql("SELECT content_id FROM document.arrival "
                        + "WHERE touched_at NOT BETWEEN now() - interval '1 hour' AND now() + interval '1 hour'")
                .query(UUID.class)
                .list()
                .forEach(this::remove);
    }

    Optional<UUID> findContent(String sha256) {
        return jdbc.sql("SELECT content_id FROM document.document WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query(UUID.class)
                .optional();
    }

    Optional<byte[]> findChunk(UUID contentId, int number) {
        return jdbc.sql("SELECT bytes FROM document.chunk WHERE content_id = :id AND number = :number")
                .param("id", contentId)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }
}
