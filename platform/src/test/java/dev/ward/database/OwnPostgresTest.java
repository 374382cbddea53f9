package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A login that may make no roles, as an administrator of a company's PostgreSQL gives it.
class OwnPostgresTest {

    @Test
    void saysWhatAnAdministratorHasToRunAndThenTakesTheRoles() {
        DatabaseAccess access = TestDatabase.loginThatMakesNoRoles("visitor");

        assertThatThrownBy(() -> OwnPostgres.access(
                        access.url(), access.owner().username(), access.owner().password()))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("may not make or take the role ward_app and the role ward_portal")
                .hasMessageContaining("CREATE ROLE ward_portal NOLOGIN; GRANT ward_portal TO that login");

        TestDatabase.asSuperuser("GRANT ward_app TO visitor; GRANT ward_portal TO visitor");
        DatabaseAccess own = OwnPostgres.access(
                access.url(), access.owner().username(), access.owner().password());
        Migrations.of(own).migrate();
        assertThat(whoIsConfined(own)).isEqualTo("ward_portal");
    }

    private static String whoIsConfined(DatabaseAccess own) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(own.url());
        config.setUsername(own.app().username());
        config.setPassword(own.app().password());
        config.setConnectionInitSql(own.initSql());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ConfinedDataSource database = new ConfinedDataSource(pool);
            JdbcClient jdbc = JdbcClient.create(database);
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
            Confinement.begin(UUID.randomUUID());
            String who = transaction.execute(
                    _ -> jdbc.sql("SELECT current_user").query(String.class).single());
            Confinement.end();
            assertThat(jdbc.sql("SELECT current_user").query(String.class).single())
                    .isEqualTo("ward_app");
            return who;
        } finally {
            Confinement.end();
        }
    }
}
