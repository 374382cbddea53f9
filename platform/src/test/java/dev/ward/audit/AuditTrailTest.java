package dev.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AuditTrailTest {

    private final AuditDatabase database = new AuditDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private String body(long seq) {
        return database.jdbc
                .sql("SELECT body FROM audit.entry WHERE seq = :seq")
                .param("seq", seq)
                .query(String.class)
                .single();
    }

    @Test
    void writesWhoWhatOldNewWhenAndWhy() {
        database.record(new Act(
                "release.renamed", "release", "r1", Map.of("version", "1.0"), Map.of("version", "1.1"), "a typo"));

        assertThat(body(1))
                .startsWith("{\"actor\":{\"id\":\"0190-anna\",\"kind\":\"PERSON\",\"name\":{\"commitment\":\"")
                .endsWith(",\"after\":{\"version\":\"1.1\"},\"at\":\"2026-11-22T10:00:00.000000Z\","
                        + "\"before\":{\"version\":\"1.0\"},\"subject\":{\"id\":\"r1\",\"type\":\"release\"},"
                        + "\"what\":\"release.renamed\",\"why\":\"a typo\"}");
    }

    @Test
    void writesNothingWhenTheTransactionIsRolledBack() {
        database.transaction.executeWithoutResult(status -> {
            database.trail.record(AuditDatabase.ANNA, Act.of("product.created", "product", "p1"));
            status.setRollbackOnly();
        });

        assertThat(database.count()).isZero();
    }

    @Test
    void refusesAnActOutsideOfATransaction() {
        assertThatThrownBy(() -> database.trail.record(AuditDatabase.ANNA, Act.of("a.b", "a", "1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsOneLineOfEntriesWhenManyWriteAtOnce() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writing.add(writers.submit(() -> database.recordProducts(25)));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }

        assertThat(database.count()).isEqualTo(200);
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void writesTheEntriesOfOneTransactionInTheirOrder() {
        database.transaction.executeWithoutResult(_ -> IntStream.range(0, 5)
                .forEach(i -> database.trail.record(AuditDatabase.ANNA, Act.of("a.b", "a", "n" + i))));

        assertThat(database.jdbc
                        .sql("SELECT subject_id FROM audit.entry ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("n0", "n1", "n2", "n3", "n4");
    }

    @Test
    void takesTextThatPostgresqlCannotHold() {
        database.record(Act.of("a.b", "a", "1").after("name", "nul \0, half \uD83D, whole \uD83D\uDE00"));

        assertThat(body(1)).contains("nul \uFFFD, half \uFFFD, whole \uD83D\uDE00");
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    @Statement("X9")
    void letsTheApplicationsRoleChangeNothing() {
        database.recordProducts(1);

        for (String sql : List.of(
                "UPDATE audit.entry SET body = body",
                "DELETE FROM audit.entry",
                "TRUNCATE audit.entry",
                "DELETE FROM audit.manifest",
                "UPDATE audit.erasable SET value = 'x'",
                "DELETE FROM audit.erasable")) {
            assertThatThrownBy(() -> database.jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsTheRowsOfABulkActBesideTheChain() {
        database.transaction.executeWithoutResult(_ -> {
            Manifest manifest = database.trail.keep("17", List.of("CVE-2021-1", "CVE-2021-2"));
            database.trail.record(Actor.machine("import"), Act.of("source.imported", "source", "kev"), manifest);
        });

        assertThat(body(1)).contains("\"manifest\":{\"changeSet\":\"17\",\"count\":2,\"sha256\":\"");
        assertThat(database.verification.verify()).isInstanceOf(Verdict.Whole.class);
    }
}
