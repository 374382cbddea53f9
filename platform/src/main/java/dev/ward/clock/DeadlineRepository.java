package dev.ward.clock;

import dev.ward.database.Uuids;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeadlineRepository {

    private static final int BATCH = 500;

    private static final String KEEP = """
            INSERT INTO clock.deadline AS d
                   (id, owner_kind, owner_id, key, clock, name, rule_set, authority, binding, started_by, start_text, start_at,
                    last_day, zone, ends_at, over_at, warns_at, state, stopped, missing, steps, next_at, changed_at,
                    end_known_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (owner_kind, owner_id, key) DO UPDATE
               SET name = excluded.name, rule_set = excluded.rule_set, authority = excluded.authority,
                   binding = excluded.binding, started_by = excluded.started_by, start_text = excluded.start_text,
                   start_at = excluded.start_at, last_day = excluded.last_day, zone = excluded.zone,
                   ends_at = excluded.ends_at, over_at = excluded.over_at, warns_at = excluded.warns_at,
                   state = excluded.state, stopped = excluded.stopped, missing = excluded.missing, steps = excluded.steps,
                   next_at = excluded.next_at, changed_at = excluded.changed_at,
                   end_known_at = CASE WHEN d.over_at = excluded.over_at AND d.state IN ('running', 'warning', 'overdue')
                                       THEN d.end_known_at ELSE excluded.end_known_at END
             WHERE (d.name, d.rule_set, d.authority, d.started_by, d.start_text, d.start_at, d.last_day, d.zone, d.ends_at,
                    d.warns_at, d.state, d.stopped, d.missing, d.steps)
                   IS DISTINCT FROM
                   (excluded.name, excluded.rule_set, excluded.authority, excluded.started_by, excluded.start_text,
                    excluded.start_at, excluded.last_day, excluded.zone, excluded.ends_at, excluded.warns_at, excluded.state,
                    excluded.stopped, excluded.missing, excluded.steps)
            """;

    /// How often a deadline was opened again.
    private static final String ROUND =
            "(SELECT count(*) FROM clock.move m WHERE m.deadline_id = %s.id AND m.reopened)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DeadlineRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /// @return those that were over and no longer are
    List<Reopened> keep(String kind, Map<UUID, List<DeadlineDraft>> found, Instant now) {
        List<Owned> rows = new ArrayList<>();
        found.forEach((owner, drafts) -> drafts.forEach(draft -> rows.add(new Owned(owner, draft))));
        List<Reopened> reopened = move(kind, rows, now);
        template.batchUpdate(KEEP, rows, BATCH, (statement, row) -> {
            DeadlineDraft draft = row.draft();
            Connection connection = statement.getConnection();
            int place = 0;
            statement.setObject(++place, Uuids.next());
            statement.setString(++place, kind);
            statement.setObject(++place, row.owner());
            statement.setString(++place, draft.key());
            statement.setString(++place, draft.clock());
            statement.setString(++place, draft.name());
            statement.setString(++place, draft.ruleSet());
            statement.setString(++place, draft.authority());
            statement.setString(++place, draft.binding());
            statement.setString(++place, draft.startedBy());
            statement.setString(++place, draft.startText());
            statement.setObject(++place, utc(draft.startAt()));
            statement.setObject(++place, draft.lastDay());
            statement.setString(++place, draft.zone());
            statement.setObject(++place, utc(draft.endsAt()));
            statement.setObject(++place, utc(draft.overAt()));
            statement.setArray(++place, instants(connection, draft.warnsAt()));
            statement.setString(++place, draft.state().word());
            statement.setString(++place, draft.stopped());
            statement.setArray(++place, texts(connection, draft.missing()));
            statement.setArray(++place, texts(connection, draft.steps()));
            statement.setObject(++place, draft.state().tells() ? utc(now) : null);
            statement.setObject(++place, utc(now));
            statement.setObject(++place, utc(now));
        });
        end(kind, found, now);
        return reopened;
    }

    /// Keeps which of those that are there end at another time from now on.
    private List<Reopened> move(String kind, List<Owned> rows, Instant now) {
        return jdbc.sql("""
                WITH moved AS (
                    INSERT INTO clock.move AS m (deadline_id, moved_at, was_last_day, was_over_at, last_day, over_at, reopened)
                    SELECT d.id, :now, d.last_day, d.over_at, f.last_day, f.over_at,
                           f.over_at > :now AND EXISTS (SELECT FROM clock.alarm a
                                                         WHERE a.deadline_id = d.id AND a.kind = 'over' AND a.round = %s)
                      FROM unnest(:owners::uuid[], :keys::text[], :days::date[], :overs::timestamptz[])
                           AS f(owner, key, last_day, over_at)
                      JOIN clock.deadline d ON d.owner_kind = :kind AND d.owner_id = f.owner AND d.key = f.key
                     WHERE d.over_at <> f.over_at
                    RETURNING m.deadline_id, m.was_last_day, m.was_over_at, m.last_day, m.over_at, m.reopened)
                SELECT d.owner_id, d.clock, m.was_last_day, m.was_over_at, m.last_day, m.over_at
                  FROM moved m JOIN clock.deadline d ON d.id = m.deadline_id
                 WHERE m.reopened ORDER BY d.owner_id, d.clock
                """.formatted(ROUND.formatted("d")))
                .param("now", utc(now))
                .param("kind", kind)
                .param("owners", rows.stream().map(Owned::owner).toArray(UUID[]::new))
                .param("keys", rows.stream().map(row -> row.draft().key()).toArray(String[]::new))
                .param(
                        "days",
                        rows.stream()
                                .map(row -> row.draft().lastDay())
                                .map(day -> day == null ? null : day.toString())
                                .toArray(String[]::new))
                .param(
                        "overs",
                        rows.stream()
                                .map(row -> row.draft().overAt().toString())
                                .toArray(String[]::new))
                .query((row, _) -> new Reopened(
                        row.getObject("owner_id", UUID.class),
                        row.getString("clock"),
                        end(row, "was_last_day", "was_over_at"),
                        end(row, "last_day", "over_at")))
                .list();
    }

    private static String end(ResultSet row, String day, String over) throws SQLException {
        LocalDate last = row.getObject(day, LocalDate.class);
        return last == null
                ? row.getObject(over, OffsetDateTime.class).toInstant().toString()
                : last.toString();
    }

    private record Owned(UUID owner, DeadlineDraft draft) {}

    /// What its owner does not find any more is void.
    private void end(String kind, Map<UUID, List<DeadlineDraft>> found, Instant now) {
        List<UUID> owners = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        found.forEach((owner, drafts) -> drafts.forEach(draft -> {
            owners.add(owner);
            keys.add(draft.key());
        }));
        jdbc.sql("""
                UPDATE clock.deadline d SET state = 'void', next_at = NULL, changed_at = :now
                 WHERE d.owner_kind = :kind AND d.owner_id = ANY (:all) AND d.state <> 'void'
                   AND NOT EXISTS (SELECT FROM unnest(:owners::uuid[], :keys::text[]) AS f(owner, key)
                                    WHERE f.owner = d.owner_id AND f.key = d.key)
                """)
                .param("now", utc(now))
                .param("kind", kind)
                .param("all", found.keySet().toArray(UUID[]::new))
                .param("owners", owners.toArray(UUID[]::new))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /// @param late  the deadlines that were over for a while, though it was known when they would be
    record Told(int count, List<UUID> late) {}

    /// One statement: what another server tells of at the same moment is not told twice, and what is being
    /// kept at the moment is told in the next round, so that neither waits for the other.
    Told advance(Instant now) {
        return jdbc.sql("""
                WITH due AS (
                    SELECT d.id, d.over_at, d.warns_at, d.end_known_at, %s AS round FROM clock.deadline d
                     WHERE d.next_at <= :now ORDER BY d.id FOR UPDATE SKIP LOCKED),
                told AS (
                    INSERT INTO clock.alarm (deadline_id, due_at, kind, place, fired_at, known_at, over_at, round)
                    SELECT due.id, one.at, CASE WHEN one.at = due.over_at THEN 'over' ELSE 'warning' END, one.place, :now,
                           due.end_known_at, due.over_at, due.round
                      FROM due
                     CROSS JOIN LATERAL unnest(due.warns_at || due.over_at) WITH ORDINALITY AS one(at, place)
                     WHERE one.at <= :now
                       AND NOT EXISTS (
                           SELECT FROM clock.alarm a
                            WHERE a.deadline_id = due.id
                              AND CASE WHEN one.at = due.over_at THEN a.kind = 'over' AND a.round = due.round
                                       ELSE a.kind = 'warning' AND a.place = one.place AND one.at < a.over_at END)
                     ORDER BY one.at, due.id
                    ON CONFLICT (deadline_id, kind, due_at, round) DO NOTHING
                    RETURNING deadline_id, kind, due_at, known_at),
                moved AS (
                    UPDATE clock.deadline d
                       SET state = CASE WHEN d.over_at <= :now THEN 'overdue'
                                        WHEN d.warns_at[1] <= :now THEN 'warning'
                                        ELSE d.state END,
                           next_at = (SELECT min(one.at) FROM unnest(d.warns_at || d.over_at) AS one(at) WHERE one.at > :now)
                      FROM due WHERE due.id = d.id)
                SELECT count(*) AS count,
                       array_agg(deadline_id) FILTER (WHERE kind = 'over' AND due_at < :inTime AND known_at <= due_at) AS late
                  FROM told
                """.formatted(ROUND.formatted("d")))
                .param("now", utc(now))
                .param("inTime", utc(now.minus(Lateness.USUAL)))
                .query((row, _) -> {
                    Array late = row.getArray("late");
                    return new Told(row.getInt("count"), late == null ? List.of() : List.of((UUID[]) late.getArray()));
                })
                .single();
    }

    List<DeadlinesToldLate.Late> late(List<UUID> deadlines, Instant told) {
        return jdbc.sql("""
                SELECT d.owner_kind, d.owner_id, d.clock, d.over_at FROM clock.deadline d
                 WHERE d.id = ANY (:ids) ORDER BY d.over_at, d.id
                """)
                .param("ids", deadlines.toArray(UUID[]::new))
                .query((row, _) -> new DeadlinesToldLate.Late(
                        row.getString("owner_kind"),
                        row.getObject("owner_id", UUID.class),
                        row.getString("clock"),
                        row.getObject("over_at", OffsetDateTime.class).toInstant(),
                        told))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Array instants(Connection connection, List<Instant> all) throws SQLException {
        return connection.createArrayOf(
                "timestamptz", all.stream().map(DeadlineRepository::utc).toArray());
    }

    private static Array texts(Connection connection, List<String> all) throws SQLException {
        return connection.createArrayOf("text", all.toArray());
    }
}
