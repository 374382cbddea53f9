package dev.ward.document;

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

    void append(UUID contentId, int number, byte[] bytes) {
        own.executeWithoutResult(_ -> {
            int stored = jdbc.sql("""
                    WITH touched AS (
                        UPDATE document.arrival SET touched_at = now() WHERE content_id = :id RETURNING content_id
                    )
                    INSERT INTO document.chunk (content_id, number, bytes)
                    SELECT content_id, :number, :bytes FROM touched
                    """)
                    .param("id", contentId)
                    .param("number", number)
                    .param("bytes", bytes)
                    .update();
            mustArrive(stored);
        });
    }

    /// Lets a document appear, unless the same content is kept already.
    ///
    /// @return false when this copy is not needed
    boolean keep(UUID contentId, StoredDocument document) {
        return Boolean.TRUE.equals(own.execute(_ -> {
            // First, and held until the end: what was swept as abandoned must never appear as a document.
            mustArrive(jdbc.sql("SELECT 1 FROM document.arrival WHERE content_id = :id FOR UPDATE")
                    .param("id", contentId)
                    .query(Integer.class)
                    .list()
                    .size());
            int kept = jdbc.sql("""
                    INSERT INTO document.document (sha256, size, content_id, stored_at)
                    VALUES (:sha256, :size, :id, now())
                    ON CONFLICT (sha256) DO NOTHING
                    """)
                    .param("sha256", document.sha256())
                    .param("size", document.size())
                    .param("id", contentId)
                    .update();
            if (kept == 1) {
                jdbc.sql("DELETE FROM document.arrival WHERE content_id = :id")
                        .param("id", contentId)
                        .update();
            }
            return kept == 1;
        }));
    }

    private static void mustArrive(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the document came so slowly that it was given up; send it again");
        }
    }

    void remove(UUID contentId) {
        own.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM document.chunk WHERE content_id = :id")
                    .param("id", contentId)
                    .update();
            jdbc.sql("DELETE FROM document.arrival WHERE content_id = :id")
                    .param("id", contentId)
                    .update();
        });
    }

    /// Removes what began to arrive before its server was killed.
    void removeAbandoned() {
        jdbc.sql("SELECT content_id FROM document.arrival WHERE touched_at < now() - interval '1 hour' LIMIT 100")
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
