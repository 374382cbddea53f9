package dev.ward.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.product.ProductId;
import dev.ward.web.Browser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was decided in the inspected period is laid open, whatever came after it and however much it is.
@WardTest
class InspectionScopeTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Inspections inspections;
    private final InspectionRepository repository;
    private final JdbcClient jdbc;
    private final RestClientOfTests ward;
    private final TestCallers callers;
    private final Browser inspector;
    private ProductId product = new ProductId(UUID.randomUUID());

    @Autowired
    InspectionScopeTest(
            Inspections inspections,
            InspectionRepository repository,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.inspections = inspections;
        this.repository = repository;
        this.jdbc = jdbc;
        this.callers = callers;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.inspector = callers.signedIn(port, "inspector");
    }

    @BeforeEach
    void product() {
        String release = ward.release("Scope " + UUID.randomUUID(), "1");
        product = ProductId.of(ward.get("/releases/" + release).at("/product").asString());
        jdbc.sql("""
                INSERT INTO assessment.assessment (id, vulnerability, product_id, state, exploitability, harm, determination,
                            opened_at, changed_at)
                SELECT gen_random_uuid(), 'W-SCOPE-' || n, :product, 'decided', '{}', '{}', '{}', now(), now()
                  FROM generate_series(1, 502) n
                """).param("product", product.value()).update();
    }

    private void decide(int version, String at) {
        jdbc.sql("""
                INSERT INTO assessment.decision (id, assessment_id, version, product_id, vulnerability, verdict, matrix,
                            exploitability_table, reassess_by, performance, content, sha256, decided_at)
                SELECT gen_random_uuid(), a.id, :version, a.product_id, a.vulnerability, 'not-affected', 'x', 'x',
                       DATE '2030-01-01', 0, '{}', repeat('0', 64), :at::timestamptz
                  FROM assessment.assessment a WHERE a.product_id = :product
                """)
                .param("version", version)
                .param("at", at)
                .param("product", product.value())
                .update();
        jdbc.sql("""
                INSERT INTO assessment.decision_release (decision_id, release_id, presence, justification)
                SELECT d.id, r.release_id, 'absent', 'component_not_present'
                  FROM assessment.decision d
                  JOIN product.published_release r ON r.product_id = d.product_id
                 WHERE d.product_id = :product AND d.version = :version
                """)
                .param("version", version)
                .param("product", product.value())
                .update();
    }

    private Inspection opened() {
        LocalDate today = Instant.now().atZone(ZoneOffset.UTC).toLocalDate();
        InspectionDraft draft = new InspectionDraft(
                callers.account("inspector"),
                "Ines Pector",
                "The agency",
                List.of(product),
                List.of(),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                today.plusDays(1));
        return inspections.open(ACTOR, READER, draft);
    }

    @Test
    void laysOpenWhatWasDecidedAgainAfterThePeriodAndSaysWhereTheListEnds() {
        decide(1, "2025-06-01T00:00:00Z");
        decide(2, "2026-02-01T00:00:00Z");
        Inspection open = opened();

        assertThat(repository.decisions(READER, open, 1000)).hasSize(502);
        String page = inspector.get("/inspection").body();
        assertThat(page).contains("There is more than is listed here");
        List<UUID> all = jdbc.sql("SELECT a.id FROM assessment.assessment a WHERE a.product_id = :product")
                .param("product", product.value())
                .query(UUID.class)
                .list();
        List<UUID> unlisted =
                all.stream().filter(one -> !page.contains(one.toString())).toList();
        assertThat(unlisted).hasSize(2);
        assertThat(unlisted)
                .allMatch(one -> repository.decision(READER, open, one).isPresent());
        assertThat(repository.decision(READER, open, UUID.randomUUID())).isEmpty();
        inspections.end(ACTOR, READER, open.id());
    }

    @Test
    void laysNothingOpenThatWasNeverDecidedInThePeriod() {
        decide(1, "2024-06-01T00:00:00Z");
        decide(2, "2026-02-01T00:00:00Z");
        Inspection open = opened();

        assertThat(repository.decisions(READER, open, 1000)).isEmpty();
        inspections.end(ACTOR, READER, open.id());
    }
}
