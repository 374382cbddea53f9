package dev.ward.handling;

import dev.ward.database.Rows;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EmergencyRepository {

    private final JdbcClient jdbc;

    EmergencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// With what is of the case for whoever sees it, and without for all others.
    private static String seen(Reader reader) {
        return """
                SELECT o.id, o.account_id, o.opened_by, o.capacity, o.opened_at, o.until_at, o.reviewed_at,
                       o.reviewed_by, o.justified,
                       CASE WHEN s.sees THEN c.public_id END AS number,
                       CASE WHEN s.sees THEN c.title END AS title,
                       CASE WHEN s.sees THEN o.because END AS because,
                       CASE WHEN s.sees THEN o.review_because END AS review_because
                  FROM handling.emergency_opening o
                  JOIN handling.vulnerability_case c ON c.id = o.case_id
                 CROSS JOIN LATERAL (SELECT %s AS sees) s
                 WHERE %s
                """.formatted(reader.seesRestricted("c.restricted_to"), reader.sees("o"));
    }

    void insert(UUID id, UUID ofCase, AccountId person, Caller caller, String because, Instant at, Instant until) {
        jdbc.sql("""
                INSERT INTO handling.emergency_opening
                       (id, case_id, account_id, opened_by, capacity, because, opened_at, until_at)
                VALUES (:id, :case, :person, :name, :capacity, :because, :at, :until)
                """)
                .param("id", id)
                .param("case", ofCase)
                .param("person", person.value())
                .param("name", caller.printedName())
                .param("capacity", caller.capacity())
                .param("because", because)
                .param("at", Rows.utc(at))
                .param("until", Rows.utc(until))
                .update();
    }

    /// The newest first; of cases that the reader does not see too, without what is of the case.
    ///
    /// @param waiting  whether only those that nobody has reviewed
    List<EmergencyOpening> list(Reader reader, boolean waiting, int most) {
        return jdbc.sql(seen(reader) + (waiting ? " AND o.reviewed_at IS NULL" : "")
                        + " ORDER BY o.opened_at DESC, o.id DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    int countWaiting(Reader reader, int most) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM handling.emergency_opening o WHERE o.reviewed_at IS NULL"
                        + " AND "
                        + reader.sees("o") + " LIMIT :most) waiting")
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /// Of a case that the reader was shown, the newest first.
    List<EmergencyOpening> of(Reader reader, VulnerabilityCase shown) {
        return jdbc.sql(seen(reader) + " AND s.sees AND o.case_id = :case ORDER BY o.opened_at DESC, o.id DESC")
                .param("case", shown.id())
                .query((row, _) -> read(row))
                .list();
    }

    Optional<EmergencyOpening> find(Reader reader, VulnerabilityCase shown, UUID id) {
        return jdbc.sql(seen(reader) + " AND s.sees AND o.case_id = :case AND o.id = :id")
                .param("case", shown.id())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those without a review of cases in which somebody takes part or for which they answer, and that they
    /// did not make themselves.
    List<EmergencyOpening> waitingFor(Reader reader, AccountId person, int most) {
        return jdbc.sql(seen(reader) + """
                 AND s.sees AND o.reviewed_at IS NULL AND o.account_id <> :person
                 AND (c.owner_id = :person
                      OR EXISTS (SELECT FROM handling.participant p
                                  WHERE p.case_id = o.case_id AND p.account_id = :person))
                 ORDER BY o.opened_at DESC, o.id DESC LIMIT :most
                """)
                .param("person", person.value())
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /// Whether somebody opened a case before, and nobody has reviewed that yet.
    boolean isUnreviewed(UUID caseId, AccountId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM handling.emergency_opening
                                WHERE case_id = :case AND account_id = :person AND reviewed_at IS NULL)
                """)
                .param("case", caseId)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// @return false when somebody has reviewed it before
    boolean review(UUID id, AccountId reviewer, String name, boolean justified, String because, Instant at) {
        return jdbc.sql("""
                UPDATE handling.emergency_opening
                   SET reviewed_at = :at, reviewer_id = :reviewer, reviewed_by = :name, justified = :justified,
                       review_because = :because
                 WHERE id = :id AND reviewed_at IS NULL
                """)
                        .param("id", id)
                        .param("at", Rows.utc(at))
                        .param("reviewer", reviewer.value())
                        .param("name", name)
                        .param("justified", justified)
                        .param("because", because)
                        .update()
                == 1;
    }

    private static EmergencyOpening read(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new EmergencyOpening(
                row.getObject("id", UUID.class),
                number == null ? null : new CaseNumber(number),
                row.getString("title"),
                row.getString("because"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("opened_by"),
                row.getString("capacity"),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "until_at"),
                review(row));
    }

    private static @Nullable EmergencyReview review(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "reviewed_at");
        return at == null
                ? null
                : new EmergencyReview(
                        at,
                        Objects.requireNonNull(row.getString("reviewed_by")),
                        row.getBoolean("justified"),
                        row.getString("review_because"));
    }
}
