package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which products' SBOMs customers get. Where nobody has said anything, never.
@Service
@Transactional
public class SbomPolicies {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SbomPolicies(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Of the first 500 products, by name.
    @Transactional(readOnly = true)
    public List<SbomPolicy> list(Reader reader) {
        return policies(reader, null);
    }

    /// @throws ProblemException  when there is no such product
    @Transactional(readOnly = true)
    public SbomPolicy get(Reader reader, ProductId product) {
        return policies(reader, product).stream()
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no product \"%s\".".formatted(product)));
    }

    /// Changes the rule, from the next request of a customer on. Doing it twice changes nothing.
    public SbomPolicy set(Actor actor, Reader reader, ProductId product, SbomPolicy.Rule rule) {
        SbomPolicy before = get(reader, product);
        if (before.rule() == rule) {
            return before;
        }
        jdbc.sql("""
                INSERT INTO portal.sbom_policy (product_id, policy, changed_at) VALUES (:product, :rule, :at)
                    ON CONFLICT (product_id) DO UPDATE
                   SET policy = excluded.policy, changed_at = excluded.changed_at
                """)
                .param("product", product.value())
                .param("rule", rule.word())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                actor,
                new Changes("sbom-policy.changed", "product", product.toString())
                        .of("rule", before.rule().word(), rule.word())
                        .act());
        return get(reader, product);
    }

    private List<SbomPolicy> policies(Reader reader, @Nullable ProductId product) {
        return jdbc.sql("""
                SELECT p.product_id, p.name, coalesce(s.policy, 'never') AS policy
                  FROM product.published_product p
                  LEFT JOIN portal.sbom_policy s ON s.product_id = p.product_id
                 WHERE (:product::uuid IS NULL OR p.product_id = :product) AND NOT p.archived AND %s
                 ORDER BY lower(p.name), p.product_id LIMIT :most
                """.formatted(reader.sees("p")))
                .param("product", product == null ? null : product.value())
                .param("most", MOST)
                .query((row, _) -> policy(row))
                .list();
    }

    private static SbomPolicy policy(ResultSet row) throws SQLException {
        return new SbomPolicy(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("name"),
                Worded.get(SbomPolicy.Rule.values(), row.getString("policy")));
    }
}
