package dev.ward.correction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.audit.Actor;
import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case of one product of class III in the United States, and what is decided of it.
final class CorrectedCase {

    static final Actor ACTOR = Actor.machine("test");
    static final Reader READER = Reader.machine("test");

    final VulnerabilityCase subject;
    final String release;
    final String product;
    private final JdbcClient jdbc;
    private final UUID assessment = UUID.randomUUID();

    CorrectedCase(RestClientOfTests ward, Cases cases, CaseScopes scopes, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.subject = cases.open(ACTOR, new CaseDraft("A hole " + UUID.randomUUID(), null));
        this.release = ward.release("Pacer " + UUID.randomUUID(), "1");
        this.product = ward.get("/releases/" + release).at("/product").asString();
        int status = ward.send(
                        "PUT",
                        "/products/" + product + "/profile",
                        BodyPublishers.ofString(
                                "{\"classification\":{\"markets\":[{\"market\":\"US\",\"deviceClass\":\"III\"}]}}"))
                .statusCode();
        assertThat(status).isBetween(200, 204);
        scopes.addRelease(ACTOR, READER, subject.number(), new ReleaseId(UUID.fromString(release)), "It has the part.");
        jdbc.sql("""
                INSERT INTO assessment.assessment (id, vulnerability, product_id, state, exploitability, harm, determination,
                            opened_at, changed_at)
                VALUES (:id, 'W-CORRECT', :product::uuid, 'decided', '{}', '{}', '{}', now(), now())
                """).param("id", assessment).param("product", product).update();
        jdbc.sql("INSERT INTO handling.case_assessment (assessment_id, case_id, since) VALUES (:id, :case, now())")
                .param("id", assessment)
                .param("case", subject.id())
                .update();
    }

    String page() {
        return "/cases/" + subject.number() + "/due";
    }

    /// @param verdict  `controlled` or `uncontrolled`
    void decide(int version, String verdict, String harm) {
        UUID decision = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO assessment.decision (id, assessment_id, version, product_id, vulnerability, verdict,
                            exploitability, harm, matrix, exploitability_table, reassess_by, performance, content, sha256,
                            decided_at)
                VALUES (:id, :assessment, :version, :product::uuid, 'W-CORRECT', :verdict, 'low', :harm,
                        'ward:RISK-MATRIX:1.0.0', 'x', DATE '2030-01-01', 0, '{}', repeat('0', 64), now())
                """)
                .param("id", decision)
                .param("assessment", assessment)
                .param("version", version)
                .param("product", product)
                .param("verdict", verdict)
                .param("harm", harm)
                .update();
        jdbc.sql("""
                INSERT INTO assessment.decision_release (decision_id, release_id, presence)
                VALUES (:id, :release::uuid, 'present')
                """).param("id", decision).param("release", release).update();
    }
}
