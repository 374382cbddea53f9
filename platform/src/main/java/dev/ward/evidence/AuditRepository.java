package dev.ward.evidence;

import dev.ward.handling.Restrictions;
import dev.ward.identity.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {

    /// As the trail writes instants: of one width, so that texts sort as instants do.
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param before  number of the entry before which to begin
    List<AuditEntry> list(Reader reader, AuditFilter filter, long before, int limit) {
        StringBuilder where = new StringBuilder("e.seq < :before AND ").append(seen(reader));
        Map<String, Object> values = new HashMap<>();
        values.put("before", before);
        values.put("limit", limit);
        with(where, values, "e.actor = :actor", "actor", filter.actor());
        with(where, values, "e.subject_type = :type", "type", filter.subjectType());
        with(where, values, "e.subject_id = :subject", "subject", filter.subject());
        with(where, values, "e.what = :what", "what", filter.what());
        with(where, values, "e.at >= :from", "from", text(filter.from()));
        with(where, values, "e.at < :to", "to", text(filter.to()));
        List<ClosedEntry> closed = jdbc.sql("""
                SELECT e.seq, e.previous, e.hash, e.body FROM audit.published_entry e
                 WHERE %s ORDER BY e.seq DESC LIMIT :limit
                """.formatted(where))
                .params(values)
                .query((row, _) -> entry(row))
                .list();
        Map<String, String> opened = open(closed.stream()
                .flatMap(entry -> entry.commitments().stream())
                .distinct()
                .toArray(String[]::new));
        return closed.stream().map(entry -> entry.open(opened)).toList();
    }

    private static String seen(Reader reader) {
        return reader.sees("e") + " AND " + Restrictions.sees(reader, "e.subject_type", "e.subject_id");
    }

    Set<Long> hidden(Reader reader, long first, long last) {
        return new HashSet<>(jdbc.sql("""
                SELECT e.seq FROM audit.published_entry e WHERE e.seq BETWEEN :first AND :last AND NOT (%s)
                """.formatted(seen(reader)))
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .list());
    }

    private static void with(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.put(name, value.replace("\0", ""));
        }
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : MICROS.format(at);
    }

    /// @return the values that are still kept, by commitment
    private Map<String, String> open(String[] commitments) {
        Map<String, String> values = new HashMap<>();
        if (commitments.length > 0) {
            jdbc.sql("""
                    SELECT encode(v.commitment, 'hex') AS commitment, v.value FROM audit.published_personal_value v
                     WHERE v.value IS NOT NULL
                       AND v.commitment IN (SELECT decode(hex, 'hex') FROM unnest(:commitments) AS hex)
                    """)
                    .param("commitments", commitments)
                    .query((row, _) -> values.put(row.getString("commitment"), row.getString("value")))
                    .list();
        }
        return values;
    }

    private static ClosedEntry entry(ResultSet row) throws SQLException {
        return ClosedEntry.parse(
                row.getLong("seq"),
                HEX.formatHex(row.getBytes("previous")),
                HEX.formatHex(row.getBytes("hash")),
                row.getString("body"));
    }
}
