package dev.ward.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {

    private static final String TOKENS = """
            SELECT t.id, t.name, t.role, r.title, t.permissions, t.created_by, t.created_at, t.expires_at, t.revoked_at,
                   t.used_at, array(SELECT permission FROM identity.role_permission WHERE role = t.role) AS may
              FROM identity.token t
              JOIN identity.role r ON r.name = t.role
            """;

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiToken token, byte[] secret, @Nullable Set<Permission> only) {
        jdbc.sql("""
                INSERT INTO identity.token (id, name, secret, role, permissions, created_by, created_at, expires_at)
                VALUES (:id, :name, :secret, :role, :permissions, :by, :at, :expires)
                """)
                .param("id", token.id().value())
                .param("name", token.name())
                .param("secret", secret)
                .param("role", token.role())
                .param(
                        "permissions",
                        only == null ? null : only.stream().map(Enum::name).toArray(String[]::new),
                        Types.ARRAY)
                .param("by", token.createdBy())
                .param("at", Timestamp.from(token.createdAt()))
                .param("expires", token.expiresAt() == null ? null : Timestamp.from(token.expiresAt()), Types.TIMESTAMP)
                .update();
    }

    List<ApiToken> list(Reader reader) {
        return jdbc.sql(TOKENS + " WHERE " + reader.sees("t")
                        + " ORDER BY t.revoked_at IS NOT NULL, t.created_at DESC, t.id")
                .query((row, _) -> token(row))
                .list();
    }

    Optional<ApiToken> find(TokenId id) {
        return jdbc.sql(TOKENS + " WHERE t.id = :id")
                .param("id", id.value())
                .query((row, _) -> token(row))
                .optional();
    }

    Optional<ApiToken> findWorking(byte[] secret, Instant now) {
        return findWorking("t.secret = :key", secret, now);
    }

    Optional<ApiToken> findWorking(TokenId id, Instant now) {
        return findWorking("t.id = :key", id.value(), now);
    }

    private Optional<ApiToken> findWorking(String condition, Object key, Instant now) {
        return jdbc.sql(TOKENS + " WHERE " + condition + """
                 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > :now)
                   -- nor was it made by someone who is kept out, or by a token of theirs
                   AND NOT EXISTS (
                       WITH RECURSIVE maker (id) AS (
                           SELECT t.created_by
                            UNION
                           SELECT made.created_by FROM maker JOIN identity.token made ON made.id::text = maker.id
                       )
                       SELECT FROM maker JOIN identity.account a ON a.id::text = maker.id
                        WHERE a.disabled_at IS NOT NULL)
                """)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .query((row, _) -> token(row))
                .optional();
    }

    void markUsed(TokenId id, Instant now) {
        jdbc.sql("UPDATE identity.token SET used_at = :now WHERE id = :id AND (used_at IS NULL OR used_at < :before)")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minusSeconds(60)))
                .param("id", id.value())
                .update();
    }

    boolean revoke(TokenId id, Instant now) {
        return jdbc.sql("UPDATE identity.token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(Roles.permissions(row.getArray("may")));
        Array only = row.getArray("permissions");
        if (only != null) {
            permissions.retainAll(Roles.permissions(only));
        }
        return new ApiToken(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                row.getString("title"),
                permissions,
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                AccountRepository.instant(row, "expires_at"),
                AccountRepository.instant(row, "revoked_at"),
                AccountRepository.instant(row, "used_at"));
    }
}
