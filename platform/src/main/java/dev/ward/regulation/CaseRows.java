package dev.ward.regulation;

import dev.ward.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads of rows what belongs to cases.
final class CaseRows {

    private CaseRows() {}

    /// Null when it was not withdrawn.
    static EvidenceEntry.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "withdrawn_at");
        return at == null
                ? null
                : new EvidenceEntry.Withdrawal(
                        at, row.getString("withdrawer_name"), row.getString("withdrawn_because"));
    }

    /// What belongs to cases, by case, in the order of the statement.
    ///
    /// @param sql  gives `case_id` among its columns, and names `:cases`
    static <T> Map<UUID, List<T>> byCase(JdbcClient jdbc, String sql, Collection<UUID> cases, RowMapper<T> one) {
        Map<UUID, List<T>> all = new HashMap<>();
        jdbc.sql(sql).param("cases", cases.toArray(UUID[]::new)).query((ResultSet row) -> {
            all.computeIfAbsent(Rows.id(row, "case_id"), _ -> new ArrayList<>()).add(one.mapRow(row, row.getRow()));
        });
        return all;
    }
}
