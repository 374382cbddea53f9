package dev.ward.regulation;

import dev.ward.assessment.Verdict;
import dev.ward.database.Rows;
import dev.ward.finding.FindingState;
import dev.ward.product.ProductId;
import dev.ward.regulation.MergedRepository.Member;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what other modules know of cases, for many at once.
@Repository
class DerivedRepository {

    private static final String HIGHEST = "III";

    /// What was decided, covers a further release, or was screened in bulk, by release. A decision that
    /// is hidden with another case counts for nobody but that case.
    private static final String PRODUCTS = """
            WITH member AS MATERIALIZED (
                SELECT m.root, m.id FROM unnest(:roots::uuid[], :members::uuid[]) AS m(root, id)),
            held AS MATERIALIZED (
                SELECT DISTINCT m.root AS case_id, v.vulnerability_id
                  FROM handling.published_case_vulnerability v JOIN member m ON m.id = v.case_id),
            decided AS MATERIALIZED (
                SELECT h.case_id, h.vulnerability_id, d.product_id, d.release_id, d.verdict, d.outdated
                  FROM held h
                  JOIN assessment.published_decision d ON d.vulnerability_id = h.vulnerability_id
                 WHERE d.restricted_to IS NULL
                    OR EXISTS (SELECT FROM handling.published_case_assessment a JOIN member m ON m.id = a.case_id
                                WHERE m.root = h.case_id AND a.assessment_id = d.assessment_id)
                 UNION
                SELECT m.root, d.vulnerability_id, d.product_id, d.release_id, d.verdict, d.outdated
                  FROM handling.published_case_assessment a
                  JOIN member m ON m.id = a.case_id
                  JOIN assessment.published_decision d ON d.assessment_id = a.assessment_id
                 UNION
                SELECT h.case_id, h.vulnerability_id, r.product_id, k.release_id, k.verdict, false
                  FROM held h
                  JOIN assessment.published_covered k ON k.vulnerability_id = h.vulnerability_id AND k.restricted_to IS NULL
                  JOIN product.published_release r ON r.release_id = k.release_id
                 UNION
                SELECT h.case_id, h.vulnerability_id, r.product_id, s.release_id, s.verdict, false
                  FROM held h
                  JOIN assessment.published_screened s ON s.vulnerability_id = h.vulnerability_id
                  JOIN product.published_release r ON r.release_id = s.release_id),
            found AS MATERIALIZED (
                SELECT DISTINCT h.case_id, h.vulnerability_id, r.product_id, f.release_id
                  FROM held h
                  JOIN finding.published_finding f ON f.vulnerability_id = h.vulnerability_id AND f.state <> :closed
                  JOIN product.published_release r ON r.release_id = f.release_id AND NOT r.archived),
            open AS (
                SELECT f.case_id, f.product_id,
                       bool_or(NOT EXISTS (SELECT FROM decided d
                                            WHERE d.case_id = f.case_id AND d.vulnerability_id = f.vulnerability_id
                                              AND d.release_id = f.release_id AND NOT d.outdated)) AS undecided
                  FROM found f GROUP BY f.case_id, f.product_id),
            judged AS (
                SELECT d.case_id, d.product_id, bool_or(d.verdict = :uncontrolled) AS uncontrolled,
                       bool_or(d.outdated) AS outdated
                  FROM decided d GROUP BY d.case_id, d.product_id),
            reached AS (
                SELECT case_id, product_id FROM open
                 UNION SELECT case_id, product_id FROM judged
                 UNION SELECT m.root, p.product_id FROM handling.published_case_product p JOIN member m ON m.id = p.case_id)
            SELECT r.case_id, r.product_id, coalesce(j.uncontrolled, false) AS uncontrolled,
                   j.product_id IS NULL OR j.outdated OR coalesce(o.undecided, false) AS undecided,
                   ARRAY(SELECT DISTINCT m.market FROM product.published_market_class m
                          WHERE m.product_id = r.product_id ORDER BY m.market) AS markets,
                   ARRAY(SELECT DISTINCT m.device_class FROM product.published_market_class m
                          WHERE m.product_id = r.product_id AND m.market = 'US' AND m.device_class IS NOT NULL) AS us_classes,
                   EXISTS (SELECT FROM product.published_market_class m
                            WHERE m.product_id = r.product_id AND m.device_class IS NOT NULL) AS is_device
              FROM reached r
              LEFT JOIN judged j USING (case_id, product_id)
              LEFT JOIN open o USING (case_id, product_id)
            """;

    private static final String CASES = """
            WITH member AS MATERIALIZED (
                SELECT m.root, m.id FROM unnest(:roots::uuid[], :members::uuid[]) AS m(root, id))
            SELECT c.case_id, t.triaged_at,
                   (SELECT min(o.opened_at) FROM member m JOIN handling.published_case o ON o.case_id = m.id
                     WHERE m.root = c.case_id) AS opened_at,
                   (SELECT min(v.kev_since) FROM member m
                      JOIN handling.published_case_vulnerability h ON h.case_id = m.id
                      JOIN advisory.published_vulnerability v ON v.vulnerability_id = h.vulnerability_id
                     WHERE m.root = c.case_id) AS kev_since,
                   (SELECT min(f.opened_at) FROM member m
                      JOIN handling.published_case_vulnerability h ON h.case_id = m.id
                      JOIN finding.published_finding f ON f.vulnerability_id = h.vulnerability_id
                     WHERE m.root = c.case_id) AS matched_at
              FROM handling.published_case c
              LEFT JOIN handling.published_case_triage t ON t.case_id = c.case_id
             WHERE c.case_id = ANY (:cases)
            """;

    private final JdbcClient jdbc;

    DerivedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param merged  the cases that were merged into them: what is known of these counts for those
    Map<UUID, Derived> of(Collection<UUID> cases, Map<UUID, List<Member>> merged) {
        UUID[] ids = cases.toArray(UUID[]::new);
        List<UUID> roots = new ArrayList<>(cases);
        List<UUID> members = new ArrayList<>(cases);
        merged.forEach((root, all) -> all.forEach(one -> {
            roots.add(root);
            members.add(one.id());
        }));
        Map<UUID, Products> reached = new HashMap<>();
        var products = jdbc.sql(PRODUCTS)
                .param("roots", roots.toArray(UUID[]::new))
                .param("members", members.toArray(UUID[]::new))
                .param("closed", FindingState.CLOSED.word())
                .param("uncontrolled", Verdict.UNCONTROLLED.word());
        products.query((ResultSet row) -> {
            reached.computeIfAbsent(Rows.id(row, "case_id"), _ -> new Products())
                    .add(row);
        });
        Map<UUID, List<Derived.Report>> reports = reports(ids);
        Map<UUID, Derived> derived = new HashMap<>();
        var known = jdbc.sql(CASES)
                .param("cases", ids)
                .param("roots", roots.toArray(UUID[]::new))
                .param("members", members.toArray(UUID[]::new));
        known.query((ResultSet row) -> {
            UUID id = Rows.id(row, "case_id");
            derived.put(
                    id,
                    reached.getOrDefault(id, new Products())
                            .derived(
                                    row.getObject("kev_since", LocalDate.class),
                                    Rows.instant(row, "opened_at"),
                                    Rows.instantOrNull(row, "matched_at"),
                                    Rows.instantOrNull(row, "triaged_at"),
                                    reports.getOrDefault(id, List.of())));
        });
        return derived;
    }

    /// Those that somebody outside sent, who waits for an answer.
    private Map<UUID, List<Derived.Report>> reports(UUID[] cases) {
        Map<UUID, List<Derived.Report>> reports = new HashMap<>();
        jdbc.sql("""
                SELECT s.case_id, s.received_at, s.acknowledged_at FROM handling.published_case_signal s
                 WHERE s.case_id = ANY (:cases) AND s.origin = 'researcher'
                 ORDER BY s.received_at, s.signal_id
                """).param("cases", cases).query((ResultSet row) -> {
            reports.computeIfAbsent(Rows.id(row, "case_id"), _ -> new ArrayList<>())
                    .add(new Derived.Report(
                            Rows.instant(row, "received_at"), Rows.instantOrNull(row, "acknowledged_at")));
        });
        return reports;
    }

    /// What the products of one case come to together. What is not known of one is not known.
    private static final class Products {

        private final Set<ProductId> products = new HashSet<>();
        private final Set<String> markets = new HashSet<>();
        private final Set<String> classes = new HashSet<>();
        private int uncontrolled;
        private int undecided;
        private boolean marketUnknown;
        private boolean classUnknown;
        private boolean isDevice;

        void add(ResultSet row) throws SQLException {
            products.add(new ProductId(Rows.id(row, "product_id")));
            uncontrolled += row.getBoolean("uncontrolled") ? 1 : 0;
            undecided += row.getBoolean("undecided") ? 1 : 0;
            List<String> places = Rows.texts(row, "markets");
            List<String> american = Rows.texts(row, "us_classes");
            markets.addAll(places);
            classes.addAll(american);
            marketUnknown |= places.isEmpty();
            classUnknown |= american.isEmpty() && (places.isEmpty() || places.contains("US"));
            isDevice |= row.getBoolean("is_device");
        }

        Derived derived(
                @Nullable LocalDate kevSince,
                Instant opened,
                @Nullable Instant matched,
                @Nullable Instant triaged,
                List<Derived.Report> reports) {
            return new Derived(
                    products,
                    marketUnknown ? Set.of() : markets,
                    highest(),
                    isDevice,
                    determination(),
                    because(),
                    kevSince,
                    opened,
                    matched,
                    triaged,
                    reports);
        }

        private @Nullable String highest() {
            if (classes.contains(HIGHEST)) {
                return HIGHEST;
            }
            return classUnknown ? null : classes.stream().max(String::compareTo).orElse(null);
        }

        private Determination determination() {
            if (uncontrolled > 0) {
                return Determination.UNCONTROLLED;
            }
            return products.isEmpty() || undecided > 0 ? Determination.UNKNOWN : Determination.CONTROLLED;
        }

        private String because() {
            if (products.isEmpty()) {
                return "no product is known that it reaches";
            }
            if (uncontrolled > 0) {
                return "decided to be uncontrolled in %d of %s"
                        .formatted(uncontrolled, Words.counted(products.size(), "product", "products"));
            }
            if (undecided > 0) {
                return "%d of %s %s for a decision"
                        .formatted(
                                undecided,
                                Words.counted(products.size(), "product that is reached", "products that are reached"),
                                undecided == 1 ? "waits" : "wait");
            }
            return products.size() == 1
                    ? "decided in the one product that is reached"
                    : "decided in each of %d products that are reached".formatted(products.size());
        }
    }
}
