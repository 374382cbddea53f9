package dev.ward.assessment;

import dev.ward.advisory.AdvisoriesRevised;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.performance.EssentialPerformanceApproved;
import dev.ward.rule.RuleSetInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Marks decisions for which a new fact asks anew. It looks when something was told, and now and then in case
/// that it was not.
@Component
class Outdating {

    private static final Actor WARD = Actor.machine("assessment");

    /// What each decision that stands was made on, and what is so now.
    private static final String NEW = """
            WITH standing AS (
                SELECT d.*, coalesce((SELECT m.merged_into FROM advisory.published_merged_vulnerability m
                                       WHERE m.vulnerability_id = d.vulnerability_id), d.vulnerability_id) AS told_id
                  FROM assessment.decision d
                  JOIN assessment.assessment a ON a.id = d.assessment_id AND a.version = d.version
                 WHERE a.state IN ('decided', 'outdated')),
            told AS (
                SELECT s.id, s.kev_since, s.exploitation, s.advisory_modified, v.kev_since AS kev_now,
                       v.exploitation AS exploitation_now,
                       (SELECT max(r.modified) FROM advisory.published_record r
                         WHERE r.vulnerability_id = s.told_id) AS modified_now
                  FROM standing s
                  JOIN advisory.published_vulnerability v ON v.vulnerability_id = s.told_id),
            news AS (
                SELECT id, 'kev' AS trigger, 'CISA lists it as exploited since ' || kev_now || '.' AS because
                  FROM told WHERE kev_now IS NOT NULL AND kev_since IS NULL
                UNION ALL
                SELECT id, 'exploitation', 'CISA says of its exploitation now: ' || exploitation_now || '.'
                  FROM told WHERE exploitation_now IN ('poc', 'active') AND exploitation_now IS DISTINCT FROM exploitation
                UNION ALL
                SELECT id, 'advisory', 'A source revised its record on '
                       || to_char(modified_now AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
                  FROM told WHERE modified_now > coalesce(advisory_modified, '-infinity')
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
                SELECT DISTINCT s.id, 'configuration', 'A release of it runs in a further configuration.'
                  FROM standing s
                  JOIN assessment.decision_configuration d ON d.decision_id = s.id
                  JOIN product.published_configuration_release r ON r.release_id = d.release_id
                  JOIN product.published_configuration c ON c.configuration_id = r.configuration_id AND NOT c.archived
                 WHERE NOT EXISTS (SELECT FROM assessment.decision_configuration k
                                    WHERE k.decision_id = s.id AND k.release_id = r.release_id
                                      AND k.configuration_id = r.configuration_id)
                UNION ALL
                SELECT DISTINCT s.id, 'control', 'A compensating control of it was verified or withdrawn, or has expired.'
                  FROM standing s JOIN assessment.compensating_control c ON c.assessment_id = s.assessment_id
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
            SELECT trigger, count(*) AS decisions FROM marked GROUP BY trigger
            """;

    private record Marked(String trigger, long decisions) {}

    private final AtomicBoolean told = new AtomicBoolean();
    private final JdbcClient jdbc;
    private final RiskRules rules;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Outdating(JdbcClient jdbc, RiskRules rules, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void on(AdvisoriesRevised event) {
        told.set(true);
    }

    @EventListener
    void on(EssentialPerformanceApproved event) {
        told.set(true);
    }

    @EventListener
    void on(RuleSetInForce event) {
        told.set(true);
    }

    /// Whoever tells does not wait for it, and does not fail with it.
    @Scheduled(fixedDelayString = "PT5S")
    void lookWhenTold() {
        if (told.getAndSet(false)) {
            look();
        }
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10M")
    void lookNowAndThen() {
        look();
    }

    /// @return how many reasons were found
    long look() {
        Map<String, Long> found = transactions.execute(_ -> mark());
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> mark() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        RiskTables tables = rules.inForce();
        List<Marked> marked = jdbc.sql(NEW)
                .param("today", today)
                .param("now", now)
                .param("matrix", tables.matrix().id())
                .param("exploitability", tables.exploitability().id())
                .query((row, _) -> new Marked(row.getString("trigger"), row.getLong("decisions")))
                .list();
        Map<String, Long> found = new TreeMap<>();
        marked.forEach(one -> found.put(one.trigger(), one.decisions()));
        if (!found.isEmpty()) {
            Act act = Act.of("assessments.outdated", "assessment", "all");
            for (Map.Entry<String, Long> one : found.entrySet()) {
                act = act.after(one.getKey(), one.getValue().toString());
            }
            audit.record(WARD, act);
        }
        return found;
    }
}
