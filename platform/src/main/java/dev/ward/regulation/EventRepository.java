package dev.ward.regulation;

import dev.ward.database.Rows;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.standards.due.DueFacts.Association;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventRepository {

    /// An association that is milder than one before counts from when two have signed it.
    private static final String EVENTS = """
            SELECT e.*, w.id AS withdrawal_id, w.reason AS withdrawal_reason, w.better, w.signed_at, w.signed_by,
                   w.signer_name, w.confirmed_at, w.confirmer_name, coalesce((SELECT a.association FROM regulation.association a
                                   WHERE a.event_id = e.id AND (NOT a.milder OR a.confirmed_at IS NOT NULL)
                                   ORDER BY a.version DESC LIMIT 1), 'unknown') AS association
              FROM regulation.adverse_event e
              LEFT JOIN regulation.event_withdrawal w ON w.event_id = e.id
             WHERE e.case_id = ANY (:cases)
             ORDER BY e.number
            """;

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<AdverseEvent>> of(Collection<UUID> cases) {
        return CaseRows.byCase(jdbc, EVENTS, cases, (row, _) -> read(row));
    }

    Optional<CaseNumber> caseOf(Reader reader, UUID event) {
        return jdbc.sql("""
                SELECT c.public_id FROM regulation.adverse_event e
                  JOIN handling.published_case c ON c.case_id = e.case_id
                 WHERE e.id = :event AND %s
                """.formatted(reader.seesRestricted("c.restricted_to")))
                .param("event", event)
                .query(String.class)
                .optional()
                .map(CaseNumber::of);
    }

    private static AdverseEvent read(ResultSet row) throws SQLException {
        String association =
                row.getString("association").toUpperCase(Locale.ROOT).replace('-', '_');
        return new AdverseEvent(
                Rows.id(row, "id"),
                row.getString("kind"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("aware_moment"),
                row.getString("description"),
                Rows.texts(row, "devices"),
                Association.valueOf(association),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"),
                withdrawal(row));
    }

    private static @Nullable EventWithdrawal withdrawal(ResultSet row) throws SQLException {
        UUID id = row.getObject("withdrawal_id", UUID.class);
        return id == null
                ? null
                : new EventWithdrawal(
                        id,
                        row.getString("withdrawal_reason"),
                        row.getBoolean("better"),
                        Rows.instant(row, "signed_at"),
                        Rows.id(row, "signed_by"),
                        row.getString("signer_name"),
                        Rows.instantOrNull(row, "confirmed_at"),
                        row.getString("confirmer_name"));
    }

    /// @return false when it was withdrawn before
    boolean insert(UUID event, EventWithdrawal withdrawal) {
        return jdbc.sql("""
                        INSERT INTO regulation.event_withdrawal
                               (id, event_id, reason, better, signed_at, signed_by, signer_name)
                        VALUES (:id, :event, :reason, :better, :at, :by, :name)
                        ON CONFLICT (event_id) DO NOTHING
                        """)
                        .param("id", withdrawal.id())
                        .param("event", event)
                        .param("reason", withdrawal.reason())
                        .param("better", withdrawal.better())
                        .param("at", Rows.utc(withdrawal.signed()))
                        .param("by", withdrawal.signedBy())
                        .param("name", withdrawal.by())
                        .update()
                == 1;
    }

    /// @return false when it waits no longer
    boolean confirm(UUID withdrawal, UUID by, String name, Instant at) {
        return jdbc.sql("""
                        UPDATE regulation.event_withdrawal
                           SET confirmed_at = :at, confirmed_by = :by, confirmer_name = :name
                         WHERE id = :id AND better AND confirmed_at IS NULL
                        """)
                        .param("id", withdrawal)
                        .param("by", by)
                        .param("name", name)
                        .param("at", Rows.utc(at))
                        .update()
                == 1;
    }
}
