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
        own.executeWithoutResult(_ -> jdbc.sql("""
                WITH touched AS (UPDATE document.arrival SET touched_at = now() WHERE content_id = :id)
                INSERT INTO document.chunk (content_id, number, bytes) VALUES (:id, :number, :bytes)
                """)
                .param("id", contentId)
                .param("number", number)
                .param("bytes", bytes)
                .update());
    }

    /// Lets a document appear, unless the same content is kept already.
    ///
    /// @return false when this copy is not needed
    boolean keep(UUID contentId, StoredDocument document) {
        return Boolean.TRUE.equals(own.execute(_ -> {
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
