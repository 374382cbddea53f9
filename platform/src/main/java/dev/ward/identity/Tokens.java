package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The tokens by which programs call the API.
@Component
public class Tokens {

    public static final String PREFIX = "ward_";

    /// The longest life of a token that has an end.
    public static final Duration LONGEST = Duration.ofDays(3_650);

    private final TokenRepository repository;
    private final Roles roles;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tokens(TokenRepository repository, Roles roles, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.roles = roles;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Makes tokens in a database without an application around it, as a command does.
    public static Tokens over(DataSource dataSource, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new Tokens(
                new TokenRepository(jdbc),
                new Roles(jdbc),
                AuditTrail.over(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                clock);
    }

    /// @param secret  shown now and never again
    public record Created(ApiToken token, String secret) {}

    /// What a token is to be.
    ///
    /// @param only       permissions besides which it has none; null for all of its role, as they will be
    /// @param expiresAt  null for never
    public record Order(
            String name,
            String role,
            @Nullable Set<Permission> only,
            @Nullable Instant expiresAt) {}

    /// The tokens that the caller may revoke: one's own, and everybody's for whoever may change people's accounts.
    public List<ApiToken> list(Reader reader, Caller caller) {
        return repository.list(reader, narrowed(caller));
    }

    /// @return empty when there is none, or none that the caller may revoke
    public Optional<ApiToken> find(Caller caller, TokenId id) {
        return repository.find(id, narrowed(caller));
    }

    private static @Nullable Caller narrowed(Caller caller) {
        return caller.may(Permission.ACCOUNT_WRITE) ? null : caller;
    }

    /// Makes a token as the command line does: whoever can open the database may.
    public Created createToken(String role, String name) {
        Maker maker = new Maker(Actor.machine("command line"), null, null, null, null);
        return create(maker, new Order(name, role, null, null));
    }

    /// Makes a token that may at most what its maker may, and works no longer than its maker does.
    public Created create(Caller maker, Order order) {
        if (maker.actor().kind() != Actor.Kind.TOKEN) {
            return create(Maker.of(maker, null), order);
        }
        ApiToken parent = repository
                .find(new TokenId(UUID.fromString(maker.actor().id())), null)
                .orElseThrow(() -> new IllegalStateException("the token at hand is not known"));
        if (parent.parent() != null) {
            throw new AccountTrouble("", "A token that was made by a token cannot make another.");
        }
        Instant end = parent.expiresAt();
        if (end != null && order.expiresAt() != null && order.expiresAt().isAfter(end)) {
            throw new AccountTrouble(
                    "expires", "It cannot outlive the token that makes it, which runs out at %s.".formatted(end));
        }
        Order capped = new Order(
                order.name(), order.role(), order.only(), order.expiresAt() == null ? end : order.expiresAt());
        return create(Maker.of(maker, parent.id()), capped);
    }

    /// Ends a token, from the next request on.
    ///
    /// @return false when there is none that works
    public boolean revoke(Actor actor, TokenId id) {
        return transaction.execute(_ -> {
            boolean revoked = repository.revoke(id, clock.instant());
            if (revoked) {
                trail.record(actor, Act.of("token.revoked", "token", id.toString()));
            }
            return revoked;
        });
    }

    Optional<Caller> authenticate(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiToken> found = repository.findWorking(Secret.digest(secret), now);
        found.ifPresent(token -> repository.markUsed(token.id(), now));
        return found.map(token -> new Caller(
                new Actor(Actor.Kind.TOKEN, token.id().toString(), token.name()),
                null,
                token.owner(),
                token.role(),
                token.roleTitle(),
                token.organisation(),
                token.permissions()));
    }

    /// Who makes a token.
    ///
    /// @param most  the permissions of the maker; null for all that there are
    private record Maker(
            Actor actor,
            @Nullable Set<Permission> most,
            @Nullable AccountId owner,
            @Nullable OrganisationId organisation,
            @Nullable TokenId parent) {

        static Maker of(Caller caller, @Nullable TokenId parent) {
            return new Maker(caller.actor(), caller.permissions(), caller.owner(), caller.organisation(), parent);
        }
    }

    private Created create(Maker maker, Order order) {
        Instant now = clock.instant();
        Role role = check(order, now);
        if (role.outside() != (maker.organisation() != null)) {
            throw new AccountTrouble(
                    "role",
                    role.outside()
                            ? "A token of the role \"%s\" is made by a person of that organisation."
                                    .formatted(role.name())
                            : "You may make tokens of your own role alone.");
        }
        Set<Permission> permissions = order.only() == null
                ? role.permissions()
                : role.permissions().stream().filter(order.only()::contains).collect(Collectors.toSet());
        Set<Permission> most = maker.most();
        // Administrators make auditors' tokens, which tell that a case was opened in an emergency, not what is in it.
        if (most != null
                && permissions.stream().anyMatch(one -> !most.contains(one) && one != Permission.EMERGENCY_WATCH)) {
            throw new AccountTrouble("role", "You cannot give a token permissions that you do not have.");
        }
        String secret = PREFIX + Secret.random();
        ApiToken token = new ApiToken(
                new TokenId(Uuids.next()),
                order.name().strip(),
                role.name(),
                role.title(),
                permissions,
                maker.actor().name(),
                maker.owner(),
                maker.organisation(),
                maker.parent(),
                now,
                order.expiresAt(),
                null,
                null);
        transaction.executeWithoutResult(_ -> {
            repository.insert(token, Secret.digest(secret), order.only(), maker.actor());
            trail.record(maker.actor(), act(token));
        });
        return new Created(token, secret);
    }

    private static Act act(ApiToken token) {
        return Act.of("token.created", "token", token.id().toString())
                .after("name", token.name())
                .after("role", token.role())
                .after(
                        "permissions",
                        token.permissions().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .after(
                        "expires",
                        token.expiresAt() == null ? null : token.expiresAt().toString())
                .personal("name");
    }

    private Role check(Order order, Instant now) {
        if (order.name().isBlank()
                || order.name().length() > 100
                || order.name().chars().anyMatch(Character::isISOControl)) {
            throw new AccountTrouble("name", "The name needs 1 to 100 characters.");
        }
        if (order.expiresAt() != null && !order.expiresAt().isAfter(now)) {
            throw new AccountTrouble("expires", "The token would have run out already.");
        }
        if (order.expiresAt() != null && order.expiresAt().isAfter(now.plus(LONGEST))) {
            throw new AccountTrouble(
                    "expires", "A token may live for %,d days at most, or for ever.".formatted(LONGEST.toDays()));
        }
        return roles.get(order.role());
    }
}
