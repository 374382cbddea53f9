package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.database.Uuids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people entered of the book by which cases are judged.
@Repository
class BookRepository {

    private final JdbcClient jdbc;

    BookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which edition the book has.
    ///
    /// @param edition  0 while nothing was entered
    /// @param token    another with each change, also with one that came to nothing
    record Head(long edition, UUID token) {

        static final Head SHIPPED = new Head(0, new UUID(0, 0));
    }

    Head head() {
        return jdbc.sql("SELECT edition, token FROM regulation.book")
                .query((row, _) -> new Head(row.getLong("edition"), Rows.id(row, "token")))
                .optional()
                .orElse(Head.SHIPPED);
    }

    /// Holds the book against others until the transaction ends.
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('regulation.book', 0))")
                .query(_ -> {});
    }

    /// Makes the next edition.
    long next(Instant now) {
        return jdbc.sql("""
                INSERT INTO regulation.book AS b (edition, token, changed_at) VALUES (1, :token, :now)
                ON CONFLICT (one) DO UPDATE
                   SET edition = b.edition + 1, token = excluded.token, changed_at = excluded.changed_at
                RETURNING edition
                """)
                .param("token", Uuids.next())
                .param("now", Rows.utc(now))
                .query(Long.class)
                .single();
    }

    /// What was entered up to an edition, in its order.
    List<HolidayEntry> holidays(long edition) {
        return jdbc.sql("""
                SELECT edition, calendar, day, holiday, because, entered_at, enterer_name
                  FROM regulation.holiday_entry WHERE edition <= :edition ORDER BY number
                """)
                .param("edition", edition)
                .query((row, _) -> new HolidayEntry(
                        row.getLong("edition"),
                        row.getString("calendar"),
                        row.getObject("day", LocalDate.class),
                        row.getString("holiday"),
                        row.getString("because"),
                        Rows.instant(row, "entered_at"),
                        row.getString("enterer_name")))
                .list();
    }

    void insert(HolidayEntry entry, Actor actor) {
        jdbc.sql("""
                INSERT INTO regulation.holiday_entry
                       (edition, calendar, day, holiday, because, entered_at, entered_by, enterer_name)
                VALUES (:edition, :calendar, :day, :holiday, :because, :at, :by, :name)
                """)
                .param("edition", entry.edition())
                .param("calendar", entry.calendar())
                .param("day", entry.day())
                .param("holiday", entry.holiday())
                .param("because", entry.because())
                .param("at", Rows.utc(entry.entered()))
                .param("by", actor.id())
                .param("name", entry.by())
                .update();
    }
}
