package dev.ward.handling;

import dev.ward.database.Rows;
import dev.ward.identity.AccountId;
import dev.ward.identity.TemporarySight;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets whoever opened a case in an emergency see it until the very end of the time, and no longer: nothing
/// has to run for it to close.
@Component
class EmergencySight implements TemporarySight {

    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencySight(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<UUID> of(AccountId person) {
        return Set.copyOf(jdbc.sql("SELECT o.id FROM handling.emergency_opening o"
                        + " WHERE o.account_id = :person AND o.until_at > :now")
                .param("person", person.value())
                .param("now", Rows.utc(clock.instant()))
                .query(UUID.class)
                .list());
    }
}
