package dev.ward.device;

import dev.ward.audit.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Numbers what becomes known of devices at once. Whoever writes to `device.device` begins one first, in the same
/// transaction; the tables' triggers refuse anything else.
@Component
public class ChangeSets {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeSets(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// Takes the next number under a lock that is held to the end of the transaction, so that no change set commits
    /// behind one with a greater number, and no two writers wait for each other's rows. After the commit,
    /// [DevicesChanged] is told.
    ///
    /// @param sourceId  the import, report or claim; null for what a person did by hand
    @Transactional(propagation = Propagation.MANDATORY)
    public long begin(Actor actor, FactSource source, @Nullable UUID sourceId) {
        lock();
        long number = jdbc.sql("""
                INSERT INTO device.change_set (number, at, source, source_id, actor_kind, actor_id, actor_name)
                SELECT coalesce(max(number), 0) + 1, :at, :source, :sourceId::uuid, :kind, :actor, :name
                  FROM device.change_set
                RETURNING number
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("source", source.word())
                .param("sourceId", sourceId)
                .param("kind", actor.kind().name())
                .param("actor", actor.id())
                .param("name", actor.name())
                .query(Long.class)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new DevicesChanged(number));
            }
        });
        return number;
    }

    /// Takes the lock alone, for what is written beside devices and must not be written twice.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('device.change_set', 0))::text")
                .query(String.class)
                .single();
    }
}
