package dev.ward.identity;

import dev.ward.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {

    private static final String TOKENS = """
            SELECT t.id, t.name, t.role, r.title, coalesce(p.name, a.name, t.created_by) AS maker, t.account_id,
                   a.organisation_id, t.parent_id, t.created_at, t.used_at,
                   least(t.expires_at, p.expires_at) AS expires_at,
                   least(t.revoked_at, p.revoked_at, a.disabled_at) AS revoked_at,
                   array(SELECT m.permission FROM identity.role_permission m
                          WHERE m.role = t.role
                            AND (t.permissions IS NULL OR m.permission = ANY (t.permissions))
                            AND (p.permissions IS NULL OR m.permission = ANY (p.permissions))
                            AND (p.role IS NULL OR EXISTS (SELECT FROM identity.role_permission parents
                                  WHERE parents.role = p.role AND parents.permission = m.permission))
                            AND (a.role IS NULL OR EXISTS (SELECT FROM identity.role_permission owners
                                  WHERE owners.role = a.role AND owners.permission = m.permission))) AS may
              FROM identity.token t
              JOIN identity.role r ON r.name = t.role
              LEFT JOIN identity.token p ON p.id = t.parent_id
              LEFT JOIN identity.account a ON a.id = t.account_id
            """;

    /// One's own are those of the same person; a token of the command line has itself and those that it made.
    private static final String OWN =
            "(:all OR t.account_id = :owner::uuid OR :self IN (t.id::text, t.parent_id::text))";

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiToken token, byte[] secret, @Nullable Set<Permission> only, Actor maker) {
        jdbc.sql("""
                INSERT INTO identity.token
                       (id, name, secret, role, outside, permissions, created_by, account_id, parent_id, created_at, expires_at)
                VALUES (:id, :name, :secret, :role, :outside, :permissions, :by, :owner, :parent, :at, :expires)
                """)
                .param("id", token.id().value())
                .param("name", token.name())
                .param("secret", secret)
                .param("role", token.role())
                .param("outside", token.organisation() != null)
                .param(
                        "permissions",
                        only == null ? null : only.stream().map(Enum::name).toArray(String[]::new),
                        Types.ARRAY)
                .param("by", maker.id())
                .param("owner", token.owner() == null ? null : token.owner().value(), Types.OTHER)
                .param("parent", token.parent() == null ? null : token.parent().value(), Types.OTHER)
                .param("at", Timestamp.from(token.createdAt()))
                .param("expires", token.expiresAt() == null ? null : Timestamp.from(token.expiresAt()), Types.TIMESTAMP)
                .update();
    }

    /// @param caller  whose own are listed; null for everybody's
    List<ApiToken> list(Reader reader, @Nullable Caller caller) {
        return jdbc.sql(
                        TOKENS + " WHERE " + reader.seesOf("a.organisation_id") + " AND " + OWN
                                + " ORDER BY least(t.revoked_at, p.revoked_at, a.disabled_at) IS NOT NULL, t.created_at DESC, t.id")
                .params(own(caller))
                .query((row, _) -> token(row))
                .list();
    }

    Optional<ApiToken> find(TokenId id, @Nullable Caller caller) {
        return jdbc.sql(TOKENS + " WHERE t.id = :id AND " + OWN)
                .param("id", id.value())
                .params(own(caller))
                .query((row, _) -> token(row))
                .optional();
    }

    private static Map<String, @Nullable Object> own(@Nullable Caller caller) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("all", caller == null);
        parameters.put(
                "owner",
                caller == null || caller.owner() == null ? null : caller.owner().toString());
        parameters.put("self", caller == null ? "" : caller.actor().id());
        return parameters;
    }

    Optional<ApiToken> findWorking(byte[] secret, Instant now) {
        return findWorking("t.secret = :key", secret, now);
    }

    Optional<ApiToken> findWorking(TokenId id, Instant now) {
        return findWorking("t.id = :key", id.value(), now);
    }

    private Optional<ApiToken> findWorking(String condition, Object key, Instant now) {
        return jdbc.sql(TOKENS + " WHERE " + condition)
                .param("key", key)
                .query((row, _) -> token(row))
                .optional()
                .filter(token -> token.worksAt(now));
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
        UUID owner = row.getObject("account_id", UUID.class);
        UUID parent = row.getObject("parent_id", UUID.class);
        return new ApiToken(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                row.getString("title"),
                Roles.permissions(row.getArray("may")),
                row.getString("maker"),
                owner == null ? null : new AccountId(owner),
                AccountRepository.organisation(row),
                parent == null ? null : new TokenId(parent),
                row.getTimestamp("created_at").toInstant(),
                AccountRepository.instant(row, "expires_at"),
                AccountRepository.instant(row, "revoked_at"),
                AccountRepository.instant(row, "used_at"));
    }
}
