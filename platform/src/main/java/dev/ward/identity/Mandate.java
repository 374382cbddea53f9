package dev.ward.identity;

import dev.ward.audit.Actor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks again whether whoever began something long may still do it, as a body may take an hour to come.
@Component
public class Mandate {

    private final TokenRepository tokens;
    private final JdbcClient jdbc;
    private final Clock clock;

    Mandate(TokenRepository tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Call it in the transaction of the act. A machine's mandate does not end.
    ///
    /// @throws ProblemException  when the token or the account has ended, or has the permission no more
    public void confirm(Actor actor, Permission permission) {
        boolean may = switch (actor.kind()) {
            case TOKEN ->
                tokens.findWorking(new TokenId(UUID.fromString(actor.id())), clock.instant())
                        .map(token -> token.permissions().contains(permission))
                        .orElse(false);
            case PERSON -> mayPerson(actor.id(), permission);
            case MACHINE -> true;
        };
        if (!may) {
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "\"%s\" may no longer %s: that was taken away while the request came. Nothing of it was kept."
                            .formatted(actor.name(), permission.words()));
        }
    }

    /// By the person's own role, or that of somebody whose deputy they are today.
    private boolean mayPerson(String id, Permission permission) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT 1 FROM identity.account a JOIN identity.role_permission p ON p.role = a.role
                     WHERE a.id = :id AND a.disabled_at IS NULL AND p.permission = :permission
                     UNION ALL
                    SELECT 1 FROM identity.deputyship d
                      JOIN identity.account a ON a.id = d.deputy_id AND a.disabled_at IS NULL AND a.role <> 'inspector'
                      JOIN identity.account o ON o.id = d.absent_id AND o.role = d.role AND o.disabled_at IS NULL
                      JOIN identity.role_permission p ON p.role = d.role
                     WHERE d.deputy_id = :id AND d.ended_at IS NULL AND :today BETWEEN d.from_day AND d.until_day
                       AND p.permission = :permission)
                """)
                .param("today", Days.today(clock))
                .param("id", UUID.fromString(id))
                .param("permission", permission.name())
                .query(Boolean.class)
                .single();
    }
}
