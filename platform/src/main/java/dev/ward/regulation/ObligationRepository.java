package dev.ward.regulation;

import dev.ward.clock.DeadlineState;
import dev.ward.clock.Lateness;
import dev.ward.database.Rows;
import dev.ward.finding.FindingState;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObligationRepository {

    static final SortOrder SOONEST_FIRST = SortOrder.ascending("over");

    private static final String OPEN = " AND d.state IN ('running', 'warning', 'overdue', 'paused', 'relied-on')";

    private static final String OF_PRODUCT = """
             AND d.owner_id IN (
                SELECT p.case_id FROM handling.published_case_product p WHERE p.product_id = :product
                 UNION
                SELECT v.case_id FROM handling.published_case_vulnerability v
                  JOIN finding.published_finding f ON f.vulnerability_id = v.vulnerability_id AND f.state <> :closed
                  JOIN product.published_release r ON r.release_id = f.release_id
                 WHERE r.product_id = :product)
            """;

    private final JdbcClient jdbc;

    ObligationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String seen(Reader reader) {
        return """
                SELECT d.*, c.public_id, c.title, c.owner_id AS person,
                       (SELECT count(*) FROM clock.published_alarm a
                         WHERE a.deadline_id = d.deadline_id AND a.kind = 'warning') AS told,
                       cardinality(d.warns_at) AS warnings, o.fired_at AS over_told_at, o.known_at AS over_known_at
                  FROM clock.published_deadline d
                  LEFT JOIN clock.published_alarm o
                    ON o.deadline_id = d.deadline_id AND o.kind = 'over' AND o.due_at = d.over_at AND d.state = 'overdue'
                  JOIN handling.published_case c ON c.case_id = d.owner_id
                 WHERE d.owner_kind = 'case' AND %s
                """.formatted(reader.seesRestricted("c.restricted_to"));
    }

    /// @param everyState  whether a filter without a state lets through what is over too
    private static String fits(ObligationFilter filter, boolean everyState) {
        String open = everyState ? " AND d.state <> 'void'" : OPEN;
        return (filter.state() == null ? open : " AND d.state = :state")
                + (filter.clock() == null ? "" : " AND d.clock = :clock")
                + (filter.authority() == null ? "" : " AND d.authority = :authority")
                + (filter.owner() == null ? "" : " AND c.owner_id = :owner::uuid")
                + (filter.product() == null ? "" : OF_PRODUCT);
    }

    private JdbcClient.StatementSpec asked(String sql, ObligationFilter filter) {
        return jdbc.sql(sql)
                .param("state", filter.state() == null ? null : filter.state().word())
                .param("clock", filter.clock())
                .param("authority", filter.authority())
                .param("owner", filter.owner() == null ? null : filter.owner().toString())
                .param(
                        "product",
                        filter.product() == null ? null : filter.product().value())
                .param("closed", FindingState.CLOSED.word());
    }

    List<Obligation> list(Reader reader, ObligationFilter filter, @Nullable Cursor after, int rows) {
        String sql = seen(reader)
                + fits(filter, false)
                + (after == null ? "" : " AND (d.over_at, d.deadline_id) > (:at::timestamptz, :id::uuid)")
                + " ORDER BY d.over_at, d.deadline_id LIMIT :rows";
        return asked(sql, filter)
                .param("at", after == null ? null : after.instant(0).toString())
                .param("id", after == null ? null : after.uuid(1).toString())
                .param("rows", rows)
                .query((row, _) -> read(row))
                .list();
    }

    private static String counted(Reader reader) {
        return """
                  FROM clock.published_deadline d
                  JOIN handling.published_case c ON c.case_id = d.owner_id
                 WHERE d.owner_kind = 'case' AND %s
                """.formatted(reader.seesRestricted("c.restricted_to"));
    }

    long count(Reader reader, ObligationFilter filter) {
        return asked("SELECT count(*)" + counted(reader) + fits(filter, false), filter)
                .query(Long.class)
                .single();
    }

    /// How many there are, by what a column says.
    ///
    /// @param open  whether a filter without a state lets through only what is open
    Map<String, Long> counts(Reader reader, ObligationFilter filter, String column, boolean open) {
        Map<String, Long> counts = new HashMap<>();
        String sql = "SELECT %1$s AS word, count(*) AS number %2$s %3$s AND %1$s IS NOT NULL GROUP BY %1$s"
                .formatted(column, counted(reader), fits(filter, !open));
        asked(sql, filter).query((ResultSet row) -> {
            counts.put(row.getString("word"), row.getLong("number"));
        });
        return counts;
    }

    /// Those that end between two days, both in, each in its own zone.
    List<Obligation> between(Reader reader, ObligationFilter filter, LocalDate first, LocalDate last, int most) {
        return asked(seen(reader) + fits(filter, false) + """
                         AND d.over_at BETWEEN CAST(:first AS date) - 1 AND CAST(:last AS date) + 3
                         AND coalesce(d.last_day, (d.ends_at AT TIME ZONE d.zone)::date) BETWEEN :first AND :last
                       ORDER BY d.over_at, d.deadline_id LIMIT :most
                """, filter)
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /// Those that came near or went by, for somebody who answers for their cases or for all.
    ///
    /// @param owner   whose cases; null for all
    /// @param behind  from which of their warnings on: 1 from the first, 0 those alone that are overdue
    ///                or have told their last
    List<Obligation> near(Reader reader, @Nullable AccountId owner, int behind, int most) {
        return jdbc.sql("SELECT * FROM (" + seen(reader) + """
                         AND d.state IN ('warning', 'overdue')
                      ) near
                  WHERE (:owner::uuid IS NULL OR near.person = :owner::uuid)
                    AND (near.state = 'overdue' OR near.told >= CASE WHEN :behind = 0 THEN near.warnings ELSE :behind END)
                  ORDER BY near.over_at, near.deadline_id LIMIT :most
                """)
                .param("owner", owner == null ? null : owner.toString())
                .param("behind", behind)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /// What is overdue or ends before an instant, what ends first before the others.
    ///
    /// @param owner  whose cases; null for all
    List<Obligation> soon(Reader reader, @Nullable AccountId owner, Instant until, int most) {
        return jdbc.sql(seen(reader) + """
                         AND d.state IN ('running', 'warning', 'overdue') AND d.over_at <= :until
                         AND (:owner::uuid IS NULL OR c.owner_id = :owner::uuid)
                       ORDER BY d.over_at, d.deadline_id LIMIT :most
                """)
                .param("until", Rows.utc(until))
                .param("owner", owner == null ? null : owner.toString())
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    static Cursor cursor(Obligation one) {
        return Cursor.of(SOONEST_FIRST, one.overAt(), one.id());
    }

    private static @Nullable String late(Instant over, ResultSet row) throws SQLException {
        Instant told = Rows.instantOrNull(row, "over_told_at");
        return told == null ? null : Lateness.words(over, Rows.instantOrNull(row, "over_known_at"), told);
    }

    Map<UUID, CaseNumber> numbers(List<UUID> cases) {
        Map<UUID, CaseNumber> numbers = new HashMap<>();
        jdbc.sql("SELECT c.case_id, c.public_id FROM handling.published_case c WHERE c.case_id = ANY (:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    numbers.put(
                            Rows.id(row, "case_id"), Objects.requireNonNull(CaseNumber.of(row.getString("public_id"))));
                });
        return numbers;
    }

    /// How late it was told that deadlines of a case were over, in words, by clock and start.
    Map<String, String> late(UUID caseId) {
        Map<String, String> late = new HashMap<>();
        jdbc.sql("""
                SELECT d.clock, d.start_text, d.over_at, o.fired_at, o.known_at
                  FROM clock.published_deadline d
                  JOIN clock.published_alarm o ON o.deadline_id = d.deadline_id AND o.kind = 'over' AND o.due_at = d.over_at
                 WHERE d.owner_kind = 'case' AND d.owner_id = :case AND d.state IN ('overdue', 'stopped-late')
                """).param("case", caseId).query((ResultSet row) -> {
            String words = Lateness.words(
                    Rows.instant(row, "over_at"), Rows.instantOrNull(row, "known_at"), Rows.instant(row, "fired_at"));
            if (words != null) {
                late.put(row.getString("clock") + " " + row.getString("start_text"), words);
            }
        });
        return late;
    }

    private static Obligation read(ResultSet row) throws SQLException {
        UUID owner = row.getObject("person", UUID.class);
        Instant over = Rows.instant(row, "over_at");
        return new Obligation(
                Rows.id(row, "deadline_id"),
                row.getString("clock"),
                row.getString("name"),
                row.getString("authority"),
                row.getString("binding"),
                row.getObject("last_day", LocalDate.class),
                row.getString("zone"),
                Rows.instant(row, "ends_at"),
                over,
                Worded.get(DeadlineState.values(), row.getString("state")),
                row.getString("started_by") + ", " + row.getString("start_text"),
                Rows.texts(row, "missing"),
                Objects.requireNonNull(CaseNumber.of(row.getString("public_id"))),
                row.getString("title"),
                owner == null ? null : new AccountId(owner),
                row.getInt("told"),
                row.getInt("warnings"),
                late(over, row));
    }
}
