package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Marks decisions for which a new fact asks anew, about their vulnerability or about one that is used
/// with it in a chain.
@Component
class Outdating extends NewFacts {

    private static final Actor WARD = Actor.machine("assessment");

    /// What each decision that stands was made on, and what is so now. What another assessment says of a
    /// vulnerability of the chain counts where whoever sees the decision may see it.
    private static final String NEWS = """
            WITH standing AS (
                SELECT d.*, a.restricted_to,
                       coalesce((SELECT m.merged_into FROM advisory.published_merged_vulnerability m
                                  WHERE m.vulnerability_id = d.vulnerability_id), d.vulnerability_id) AS told_id
                  FROM assessment.decision d
                  JOIN assessment.assessment a ON a.id = d.assessment_id AND a.version = d.version
                 WHERE a.state IN ('decided', 'outdated')),
            chained AS (
                SELECT s.id, s.product_id, s.assessment_id, s.restricted_to, s.decided_at, left(c.name, 200) AS name,
                       c.vulnerability_id IS NULL AS unheard, c.kev_since, c.exploitation, c.advisory_modified,
                       coalesce(m.merged_into, c.vulnerability_id, assessment.vulnerability_called(c.name)) AS told_id
                  FROM standing s
                  JOIN assessment.decision_chained c ON c.decision_id = s.id
                  LEFT JOIN advisory.published_merged_vulnerability m ON m.vulnerability_id = c.vulnerability_id),
            links AS (
                SELECT c.id, c.name, c.decided_at, o.id AS assessment_id
                  FROM chained c
                  JOIN assessment.assessment o ON o.product_id = c.product_id AND o.id <> c.assessment_id
                       AND (o.vulnerability_id = c.told_id OR o.vulnerability IN (c.name, split_part(c.name, ' ', 1)))
                 WHERE o.restricted_to IS NULL OR o.restricted_to = c.restricted_to),
            told AS (
                SELECT s.*, v.kev_since AS kev_now, v.exploitation AS exploitation_now,
                       (SELECT max(r.modified) FROM advisory.published_record r
                         WHERE r.vulnerability_id = s.told_id) AS modified_now
                  FROM (SELECT id, told_id, NULL AS link, false AS unheard, kev_since, exploitation, advisory_modified
                          FROM standing
                        UNION ALL
                        SELECT id, told_id, '"' || name || '" in its chain', unheard, kev_since, exploitation,
                               advisory_modified
                          FROM chained) s
                  JOIN advisory.published_vulnerability v ON v.vulnerability_id = s.told_id),
            news AS (
                SELECT id, 'kev' AS trigger,
                       'CISA lists ' || coalesce(link, 'it') || ' as exploited since ' || kev_now || '.' AS because
                  FROM told WHERE kev_now IS NOT NULL AND kev_since IS NULL
                UNION ALL
                SELECT id, 'exploitation', 'CISA says of '
                       || coalesce('the exploitation of ' || link, 'its exploitation') || ' now: ' || exploitation_now || '.'
                  FROM told WHERE exploitation_now IN ('poc', 'active') AND exploitation_now IS DISTINCT FROM exploitation
                UNION ALL
                SELECT id, 'advisory', 'A source revised its record ' || coalesce('of ' || link || ' ', '') || 'on '
                       || to_char(modified_now AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
                  FROM told WHERE modified_now > coalesce(advisory_modified, '-infinity')
                UNION ALL
                SELECT id, 'advisory', 'A source tells of ' || link || ' by now.'
                  FROM told WHERE unheard AND modified_now IS NULL
                UNION ALL
                SELECT s.id, 'performance', 'The essential performance of the product was approved anew.'
                  FROM standing s
                 WHERE s.verdict <> 'not-affected'
                   AND EXISTS (SELECT FROM performance.published_version v
                                WHERE v.product_id = s.product_id AND v.sequence > s.performance)
                UNION ALL
                SELECT id, 'date', 'It was to be looked at again by ' || reassess_by || '.'
                  FROM standing WHERE reassess_by <= :today
                UNION ALL
                SELECT DISTINCT s.id, 'recheck', 'A release that is undetermined was to be looked at again.'
                  FROM standing s
                  JOIN (SELECT decision_id, recheck_on FROM assessment.decision_release
                        UNION ALL
                        SELECT decision_id, recheck_on FROM assessment.decision_configuration) r ON r.decision_id = s.id
                 WHERE r.recheck_on <= :today
                UNION ALL
                SELECT l.id, 'recheck', 'A release in which "' || l.name
                       || '" in its chain is undetermined was to be looked at again.'
                  FROM links l
                  JOIN assessment.decision k ON k.assessment_id = l.assessment_id
                  JOIN (SELECT decision_id, recheck_on FROM assessment.decision_release
                        UNION ALL
                        SELECT decision_id, recheck_on FROM assessment.decision_configuration) r ON r.decision_id = k.id
                 WHERE r.recheck_on <= :today AND r.recheck_on >= (l.decided_at AT TIME ZONE 'UTC')::date
                   AND NOT EXISTS (SELECT FROM assessment.decision later
                                    WHERE later.assessment_id = k.assessment_id AND later.version > k.version)
                UNION ALL
                SELECT DISTINCT s.id, 'release', 'It was found in a further release.'
                  FROM standing s
                  JOIN finding.published_finding f ON f.vulnerability_id = s.told_id AND f.state IN ('open', 'candidate')
                  JOIN product.published_release r ON r.release_id = f.release_id AND r.product_id = s.product_id
                 WHERE NOT EXISTS (SELECT FROM assessment.presence p
                                    WHERE p.vulnerability = s.vulnerability AND p.release_id = f.release_id)
                   AND NOT EXISTS (SELECT FROM assessment.decision_cover c
                                     JOIN assessment.covered_component k ON k.decision_id = c.decision_id
                                    WHERE c.decision_id = s.id AND c.covers_until > :today
                                      AND k.component_id = f.component_id)
                UNION ALL
                SELECT DISTINCT s.id, 'release', 'It was found anew in a release that the decision says is without it.'
                  FROM standing s
                  JOIN (SELECT decision_id, release_id, presence FROM assessment.decision_release
                        UNION ALL
                        SELECT decision_id, release_id, presence FROM assessment.decision_configuration) w
                         ON w.decision_id = s.id AND w.presence = 'absent'
                  JOIN finding.published_finding f ON f.vulnerability_id = s.told_id AND f.release_id = w.release_id
                       AND f.state IN ('open', 'candidate') AND f.opened_at > s.decided_at
                UNION ALL
                SELECT DISTINCT s.id, 'configuration', 'A release of it runs in a further configuration.'
                  FROM standing s
                  JOIN assessment.decision_configuration d ON d.decision_id = s.id
                  JOIN product.published_configuration_release r ON r.release_id = d.release_id
                  JOIN product.published_configuration c ON c.configuration_id = r.configuration_id AND NOT c.archived
                 WHERE NOT EXISTS (SELECT FROM assessment.decision_configuration k
                                    WHERE k.decision_id = s.id AND k.release_id = r.release_id
                                      AND k.configuration_id = r.configuration_id)
                UNION ALL
                SELECT DISTINCT s.id, 'control', 'A compensating control of ' || s.whose
                       || ' was verified or withdrawn, or has expired.'
                  FROM (SELECT id, assessment_id, decided_at, 'it' AS whose FROM standing
                        UNION ALL
                        SELECT id, assessment_id, decided_at, '"' || name || '" in its chain' FROM links) s
                  JOIN assessment.compensating_control c ON c.assessment_id = s.assessment_id
                 WHERE (c.issued_at IS NOT NULL AND greatest(c.verified_at, c.withdrawn_at) > s.decided_at)
                    OR (c.state IN ('issued', 'verified') AND c.expires_on < :today
                        AND c.expires_on >= (s.decided_at AT TIME ZONE 'UTC')::date)
                UNION ALL
                SELECT id, 'matrix', 'Another risk matrix is in force.'
                  FROM standing WHERE matrix <> :matrix AND verdict <> 'not-affected'
                UNION ALL
                SELECT id, 'exploitability', 'Another table of exploitability is in force.'
                  FROM standing WHERE exploitability_table <> :exploitability AND verdict <> 'not-affected'),
            marked AS (
                INSERT INTO assessment.outdated (decision_id, trigger, because, at)
                SELECT id, trigger, because, :now FROM news
                    ON CONFLICT DO NOTHING
                RETURNING decision_id, trigger),
            turned AS (
                UPDATE assessment.assessment a
                   SET state = 'outdated', revision = a.revision + 1, changed_at = :now
                  FROM assessment.decision d
                 WHERE d.id IN (SELECT decision_id FROM marked) AND a.id = d.assessment_id AND a.state = 'decided')
            SELECT trigger, count(*) AS found FROM marked GROUP BY trigger
            """;

    private final RiskRules rules;

    Outdating(Looking looking, RiskRules rules) {
        super(looking, WARD, NEWS, Act.of("assessments.outdated", "assessment", "all"));
        this.rules = rules;
    }

    @Override
    Map<String, Object> parameters() {
        RiskTables tables = rules.inForce();
        return Map.of(
                "matrix",
                tables.matrix().id(),
                "exploitability",
                tables.exploitability().id());
    }
}
