package dev.ward.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClockCheckRepository {

    private final JdbcClient jdbc;

    ClockCheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClockCheck check) {
        jdbc.sql("""
                INSERT INTO signature.clock_check (at, server, source, outside, offset_ms, uncertain_ms, trouble)
                VALUES (:at, :server, :source, :outside, :offset, :uncertain, :trouble)
                """)
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .param("server", check.server())
                .param("source", check.source())
                .param("outside", check.outside())
                .param("offset", millis(check.offset()))
                .param("uncertain", millis(check.uncertain()))
                .param("trouble", check.trouble())
                .update();
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }

    /// The last of each server and source before an instant, none older than two checks are apart.
    List<ClockCheck> before(Instant instant) {
        return jdbc.sql("""
                SELECT DISTINCT ON (c.server, c.source) c.*
                  FROM signature.clock_check c
                 WHERE c.at <= :at AND c.at > :at - interval '31 minutes'
                 ORDER BY c.server, c.source, c.at DESC, c.number DESC
                """)
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> check(row))
                .list();
    }

    List<ClockCheck> last(int most) {
        return jdbc.sql("SELECT c.* FROM signature.clock_check c ORDER BY c.at DESC, c.number DESC LIMIT :most")
                .param("most", most)
                .query((row, _) -> check(row))
                .list();
    }

    private static ClockCheck check(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new ClockCheck(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("server"),
                row.getString("source"),
                row.getBoolean("outside"),
                trouble == null ? Duration.ofMillis(row.getLong("offset_ms")) : null,
                trouble == null ? Duration.ofMillis(row.getLong("uncertain_ms")) : null,
                trouble);
    }
}
