package dev.ward.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps personal values in the erasable store and gives the commitment that stands for them in the chain.
@Repository
class Commitments {

    static final String ACTOR = "actor";

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Commits to the name of a person or token; the same name gives the same commitment, until it is purged.
    String ofActor(Actor actor, String name) {
        return jdbc.sql("SELECT audit.commitment_of(:type, :id, 'name', :name)")
                .param("type", ACTOR)
                .param("id", EntryBody.clean(actor.id()))
                .param("name", name)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .map(HexFormat.of()::formatHex)
                .orElseGet(() -> of(ACTOR, actor.id(), "name", name));
    }

    String of(String subjectType, String subjectId, String field, String value) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        byte[] commitment = commitment(salt, value);
        jdbc.sql("""
                INSERT INTO audit.erasable (commitment, subject_type, subject_id, field, salt, value)
                VALUES (:commitment, :type, :id, :field, :salt, :value)
                """)
                .param("commitment", commitment)
                .param("type", EntryBody.clean(subjectType))
                .param("id", EntryBody.clean(subjectId))
                .param("field", EntryBody.clean(field))
                .param("salt", salt)
                .param("value", value)
                .update();
        return HexFormat.of().formatHex(commitment);
    }

    /// Takes away the values of one subject.
    ///
    /// @return the commitments that can no longer be opened
    List<byte[]> purge(String subjectType, String subjectId) {
        return jdbc.sql("SELECT * FROM audit.purge(:type, :id)")
                .param("type", subjectType)
                .param("id", subjectId)
                .query(byte[].class)
                .list();
    }

    /// The same for some of its fields.
    List<byte[]> purge(String subjectType, String subjectId, Set<String> fields) {
        return jdbc.sql("SELECT * FROM audit.purge_fields(:type, :id, :fields)")
                .param("type", subjectType)
                .param("id", subjectId)
                .param("fields", fields.toArray(String[]::new))
                .query(byte[].class)
                .list();
    }

    static byte[] commitment(byte[] salt, String value) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(value.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
