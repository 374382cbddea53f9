package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.database.DatabaseAccess;
import dev.ward.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Whoever owns the database changes what was taken, and `verify` sees it.
class PastHistoryTest {

    private static final String IMPORT = "019a0000-0000-7000-8000-000000000001";
    private static final JdbcClient OWNER = database();

    private static JdbcClient database() {
        DatabaseAccess access = TestDatabase.fresh();
        return JdbcClient.create(new DriverManagerDataSource(
                access.url(), access.owner().username(), access.owner().password()));
    }

    @BeforeAll
    static void takeTwo() {
        OWNER.sql("""
                INSERT INTO assessment.past_import (id, name, content_type, sha256, size, actor_kind, actor_id, actor_name,
                            received_at, state)
                VALUES (:id::uuid, 'past.csv', 'text/csv', '00', 1, 'MACHINE', 'test', 'test', now(), 'applied')
                """).param("id", IMPORT).update();
        OWNER.sql("""
                INSERT INTO assessment.past_decision (id, release_id, product_id, vulnerability, component, version, status,
                            justification, cvss, exploitability, harm, verdict, decision, decided_by, decided_on, reference, notes,
                            gravity, digest, import_id, line, imported_at)
                SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CVE-2021-' || 1000 + n, '', 1, 'affected',
                       NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, '\\x00', :id::uuid, n + 1, now()
                  FROM generate_series(1, 2) n
                """).param("id", IMPORT).update();
    }

    private static byte[] digest() {
        return PastHistory.over(OWNER).digest(IMPORT, "1-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release_id = gen_random_uuid()",
                "product_id = gen_random_uuid()",
                "vulnerability = 'CVE-2021-9999'",
                "component = 'zlib'",
                "version = 2",
                "status = 'fixed'",
                "justification = 'component_not_present'",
                "cvss = '9.8'",
                "exploitability = 'high'",
                "harm = 'SERIOUS'",
                "verdict = 'controlled'",
                "decision = 'none'",
                "decided_by = 'Somebody else'",
                "decided_on = '2020-01-01'",
                "reference = 'DOC-2'",
                "notes = 'better'",
                "line = 7"
            })
    void changesWithEveryCellOfARow(String change) {
        byte[] before = digest();

        OWNER.sql("UPDATE assessment.past_decision SET %s WHERE number = 1".formatted(change))
                .update();

        assertThat(digest()).isNotEqualTo(before);
    }

    private static byte[] digest(String cells) {
        OWNER.sql("UPDATE assessment.past_decision SET %s WHERE number = 2".formatted(cells))
                .update();
        return digest();
    }

    /// As texts of VEX may hold what parts cells and rows.
    @Test
    void tellsWhatStandsInACellFromWhatPartsCells() {
        assertThat(digest("decision = E'a\\tb', decided_by = ''"))
                .isNotEqualTo(digest("decision = 'a', decided_by = E'b\\t'"))
                .isNotEqualTo(digest("decision = 'a\\tb', decided_by = ''"));
        assertThat(digest("decision = E'a\\nb'")).isNotEqualTo(digest("decision = 'a\\nb'"));
    }

    @Test
    void tellsACellFromTheNext() {
        OWNER.sql("UPDATE assessment.past_decision SET decision = 'same', notes = NULL WHERE number = 2")
                .update();
        byte[] before = digest();

        OWNER.sql("UPDATE assessment.past_decision SET decision = NULL, notes = 'same' WHERE number = 2")
                .update();

        assertThat(digest()).isNotEqualTo(before);
    }
}
