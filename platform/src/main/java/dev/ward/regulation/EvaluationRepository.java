package dev.ward.regulation;

import dev.ward.database.Rows;
import dev.ward.regulation.Judged.Outcome;
import dev.ward.signature.CanonicalRecord;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvaluationRepository {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    EvaluationRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Holds cases against other servers until the transaction ends.
    ///
    /// @return what was found last, by case; empty for one that is new
    Map<UUID, String> hold(Collection<UUID> cases, Instant now) {
        UUID[] ids = cases.stream().sorted().toArray(UUID[]::new);
        jdbc.sql("""
                INSERT INTO regulation.evaluation (case_id, evaluated_at, next_at, digest)
                SELECT one.id, :now, NULL, '' FROM unnest(:cases::uuid[]) AS one(id) ORDER BY one.id
                ON CONFLICT (case_id) DO NOTHING
                """).param("cases", ids).param("now", Rows.utc(now)).update();
        Map<UUID, String> digests = new HashMap<>();
        jdbc.sql("""
                SELECT e.case_id, e.digest FROM regulation.evaluation e
                 WHERE e.case_id = ANY (:cases) ORDER BY e.case_id FOR UPDATE
                """).param("cases", ids).query((ResultSet row) -> {
            digests.put(Rows.id(row, "case_id"), row.getString("digest"));
        });
        return digests;
    }

    void evaluated(Collection<Judged> all, Instant now) {
        template.batchUpdate(
                "UPDATE regulation.evaluation SET evaluated_at = ?, next_at = ?, digest = ? WHERE case_id = ?",
                all,
                BATCH,
                (statement, one) -> {
                    Instant next = one.nextAt();
                    statement.setObject(1, Rows.utc(now));
                    statement.setObject(2, next == null ? null : Rows.utc(next));
                    statement.setString(3, one.digest());
                    statement.setObject(4, one.caseId());
                });
    }

    /// Keeps what sets of rules came to, and the facts where that became something else.
    ///
    /// @param edition  of the book that judged
    void outcomes(Collection<Judged> all, long edition, Instant now) {
        Map<UUID, Map<String, String>> before = keptOutcomes(all);
        List<Judged> other = all.stream()
                .filter(one -> !keys(one.outcomes()).equals(before.getOrDefault(one.caseId(), Map.of())))
                .toList();
        template.batchUpdate(
                "INSERT INTO regulation.judgement (case_id, at, facts, outcomes, edition) VALUES (?, ?, ?, ?, ?)",
                other,
                BATCH,
                (statement, one) -> {
                    statement.setObject(1, one.caseId());
                    statement.setObject(2, Rows.utc(now));
                    statement.setString(3, one.facts());
                    statement.setString(4, CanonicalRecord.of(one.outcomes()));
                    statement.setLong(5, edition);
                });
        List<Map.Entry<UUID, Outcome>> rows = all.stream()
                .flatMap(one -> one.outcomes().stream().map(outcome -> Map.entry(one.caseId(), outcome)))
                .toList();
        template.batchUpdate(UPSERT, rows, BATCH, (statement, row) -> {
            Outcome outcome = row.getValue();
            statement.setObject(1, row.getKey());
            statement.setString(2, outcome.ruleSet());
            statement.setString(3, outcome.version());
            statement.setString(4, outcome.outcome());
            statement.setString(5, outcome.text());
            statement.setInt(6, outcome.place());
            statement.setBoolean(7, outcome.certain());
            statement.setObject(8, Rows.utc(now));
        });
        jdbc.sql("""
                DELETE FROM regulation.outcome o
                 WHERE o.case_id = ANY (:cases)
                   AND NOT EXISTS (SELECT FROM unnest(:owners::uuid[], :sets::text[]) AS f(case_id, rule_set)
                                    WHERE f.case_id = o.case_id AND f.rule_set = o.rule_set)
                """)
                .param("cases", all.stream().map(Judged::caseId).toArray(UUID[]::new))
                .param("owners", rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param(
                        "sets",
                        rows.stream().map(row -> row.getValue().ruleSet()).toArray(String[]::new))
                .update();
    }

    private static final String UPSERT = """
            INSERT INTO regulation.outcome AS o
                   (case_id, rule_set, version, outcome, outcome_text, place, certain, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (case_id, rule_set) DO UPDATE
               SET version = excluded.version, outcome = excluded.outcome, outcome_text = excluded.outcome_text,
                   place = excluded.place, certain = excluded.certain,
                   since = CASE WHEN o.outcome = excluded.outcome THEN o.since ELSE excluded.since END
             WHERE (o.version, o.outcome, o.outcome_text, o.place, o.certain)
                   IS DISTINCT FROM
                   (excluded.version, excluded.outcome, excluded.outcome_text, excluded.place, excluded.certain)
            """;

    private Map<UUID, Map<String, String>> keptOutcomes(Collection<Judged> all) {
        Map<UUID, Map<String, String>> kept = new HashMap<>();
        jdbc.sql(
                        "SELECT o.case_id, o.rule_set, o.version, o.outcome FROM regulation.outcome o WHERE o.case_id = ANY (:cases)")
                .param("cases", all.stream().map(Judged::caseId).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    kept.computeIfAbsent(Rows.id(row, "case_id"), _ -> new HashMap<>())
                            .put(row.getString("rule_set"), row.getString("version") + " " + row.getString("outcome"));
                });
        return kept;
    }

    private static Map<String, String> keys(List<Outcome> outcomes) {
        Function<Outcome, String> key = one -> one.version() + " " + one.outcome();
        return outcomes.stream().collect(Collectors.toMap(Outcome::ruleSet, key));
    }

    /// Cases that were never looked at, that time or a person may have changed since, or of which
    /// something was decided.
    ///
    /// @param decidedSince  from when decisions are looked at
    List<UUID> stale(Instant now, Instant decidedSince, int most) {
        return jdbc.sql("""
                SELECT c.case_id FROM handling.published_case c
                  LEFT JOIN regulation.evaluation e ON e.case_id = c.case_id
                 WHERE e.case_id IS NULL OR e.next_at <= :now OR c.changed_at > e.evaluated_at
                 UNION
                SELECT v.case_id
                  FROM assessment.published_decision d
                  JOIN handling.published_case_vulnerability v ON v.vulnerability_id = d.vulnerability_id
                  JOIN regulation.evaluation e ON e.case_id = v.case_id
                 WHERE d.decided_at > :since AND d.decided_at > e.evaluated_at
                 LIMIT :most
                """)
                .param("now", Rows.utc(now))
                .param("since", Rows.utc(decidedSince))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /// How cases are called, by id.
    Map<UUID, String> numbers(Collection<UUID> cases) {
        Map<UUID, String> all = new HashMap<>();
        jdbc.sql("SELECT c.case_id, c.public_id FROM handling.published_case c WHERE c.case_id = ANY (:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    all.put(Rows.id(row, "case_id"), row.getString("public_id"));
                });
        return all;
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM handling.published_case")
                .query(Long.class)
                .single();
    }

    /// All cases, in slices by their ids.
    ///
    /// @param after  the last of the slice before; the nil UUID for the first
    List<UUID> slice(UUID after, int most) {
        return jdbc.sql("SELECT c.case_id FROM handling.published_case c WHERE c.case_id > :after"
                        + " ORDER BY c.case_id LIMIT :most")
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
