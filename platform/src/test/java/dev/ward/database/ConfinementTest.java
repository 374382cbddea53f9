package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ConfinementTest {

    private static final UUID NORTH = Uuids.next();
    private static final String WHO =
            "SELECT current_user || ' ' || coalesce(identity.present_organisation()::text, 'nobody')";

    private final HikariDataSource pool = TestDatabase.pool(TestDatabase.fresh());
    private final ConfinedDataSource database = new ConfinedDataSource(pool);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

    ConfinementTest() {
        pool.setMaximumPoolSize(1); // so that every statement gets the connection that the last one had
    }

    @AfterEach
    void close() {
        Confinement.end();
        pool.close();
    }

    private String who() {
        return jdbc.sql(WHO).query(String.class).single();
    }

    @Test
    void lastsForATransactionAndLeavesNothingBehind() {
        Confinement.begin(NORTH);
        assertThat(transaction.<String>execute(_ -> who())).isEqualTo("ward_portal " + NORTH);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    assertThat(who()).isEqualTo("ward_portal " + NORTH);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        Confinement.end();

        assertThat(who()).isEqualTo("ward_app nobody");
        assertThat(transaction.<String>execute(_ -> who())).isEqualTo("ward_app nobody");
    }

    @Test
    void letsNothingBeReadOutsideOfATransaction() {
        Confinement.begin(NORTH);

        assertThatThrownBy(this::who)
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("what somebody from outside asks runs in a transaction; there is none");
    }

    @Test
    void holdsInTheNextTransactionOfTheSameConnection() throws Exception {
        Confinement.begin(NORTH);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient one = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            assertThat(one.sql(WHO).query(String.class).single()).isEqualTo("ward_portal " + NORTH);
            connection.commit();
            assertThat(one.sql(WHO).query(String.class).single()).isEqualTo("ward_portal " + NORTH);
            connection.rollback();
            assertThat(one.sql(WHO).query(String.class).single()).isEqualTo("ward_portal " + NORTH);
            connection.rollback();
        }
    }

    @Test
    void shutsEveryTableThatIsNotOpened() {
        jdbc.sql("SELECT count(*) FROM identity.account").query(Long.class).single();
        Confinement.begin(NORTH);

        for (String table : new String[] {
            "identity.account", "identity.session", "audit.entry", "audit.erasable", "finding.finding", "job.job"
        }) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            _ -> jdbc.sql("SELECT * FROM " + table).query().listOfRows()))
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void letsActsBeRecorded() {
        AuditTrail trail = AuditTrail.over(jdbc, Clock.systemUTC());
        Actor hanna = new Actor(Actor.Kind.PERSON, "hanna", "Hanna Ward");
        Confinement.begin(NORTH);

        transaction.executeWithoutResult(_ -> trail.record(
                hanna, Act.of("claim.made", "claim", "1").after("note", "said").personal("note")));
        transaction.executeWithoutResult(_ -> trail.record(hanna, Act.of("claim.made", "claim", "2")));

        Confinement.end();
        assertThat(jdbc.sql("SELECT count(*) FROM audit.published_entry WHERE what = 'claim.made'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM audit.erasable WHERE field = 'name' AND value = 'Hanna Ward'")
                        .query(Long.class)
                        .single())
                .as("the name is kept once")
                .isEqualTo(1);
    }
}
