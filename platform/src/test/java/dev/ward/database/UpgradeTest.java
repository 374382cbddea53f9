package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ward.advisory.ImportHistory;
import dev.ward.audit.AuditVerification;
import dev.ward.audit.Verdict;
import dev.ward.identity.AccountWitness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of an older Ward, brought to the schema of this one; and one of a newer.
///
/// `upgrade/schema-202611221501.zip` is the backup of a demo that the Ward of 22 November 2026 (e1ee1e3) made and
/// filled,
/// with passwords taken out.
class UpgradeTest {

    private static final Path BACKUP = Path.of("src/test/resources/upgrade/schema-202611221501.zip");

    private static DatabaseAccess upgraded() throws IOException {
        DatabaseAccess access = TestDatabase.empty();
        try (Restoration restoration = Restoration.open(BACKUP, null)) {
            assertThat(restoration.manifest().migrations()).last().isEqualTo("202611221501");
            restoration.into(access);
        }
        return access;
    }

    private static JdbcClient owner(DatabaseAccess access) {
        return JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.owner().username(), access.owner().password()));
    }

    @Test
    void keepsEveryFindingAndCountsThem() throws IOException {
        DatabaseAccess access = upgraded();

        Migrations migrations = Migrations.of(access);
        assertThat(migrations.applied()).isEqualTo(migrations.known());
        assertThat(owner(access)
                        .sql("SELECT state || ' ' || count(*) FROM finding.finding GROUP BY state ORDER BY state")
                        .query(String.class)
                        .list())
                .containsExactly("candidate 12", "open 145");
        assertThat(owner(access)
                        .sql("SELECT sum(open) FROM finding.tally")
                        .query(Long.class)
                        .single())
                .isEqualTo(145);
        assertThat(owner(access).sql("""
                        SELECT count(*)
                          FROM finding.tally t
                          FULL JOIN (SELECT f.release_id, v.rating, count(*) AS open
                                       FROM finding.finding f JOIN advisory.vulnerability v USING (vulnerability_id)
                                      WHERE f.state = 'open' GROUP BY 1, 2) n USING (release_id, rating)
                         WHERE n.open IS DISTINCT FROM t.open
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void keepsTheTrailWhole() throws IOException {
        try (HikariDataSource pool = TestDatabase.pool(upgraded())) {
            JdbcClient jdbc = JdbcClient.create(pool);
            AuditVerification verification =
                    AuditVerification.over(pool, List.of(ImportHistory.over(jdbc)), List.of(AccountWitness.over(jdbc)));

            assertThat(verification.verify()).isInstanceOf(Verdict.Whole.class);
        }
    }

    @Test
    void keepsACommandBesideAServerOffADatabaseWithoutTheWholeSchema() {
        DatabaseAccess empty = TestDatabase.empty();
        DatabaseAccess older = TestDatabase.empty();
        Migrations.of(older).migrateTo("202611221501");

        for (DatabaseAccess access : List.of(empty, older)) {
            assertThatThrownBy(() -> Migrations.of(access).expectAll())
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("has not got all of this Ward's schema");
        }
        assertThat(Migrations.of(older).applied()).last().isEqualTo("202611221501");
        assertThatCode(() -> Migrations.of(TestDatabase.fresh()).expectAll()).doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseOfANewerWardAndLeavesItAsItIs() {
        DatabaseAccess access = TestDatabase.fresh();
        owner(access).sql("""
                INSERT INTO migration.flyway_schema_history
                       (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (9999, '209901010000', 'what comes later', 'SQL', 'finding/V209901010000__x.sql', 'x', 1, true)
                """).update();

        assertThatThrownBy(() -> Migrations.of(access).migrate())
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessage(
                        "the database is of a newer Ward: its schema has 209901010000 (what comes later), which this one does not know; start the newer Ward again, or restore a backup that was made before");
        assertThatThrownBy(() -> Migrations.of(access).expectAll()).hasMessageContaining("is of a newer Ward");
    }
}
