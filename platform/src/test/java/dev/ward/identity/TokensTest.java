package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final IdentityDatabase database = new IdentityDatabase();
    private final Tokens tokens = database.identities.tokens();

    @AfterEach
    void close() {
        database.close();
    }

    private Caller caller(String secret) {
        return tokens.authenticate(secret).orElseThrow();
    }

    @Test
    void isShownOnceAndKeptAsItsDigest() {
        Tokens.Created created = tokens.createToken("product-security", "pipeline");

        assertThat(created.secret()).matches("ward_[A-Za-z0-9_-]{43}");
        assertThat(database.jdbc
                        .sql("SELECT secret FROM identity.token")
                        .query(byte[].class)
                        .single())
                .isEqualTo(Secret.digest(created.secret()));
        assertThat(caller(created.secret()).permissions())
                .isEqualTo(database.identities.roles().get("product-security").permissions());
        assertThat(database.acts()).containsExactly("token.created");
    }

    @Test
    void mayWhatItsRoleAndItsListAllow() {
        Caller maker = caller(tokens.createToken("administrator", "maker").secret());

        Tokens.Created created = tokens.create(
                maker, new Tokens.Order("n", "auditor", Set.of(Permission.AUDIT_READ, Permission.TOKEN_WRITE), null));

        assertThat(caller(created.secret()).permissions()).containsExactly(Permission.AUDIT_READ);
    }

    @Test
    void neverMayMoreThanItsMaker() {
        Caller maker = caller(tokens.createToken("product-security", "maker").secret());

        assertThatThrownBy(() -> tokens.create(maker, new Tokens.Order("n", "administrator", null, null)))
                .hasMessage("You cannot give a token permissions that you do not have.");
    }

    private Caller person(String role) {
        database.anna(role);
        return database.identities.sessions().find(database.secret(role)).orElseThrow();
    }

    private static Tokens.Order order(String name, String role) {
        return new Tokens.Order(name, role, null, null);
    }

    @Test
    void neverMayMoreThanItsMakerMayNow() {
        Caller anna = person("product-security");
        Tokens.Created token = tokens.create(anna, order("n", "product-security"));
        assertThat(caller(token.secret()).may(Permission.SBOM_WRITE)).isTrue();

        database.identities
                .accounts()
                .changeRole(IdentityDatabase.TEST, Objects.requireNonNull(anna.account()), "field-service");

        Set<Permission> both =
                EnumSet.copyOf(database.identities.roles().get("field-service").permissions());
        both.retainAll(anna.permissions());
        assertThat(caller(token.secret()).permissions())
                .isEqualTo(both)
                .hasSizeGreaterThan(5)
                .doesNotContain(Permission.SBOM_WRITE);
    }

    @Test
    void isDeadWhileTheAccountOfItsMakerIsClosed() {
        Caller anna = person("product-security");
        AccountId account = Objects.requireNonNull(anna.account());
        Tokens.Created token = tokens.create(anna, order("n", "product-security"));
        Tokens.Created child = tokens.create(caller(token.secret()), order("child", "product-security"));

        database.identities.accounts().disable(IdentityDatabase.TEST, account);

        assertThat(tokens.authenticate(token.secret())).isEmpty();
        assertThat(tokens.authenticate(child.secret())).isEmpty();
    }

    @Test
    void endsWithTheTokenThatMadeIt() {
        Instant end = Instant.parse("2026-11-22T11:00:00Z");
        Caller maker = caller(tokens.create(
                        caller(tokens.createToken("administrator", "root").secret()),
                        new Tokens.Order("parent", "administrator", null, end))
                .secret());
        Tokens.Created root = tokens.createToken("administrator", "root");
        Tokens.Created child = tokens.create(caller(root.secret()), order("child", "auditor"));

        assertThatThrownBy(() -> tokens.create(maker, order("grandchild", "auditor")))
                .hasMessage("A token that was made by a token cannot make another.");
        tokens.revoke(IdentityDatabase.TEST, root.token().id());
        assertThat(tokens.authenticate(child.secret())).isEmpty();
    }

    @Test
    void livesNoLongerThanTheTokenThatMadeIt() {
        Instant end = Instant.parse("2026-11-22T11:00:00Z");
        Caller anna = person("administrator");
        Caller parent = caller(tokens.create(anna, new Tokens.Order("parent", "administrator", null, end))
                .secret());

        Tokens.Created child = tokens.create(parent, order("child", "auditor"));

        assertThat(child.token().expiresAt()).isEqualTo(end);
        assertThatThrownBy(() ->
                        tokens.create(parent, new Tokens.Order("late", "auditor", null, end.plus(Duration.ofDays(1)))))
                .hasMessageContaining("cannot outlive the token that makes it");
        database.wait(Duration.ofHours(1));
        assertThat(tokens.authenticate(child.secret())).isEmpty();
    }

    @Test
    void hasAnEndWithinTenYearsOrNone() {
        Caller anna = person("administrator");

        assertThatThrownBy(() -> tokens.create(anna, new Tokens.Order("n", "auditor", null, Instant.MAX)))
                .hasMessage("A token may live for 3,650 days at most, or for ever.");
    }

    @Test
    void isSeenByItsOwnerAndAdministratorsAlone() {
        Caller administrator = person("administrator");
        Caller anna = person("product-security");
        Tokens.Created hers = tokens.create(anna, order("hers", "product-security"));
        Tokens.Created pipeline = tokens.createToken("product-security", "pipeline");
        Tokens.Created built = tokens.create(caller(pipeline.secret()), order("built", "product-security"));
        Reader reader = Reader.machine("test");

        assertThat(tokens.list(reader, anna)).extracting(ApiToken::name).containsExactly("hers");
        assertThat(tokens.list(reader, caller(hers.secret())))
                .extracting(ApiToken::name)
                .containsExactly("hers");
        assertThat(tokens.list(reader, caller(pipeline.secret())))
                .extracting(ApiToken::name)
                .containsExactlyInAnyOrder("pipeline", "built");
        assertThat(tokens.list(reader, administrator)).hasSize(3);
        assertThat(tokens.find(anna, built.token().id())).isEmpty();
        assertThat(tokens.find(anna, hers.token().id())).isPresent();
        assertThat(tokens.find(administrator, built.token().id())).isPresent();
    }

    @Test
    void worksUntilItIsRevokedOrRunsOut() {
        Tokens.Created revoked = tokens.createToken("auditor", "one");
        Instant end = Instant.parse("2026-11-22T11:00:00Z");
        Tokens.Created brief = tokens.create(
                caller(tokens.createToken("administrator", "maker").secret()),
                new Tokens.Order("two", "auditor", null, end));

        assertThat(tokens.revoke(IdentityDatabase.TEST, revoked.token().id())).isTrue();
        assertThat(tokens.revoke(IdentityDatabase.TEST, revoked.token().id())).isFalse();

        assertThat(tokens.authenticate(revoked.secret())).isEmpty();
        assertThat(tokens.authenticate(brief.secret())).isPresent();
        database.wait(Duration.ofHours(1));
        assertThat(tokens.authenticate(brief.secret())).isEmpty();
        assertThat(tokens.authenticate("ward_guessed")).isEmpty();
    }
}
