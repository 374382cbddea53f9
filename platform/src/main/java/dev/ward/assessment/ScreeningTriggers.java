package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Pulls rows out of dispositions for which a new fact asks for another look. What it compares is kept
/// per vulnerability and product, not per row.
@Component
class ScreeningTriggers extends NewFacts {

    private static final Actor WARD = Actor.machine("screening");

    private static final String NEWS = """
            WITH signed AS (
                SELECT id, verdict, rule, reassess_by FROM assessment.screening WHERE state = 'signed'),
            vulnerability AS (
                SELECT k.screening_id, k.vulnerability_id,
                       CASE WHEN v.kev_since IS NOT NULL THEN 'kev'
                            WHEN v.exploitation IN ('poc', 'active') AND v.exploitation IS DISTINCT FROM k.exploitation
                            THEN 'exploitation'
                            WHEN (SELECT max(r.modified) FROM advisory.published_record r
                                   WHERE r.vulnerability_id = v.vulnerability_id)
                                 > coalesce(k.advisory_modified, '-infinity') THEN 'advisory' END AS trigger,
                       v.kev_since, v.exploitation
                  FROM assessment.screened_vulnerability k
                  JOIN signed s ON s.id = k.screening_id
                  JOIN advisory.published_vulnerability v ON v.vulnerability_id = coalesce(
                       (SELECT m.merged_into FROM advisory.published_merged_vulnerability m
                         WHERE m.vulnerability_id = k.vulnerability_id), k.vulnerability_id)),
            news AS (
                SELECT r.screening_id, r.finding_id, n.trigger,
                       CASE n.trigger WHEN 'kev' THEN 'CISA lists it as exploited since ' || n.kev_since || '.'
                                      WHEN 'exploitation' THEN 'CISA says of its exploitation now: ' || n.exploitation || '.'
                                      ELSE 'A source revised its record.' END AS because
                  FROM vulnerability n
                  JOIN assessment.screened_row r USING (screening_id, vulnerability_id)
                 WHERE n.trigger IS NOT NULL AND r.stands
                UNION ALL
                SELECT r.screening_id, r.finding_id, 'performance', 'The essential performance of the product was approved anew.'
                  FROM signed s
                  JOIN assessment.screened_product p ON p.screening_id = s.id
                  JOIN assessment.screened_row r ON r.screening_id = s.id AND r.product_id = p.product_id
                 WHERE s.verdict = 'controlled' AND r.stands
                   AND EXISTS (SELECT FROM performance.published_version v
                                WHERE v.product_id = p.product_id AND v.sequence > p.performance)
                UNION ALL
                SELECT r.screening_id, r.finding_id, 'path', 'An essential function is said to depend on its component.'
                  FROM signed s
                  JOIN assessment.screened_product p ON p.screening_id = s.id
                  JOIN performance.published_link l ON l.product_id = p.product_id AND l.function_id IS NOT NULL
                  JOIN sbom.published_component c ON c.product_line = l.product_line
                  JOIN assessment.screened_row r ON r.screening_id = s.id AND r.component_id = c.component_id
                       AND r.product_id = p.product_id
                  JOIN product.published_release e ON e.release_id = r.release_id
                       AND (e.model_id IS NULL OR l.model_id IS NULL OR e.model_id = l.model_id)
                 WHERE s.verdict = 'controlled' AND r.stands
                UNION ALL
                SELECT r.screening_id, r.finding_id, 'date', 'It was to be looked at again by ' || s.reassess_by || '.'
                  FROM signed s JOIN assessment.screened_row r ON r.screening_id = s.id
                 WHERE s.reassess_by <= :today AND r.stands
                UNION ALL
                SELECT r.screening_id, r.finding_id, 'assessed', 'Both disciplines assess it.'
                  FROM assessment.presence p
                  JOIN assessment.assessment a ON a.id = p.assessment_id
                  JOIN assessment.screened_row r ON r.release_id = p.release_id AND r.vulnerability_id = a.vulnerability_id
                 WHERE p.shared AND r.stands),
            pulled AS (
                UPDATE assessment.screened_row r
                   SET stands = false, pulled_at = :now, pulled_because = n.because
                  FROM (SELECT DISTINCT ON (screening_id, finding_id) * FROM news ORDER BY screening_id, finding_id, trigger) n
                 WHERE r.screening_id = n.screening_id AND r.finding_id = n.finding_id AND r.stands
                RETURNING n.trigger)
            SELECT trigger, count(*) AS found FROM pulled GROUP BY trigger
            """;

    ScreeningTriggers(Looking looking) {
        super(looking, WARD, NEWS, Act.of("screening.pulled", Screening.RECORD, "all"));
    }

    @Override
    Map<String, Object> parameters() {
        return Map.of();
    }
}
