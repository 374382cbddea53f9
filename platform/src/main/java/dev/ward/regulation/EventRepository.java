package dev.ward.regulation;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.standards.due.DueFacts.Association;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventRepository {

    /// An association that is milder than one before counts from when two have signed it.
    private static final String EVENTS = """
            SELECT e.*, coalesce((SELECT a.association FROM regulation.association a
                                   WHERE a.event_id = e.id AND (NOT a.milder OR a.confirmed_at IS NOT NULL)
                                   ORDER BY a.version DESC LIMIT 1), 'unknown') AS association
              FROM regulation.adverse_event e
             WHERE e.case_id = ANY (:cases)
             ORDER BY e.number
            """;

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<AdverseEvent>> of(Collection<UUID> cases) {
        return Rows.byCase(jdbc, EVENTS, cases, (row, _) -> read(row));
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
                row.getString("enterer_name"));
    }
}
