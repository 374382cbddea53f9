package dev.ward.regulation;

import dev.ward.regulation.EvidenceEntry.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IsaoRepository {

    private final JdbcClient jdbc;

    IsaoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of all ISAOs, by name, criterion and day.
    List<IsaoPeriod> periods() {
        return jdbc.sql("""
                SELECT p.*, i.name AS isao FROM regulation.isao_period p
                  JOIN regulation.isao i ON i.id = p.isao_id
                 ORDER BY i.name, p.criterion, p.from_day, p.number
                """).query((row, _) -> read(row)).list();
    }

    private static IsaoPeriod read(ResultSet row) throws SQLException {
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn_at");
        return new IsaoPeriod(
                Rows.id(row, "id"),
                row.getString("isao"),
                row.getInt("criterion"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("evidence"),
                row.getString("document_name"),
                Rows.instant(row, "entered_at"),
                row.getString("enterer_name"),
                withdrawn == null
                        ? null
                        : new Withdrawal(
                                withdrawn, row.getString("withdrawer_name"), row.getString("withdrawn_because")));
    }
}
