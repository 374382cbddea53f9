package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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
