package dev.ward.regulation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How this module's statements read and write what the driver does not know.
final class Rows {

    private Rows() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// Null when it was not withdrawn.
    static EvidenceEntry.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "withdrawn_at");
        return at == null
                ? null
                : new EvidenceEntry.Withdrawal(
                        at, row.getString("withdrawer_name"), row.getString("withdrawn_because"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /// What belongs to cases, by case, in the order of the statement.
    ///
    /// @param sql  gives `case_id` among its columns, and names `:cases`
    static <T> Map<UUID, List<T>> byCase(JdbcClient jdbc, String sql, Collection<UUID> cases, RowMapper<T> one) {
        Map<UUID, List<T>> all = new HashMap<>();
        jdbc.sql(sql).param("cases", cases.toArray(UUID[]::new)).query((ResultSet row) -> {
            all.computeIfAbsent(id(row, "case_id"), _ -> new ArrayList<>()).add(one.mapRow(row, row.getRow()));
        });
        return all;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
