package dev.ward.regulation;

import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.regulation.DueSummary.Waits;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SummaryRepository {

    private final JdbcClient jdbc;

    SummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long overdue, long soon) {}

    /// @param owner  whose cases; null for all
    Counts counts(Reader reader, @Nullable AccountId owner, Instant until) {
        return jdbc.sql("""
            SELECT count(*) FILTER (WHERE d.state = 'overdue') AS overdue,
                   count(*) FILTER (WHERE d.state IN ('running', 'warning') AND d.over_at <= :until) AS soon
              FROM clock.published_deadline d
              JOIN handling.published_case c ON c.case_id = d.owner_id
             WHERE d.owner_kind = 'case' AND d.state IN ('running', 'warning', 'overdue') AND %s
               AND (:owner::uuid IS NULL OR c.owner_id = :owner::uuid)
            """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("until", Rows.utc(until))
                .param("owner", owner == null ? null : owner.toString())
                .query((row, _) -> new Counts(row.getLong("overdue"), row.getLong("soon")))
                .single();
    }

    List<Waits> waiting(Reader reader, @Nullable AccountId owner, int most) {
        return jdbc.sql("""
            SELECT c.public_id, c.title, w.what, w.since
              FROM (SELECT a.case_id, 'a later declaration of awareness' AS what, a.entered_at AS since
                      FROM regulation.awareness a WHERE a.later AND a.confirmed_at IS NULL
                     UNION ALL
                    SELECT e.case_id, 'a milder verdict on an event', v.signed_at
                      FROM regulation.association v JOIN regulation.adverse_event e ON e.id = v.event_id
                     WHERE v.milder AND v.confirmed_at IS NULL
                       AND NOT EXISTS (SELECT FROM regulation.association n
                                        WHERE n.event_id = v.event_id AND n.version > v.version)
                     UNION ALL
                    SELECT e.case_id, 'the withdrawal of an event', d.signed_at
                      FROM regulation.event_withdrawal d JOIN regulation.adverse_event e ON e.id = d.event_id
                     WHERE d.better AND d.confirmed_at IS NULL) w
              JOIN handling.published_case c ON c.case_id = w.case_id
             WHERE %s AND (:owner::uuid IS NULL OR c.owner_id = :owner::uuid)
             ORDER BY w.since, c.public_id LIMIT :most
            """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("owner", owner == null ? null : owner.toString())
                .param("most", most)
                .query((row, _) -> new Waits(
                        Objects.requireNonNull(CaseNumber.of(row.getString("public_id"))),
                        row.getString("title"),
                        row.getString("what"),
                        Rows.instant(row, "since")))
                .list();
    }
}
