package dev.ward.assessment;

import dev.ward.identity.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statement that says of findings whether a rule of the policy names them. What is not known is
/// never in favour: a score that nobody gave is not low, and a component of which nobody spoke is not
/// apart.
final class Fitting {

    /// Components of which somebody has said, with a reason, that no essential function of the release's
    /// models depends on them; each model must have an approved essential performance, or nobody could
    /// know.
    private static final String APART = """
            subject AS (
                SELECT r.release_id, r.product_id, coalesce(r.model_id, m.model_id) AS model_id
                  FROM product.published_release r
                  LEFT JOIN product.published_model m ON m.product_id = r.product_id AND r.model_id IS NULL),
            described AS (
                SELECT s.release_id, s.product_id, s.model_id, count(*) OVER (PARTITION BY s.release_id) AS described,
                       (SELECT count(*) FROM subject o WHERE o.release_id = s.release_id) AS subjects
                  FROM subject s
                  JOIN performance.published_version v
                    ON v.in_force AND v.product_id = s.product_id AND v.model_id IS NOT DISTINCT FROM s.model_id),
            apart AS MATERIALIZED (
                SELECT s.release_id, l.product_line
                  FROM described s
                  JOIN performance.published_link l
                    ON l.product_id = s.product_id AND l.model_id IS NOT DISTINCT FROM s.model_id
                 WHERE s.described = s.subjects AND l.product_line IS NOT NULL
                 GROUP BY s.release_id, l.product_line, s.subjects
                HAVING bool_and(l.function_id IS NULL) AND count(DISTINCT coalesce(s.model_id, s.product_id)) = s.subjects)
            """;

    private final String text;
    private final Map<String, Object> parameters = new HashMap<>();

    private Fitting(Reader reader, ScreeningRule rule, String asked) {
        String quiet = switch (rule.quiet()) {
            case NONE_SAID -> "coalesce(v.exploitation = 'none', false)";
            case NONE_KNOWN -> "coalesce(v.exploitation, 'none') = 'none'";
            case NOT_ACTIVE -> "coalesce(v.exploitation, 'none') <> 'active'";
        };
        String mild = rule.scoreAtMost() == null ? "TRUE" : "coalesce(v.score <= :scoreAtMost, false)";
        String apart = rule.apart()
                ? "EXISTS (SELECT FROM apart o WHERE o.release_id = f.release_id AND o.product_line = c.product_line)"
                : "TRUE";
        if (rule.scoreAtMost() != null) {
            parameters.put("scoreAtMost", rule.scoreAtMost());
        }
        this.text = "WITH " + (rule.apart() ? APART + ", " : "")
                + """
            judged AS (
                SELECT f.finding_id, f.release_id, r.product_id, f.component_id, f.vulnerability_id, v.exploitation,
                       v.kev_since IS NOT NULL OR coalesce(v.exploitation = 'active', false) AS exploited,
                       NOT (%1$s) AS loud, NOT (%2$s) AS grave, NOT (%3$s) AS connected,
                       EXISTS (SELECT FROM assessment.presence p JOIN assessment.assessment a ON a.id = p.assessment_id
                                WHERE p.shared AND p.release_id = f.release_id
                                  AND (a.vulnerability_id = f.vulnerability_id OR a.vulnerability = v.name)) AS assessed,
                       EXISTS (SELECT FROM assessment.screened_row w
                                WHERE w.stands AND w.finding_id = f.finding_id) AS screened,
                       concat_ws(' ', f.finding_id, f.release_id, c.public_id, v.name,
                                 'kev=' || coalesce(v.kev_since::text, '-'),
                                 'exploitation=' || coalesce(v.exploitation, '-'),
                                 'score=' || coalesce(v.score::text, '-'),
                                 'path=' || CASE WHEN %3$s THEN '%4$s' ELSE '-' END) AS line
                  FROM finding.published_finding f
                  JOIN advisory.published_vulnerability v USING (vulnerability_id)
                  JOIN sbom.published_component c USING (component_id)
                  JOIN product.published_release r ON r.release_id = f.release_id
                 WHERE f.state IN ('open', 'candidate') AND %5$s)
            """.formatted(quiet, mild, apart, rule.apart() ? "none" : "-", asked + " AND " + reader.sees("r"));
    }

    /// The findings that a filter asks for.
    static Fitting of(Reader reader, ScreeningRule rule, ScreeningFilter filter) {
        StringBuilder asked = new StringBuilder("TRUE");
        Map<String, Object> values = new HashMap<>();
        add(asked, values, "r.product_id = :product", "product", filter.product());
        add(asked, values, "f.release_id = :release", "release", filter.release());
        add(asked, values, "c.public_id = :component", "component", filter.component());
        add(
                asked,
                values,
                "starts_with(lower(c.name), lower(:componentName))",
                "componentName",
                filter.componentName());
        add(asked, values, """
                f.vulnerability_id IN (SELECT n.vulnerability_id FROM advisory.published_name n WHERE n.name = :vulnerability
                                       UNION ALL
                                       SELECT i.vulnerability_id FROM advisory.published_vulnerability i
                                        WHERE i.name = :vulnerability)""", "vulnerability", filter.vulnerability());
        Fitting fitting = new Fitting(reader, rule, asked.toString());
        fitting.parameters.putAll(values);
        return fitting;
    }

    /// The findings of a disposition that was prepared.
    static Fitting of(Reader reader, ScreeningRule rule, ScreeningId prepared) {
        Fitting fitting = new Fitting(
                reader,
                rule,
                "f.finding_id IN (SELECT w.finding_id FROM assessment.screened_row w WHERE w.screening_id = :prepared)");
        fitting.parameters.put("prepared", prepared.value());
        return fitting;
    }

    private static void add(
            StringBuilder asked, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            asked.append(" AND ").append(condition);
            values.put(name, value instanceof UUID id ? id : value.toString());
        }
    }

    /// The condition over `judged` that a finding fits.
    static final String FITS = "NOT (exploited OR loud OR grave OR connected OR assessed OR screened)";

    /// Ends with the list `judged`, one row for each finding that is asked for.
    String text() {
        return text;
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
