package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.ApiToken;
import dev.ward.identity.Caller;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.SignedIn;
import dev.ward.identity.TokenId;
import dev.ward.identity.Tokens;
import dev.ward.identity.Visibility;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TokenApi {

    private final Tokens tokens;
    private final CurrentActor current;
    private final Visibility visibility;

    TokenApi(Tokens tokens, CurrentActor current, Visibility visibility) {
        this.tokens = tokens;
        this.current = current;
        this.visibility = visibility;
    }

    /// @param kind  `person` or `token`
    record Me(String id, String kind, String name, String role, List<Permission> permissions) {}

    record TokenBody(
            UUID id,
            String name,
            String role,
            Set<Permission> permissions,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant used) {

        static TokenBody of(ApiToken token) {
            return new TokenBody(
                    token.id().value(),
                    token.name(),
                    token.role(),
                    new TreeSet<>(token.permissions()),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt(),
                    token.usedAt());
        }
    }

    /// @param permissions  besides which it has none; absent for all of the role
    record NewToken(
            @Nullable String name,
            @Nullable String role,
            @Nullable Set<Permission> permissions,
            @Nullable Instant expires) {}

    /// @param token  shown now and never again
    record CreatedToken(UUID id, String token) {}

    @SignedIn(outsiders = true)
    @GetMapping("/me")
    @Summary("Tells whose token this is and what it may do")
    Me me() {
        Caller caller = current.caller();
        return new Me(
                caller.actor().id(),
                caller.actor().kind().name().toLowerCase(Locale.ROOT),
                caller.actor().name(),
                caller.role(),
                caller.permissions().stream().sorted().toList());
    }

    @Requires(Permission.TOKEN_WRITE)
    @GetMapping("/tokens")
    @Summary("Lists your own tokens; everybody's if you may change people's accounts")
    Slice<TokenBody> list() {
        return new Slice<>(
                tokens.list(visibility.reader(), current.caller()).stream()
                        .map(TokenBody::of)
                        .toList(),
                null);
    }

    @Requires(Permission.TOKEN_WRITE)
    @PostMapping("/tokens")
    @Summary("Makes an API token; its secret is in this answer and nowhere else")
    ResponseEntity<CreatedToken> create(@RequestBody NewToken body) {
        try {
            Tokens.Created created = tokens.create(
                    current.caller(),
                    new Tokens.Order(
                            body.name() == null ? "" : body.name(),
                            body.role() == null ? "" : body.role(),
                            body.permissions(),
                            body.expires()));
            UUID id = created.token().id().value();
            return ResponseEntity.created(URI.create("/api/v1/tokens/" + id))
                    .body(new CreatedToken(id, created.secret()));
        } catch (AccountTrouble e) {
            ProblemException refused = ProblemException.of(Problem.INVALID, e.words());
            throw e.field().isEmpty() ? refused : refused.with(e.field(), e.words());
        }
    }

    @Requires(Permission.TOKEN_WRITE)
    @DeleteMapping("/tokens/{id}")
    @Summary("Revokes an API token")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        ApiToken token = tokens.find(current.caller(), new TokenId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no token \"%s\".".formatted(id)));
        tokens.revoke(current.get(), token.id());
        return ResponseEntity.noContent().build();
    }
}
